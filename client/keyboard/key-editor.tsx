/** Every key that can be laid elsewhere: press it, then the key it should be. */
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { type KeyName, keysNow, keyWords, lay, mayLay, pressedKey, schemeKeys } from './key-map.ts'
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
}

export function KeyEditor({ scheme }: { readonly scheme: KeyScheme }) {
  const intl = useIntl()
  const { laid } = useKeyWishes()
  const [taking, setTaking] = useState<KeyName | null>(null)
  const [refused, setRefused] = useState(false)
  const now = keysNow(scheme, laid[scheme])
  const words = (name: KeyName) => {
    if (/^stars[1-5]$/.test(name)) return intl.formatMessage({ id: 'mark.stars' }, { stars: Number(name.slice(5)) })
    return intl.formatMessage({ id: said[name] ?? `keys.${name}` })
  }
  const keep = (of: typeof laid.lightroom) => wish({ laid: { ...laid, [scheme]: of } })
  const take = (name: KeyName, key: string) => {
    setRefused(!mayLay(key))
    if (!mayLay(key)) return
    keep(lay(scheme, laid[scheme], { name, key }))
    setTaking(null)
  }
  return (
    <>
      <ul className="key-editor">
        {(Object.keys(schemeKeys[scheme]) as KeyName[]).map((name) => (
          <li key={name}>
            <span>{words(name)}</span>
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
                take(name, pressedKey({ key: event.key, code: event.nativeEvent.code }))
              }}
            >
              {taking === name ? '…' : (keyWords(now[name]) ?? '–')}
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className="dim">
        {refused && <FormattedMessage id="keys.refused" />}
      </p>
      {Object.keys(laid[scheme]).length > 0 && (
        <button type="button" className="tx" onClick={() => keep({})}>
          <FormattedMessage id="keys.reset" />
        </button>
      )}
    </>
  )
}
