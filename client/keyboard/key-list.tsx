/** Keys that can be laid elsewhere: what is pressed waits for the key it should have. */
import { type KeyboardEvent, useState } from 'react'
import { useIntl } from 'react-intl'
import { type Label, labels } from '../../common/sheet/shape.ts'
import { Dot } from '../ui/marks-by-hand.tsx'
import { pressedKey } from './key-map.ts'

interface KeyListProps<Name extends string> {
  readonly names: readonly Name[]
  readonly words: (name: Name) => string
  /** How its key is written, or null for none. */
  readonly written: (name: Name) => string | null
  /** How its key is said, with what is held beside it. */
  readonly said: (written: string) => string
  /** Held with Ctrl or Cmd: the letter counts, whether they are held meanwhile or not. */
  readonly pairs?: boolean
  /** False if it may not be. */
  readonly take: (name: Name, key: string) => boolean
}

const isLabel = (name: string): name is Label => (labels as readonly string[]).includes(name)
/** They lead on, give up, or are only held. */
const own: readonly string[] = ['Tab', 'Shift', 'Escape', 'Control', 'Meta', 'Alt', 'AltGraph', 'Enter', ' ']

export function KeyList<Name extends string>({ names, words, written, said, pairs = false, take }: KeyListProps<Name>) {
  const intl = useIntl()
  const [taking, setTaking] = useState<Name | null>(null)
  const press = (name: Name, event: KeyboardEvent) => {
    const held = event.ctrlKey || event.metaKey
    if (taking !== name || own.includes(event.key) || event.altKey || (held && !pairs)) return
    event.preventDefault()
    const key = pairs ? event.key.toLowerCase() : pressedKey({ key: event.key, code: event.nativeEvent.code })
    if (take(name, key)) setTaking(null)
  }
  return (
    <ul className="key-editor">
      {names.map((name) => {
        const key = written(name)
        const id = taking === name ? 'keys.press' : 'keys.keyOf'
        return (
          <li key={name}>
            <span>
              {isLabel(name) && <Dot label={name} />}
              <span>{words(name)}</span>
            </span>
            <button
              type="button"
              aria-pressed={taking === name}
              aria-label={intl.formatMessage({ id }, { what: words(name), key: key === null ? '–' : said(key) })}
              onClick={() => setTaking(taking === name ? null : name)}
              onBlur={() => setTaking(null)}
              onKeyDown={(event) => press(name, event)}
            >
              {taking === name ? '…' : (key ?? '–')}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
