/** Every key that can be laid elsewhere: press it, then the key it should be. */
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { type KeyName, type Keys, steadyKeys, toolKeys } from '../../common/key-wishes.ts'
import { type Label, labels } from '../../common/sheet/shape.ts'
import { Dot } from '../ui/marks-by-hand.tsx'
import { keysNow, keyWords, lay, mayLay, pressedKey, schemeKeys, traded } from './key-map.ts'
import { useKeyWishes, wish } from './key-wishes.ts'
import type { KeyScheme } from './keys.ts'
import './keyboard.css'

const said: Readonly<Partial<Record<KeyName, string>>> = {
  unflag: 'keys.unflag',
  clear: 'keys.noLabel',
  stars0: 'keys.noStars',
  red: 'label.red',
  yellow: 'label.yellow',
  green: 'label.green',
  blue: 'label.blue',
  purple: 'label.purple',
  laser: 'live.laser.key',
  ...Object.fromEntries(toolKeys.map((tool) => [tool, `draw.tool.${tool}`])),
}
const isLabel = (name: KeyName): name is KeyName & Label => (labels as readonly string[]).includes(name)
const isTool = (name: KeyName): boolean => (toolKeys as readonly KeyName[]).includes(name)
const whileDrawing: readonly KeyName[] = [...steadyKeys, ...toolKeys]

export function KeyEditor({ scheme }: { readonly scheme: KeyScheme }) {
  const intl = useIntl()
  const { laid } = useKeyWishes()
  const words = useKeyNames()
  const [news, setNews] = useState<string | null>(null)
  const now = keysNow(scheme, laid[scheme])
  const keep = (of: typeof laid.lightroom) => wish({ laid: { ...laid, [scheme]: of } })
  const take = (name: KeyName, key: string): boolean => {
    if (!mayLay(key)) {
      setNews(intl.formatMessage({ id: 'keys.refused' }))
      return false
    }
    const [, ...others] = now[name] === key ? [] : traded(scheme, laid[scheme], { name, key })
    const gone = others.map((one) => {
      const of = {
        key: keyWords(now[one.name]),
        what: words(one.name),
        now: keyWords(one.key) ?? 'none',
        drawing: isTool(one.name) ? 'yes' : 'no',
      }
      return intl.formatMessage({ id: 'keys.traded' }, of)
    })
    setNews(gone.join(' '))
    keep(lay(scheme, laid[scheme], { name, key }))
    return true
  }
  const plain = (Object.keys(schemeKeys[scheme]) as KeyName[]).filter((name) => !whileDrawing.includes(name))
  return (
    <>
      <p role="status" className="key-news">
        {news}
      </p>
      <KeyList names={plain} now={now} take={take} />
      <h3 className="key-part">
        <FormattedMessage id="keys.part.drawing" />
      </h3>
      <KeyList names={whileDrawing} now={now} take={take} />
      {Object.keys(laid[scheme]).length > 0 && (
        <button
          type="button"
          className="tx"
          onClick={() => {
            setNews(null)
            keep({})
          }}
        >
          <FormattedMessage id="keys.reset" />
        </button>
      )}
    </>
  )
}

interface KeyListProps {
  readonly names: readonly KeyName[]
  readonly now: Keys
  /** False if it may not be. */
  readonly take: (name: KeyName, key: string) => boolean
}

function KeyList({ names, now, take }: KeyListProps) {
  const intl = useIntl()
  const words = useKeyNames()
  const [taking, setTaking] = useState<KeyName | null>(null)
  return (
    <ul className="key-editor">
      {names.map((name) => (
        <li key={name}>
          <span>
            {isLabel(name) && <Dot label={name} />}
            <span>{words(name)}</span>
          </span>
          <button
            type="button"
            aria-pressed={taking === name}
            aria-label={intl.formatMessage(
              { id: taking === name ? 'keys.press' : 'keys.keyOf' },
              { what: words(name), key: keyWords(now[name]) ?? '–' },
            )}
            onClick={() => setTaking(taking === name ? null : name)}
            onBlur={() => setTaking(null)}
            onKeyDown={(event) => {
              if (taking !== name || ['Tab', 'Shift', 'Escape', 'Control', 'Meta', 'Alt', 'Enter', ' '].includes(event.key)) return
              event.preventDefault()
              if (take(name, pressedKey({ key: event.key, code: event.nativeEvent.code }))) setTaking(null)
            }}
          >
            {taking === name ? '…' : (keyWords(now[name]) ?? '–')}
          </button>
        </li>
      ))}
    </ul>
  )
}

function useKeyNames(): (name: KeyName) => string {
  const intl = useIntl()
  return (name) => {
    if (/^stars[1-5]$/.test(name)) return intl.formatMessage({ id: 'mark.stars' }, { stars: Number(name.slice(5)) })
    return intl.formatMessage({ id: said[name] ?? `keys.${name}` })
  }
}
