/** What was found, group by group; the field above keeps the focus. */
import { useEffect, useRef } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Monogram } from '../../ui/monogram.tsx'
import { Thumb } from '../home/thumb.tsx'
import type { Group, Item } from './item.ts'
import { partsOf } from './matching.ts'

interface OptionsProps {
  readonly id: string
  readonly groups: readonly Group[]
  readonly words: readonly string[]
  readonly current: Item | null
  readonly onCurrent: (item: Item) => void
  readonly onChoose: (item: Item) => void
}

export const optionId = (list: string, { id }: Item): string => `${list}-${id}`

export function Options({ id, groups, words, current, onCurrent, onChoose }: OptionsProps) {
  const intl = useIntl()
  const box = useRef<HTMLDivElement>(null)
  const name = current && optionId(id, current)
  useEffect(() => {
    if (name) document.getElementById(name)?.scrollIntoView?.({ block: 'nearest' })
  }, [name])
  if (!current) return null
  return (
    <div id={id} ref={box} className="found" role="listbox" aria-label={intl.formatMessage({ id: 'palette.title' })}>
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options is no fieldset
        <div key={group.name} role="group" aria-labelledby={`${id}-${group.name}`}>
          <div id={`${id}-${group.name}`} className="t" role="presentation">
            <FormattedMessage id={`palette.${group.name}`} />
          </div>
          {group.items.map((item) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus
            <div
              key={item.id}
              id={optionId(id, item)}
              role="option"
              tabIndex={-1}
              aria-selected={item === current}
              className={item === current ? 'inv' : undefined}
              // The field keeps the focus.
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => item !== current && onCurrent(item)}
              onClick={() => onChoose(item)}
            >
              <SignOf item={item} />
              <span className="words">
                <span className="trunc">
                  <Text text={item.text} words={words} />
                </span>
                {item.more && <span className="dim trunc">{item.more}</span>}
              </span>
              {item.edge && <span className="edge">{item.edge}</span>}
              {item.keys && (
                <span className="ks">
                  {item.keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </span>
              )}
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}

function Text({ text, words }: { readonly text: string; readonly words: readonly string[] }) {
  let at = 0
  return partsOf(text, words).map((part) => {
    const key = at
    at += part.text.length
    return part.hit ? <mark key={key}>{part.text}</mark> : <span key={key}>{part.text}</span>
  })
}

function SignOf({ item: { sign } }: { readonly item: Item }) {
  if ('icon' in sign) {
    const Icon = sign.icon
    return (
      <span className="sign">
        <Icon className="i" aria-hidden="true" />
      </span>
    )
  }
  if ('person' in sign) {
    return (
      <span className="sign">
        <Monogram person={sign.person.id} name={sign.person.name} size={26} plain />
      </span>
    )
  }
  return (
    <span className="sign">
      <Thumb {...sign.picture} />
    </span>
  )
}
