/** Every key that can be laid elsewhere: press it, then the key it should be. */
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { type KeyName, type PairName, steadyKeys, toolKeys } from '../../common/key-wishes.ts'
import { KeyList } from './key-list.tsx'
import { keysNow, keyWords, lay, mayLay, schemeKeys, traded } from './key-map.ts'
import { useKeyWishes, wish } from './key-wishes.ts'
import type { KeyScheme } from './keys.ts'
import { freeLetters, layPair, pairsNow } from './pairs.ts'
import './keyboard.css'

const said: Readonly<Partial<Record<KeyName | PairName, string>>> = {
  unflag: 'keys.unflag',
  clear: 'keys.noLabel',
  stars0: 'keys.noStars',
  red: 'label.red',
  yellow: 'label.yellow',
  green: 'label.green',
  blue: 'label.blue',
  purple: 'label.purple',
  laser: 'live.laser.key',
  palette: 'palette.key',
  duplicate: 'keys.draw.duplicate',
  ...Object.fromEntries(toolKeys.map((tool) => [tool, `draw.tool.${tool}`])),
}
const isTool = (name: KeyName): boolean => (toolKeys as readonly KeyName[]).includes(name)
const whileDrawing: readonly KeyName[] = [...steadyKeys, ...toolKeys]

interface KeyEditorProps {
  readonly scheme: KeyScheme
  /** What this page has a use for. */
  readonly pairs: readonly PairName[]
}

export function KeyEditor({ scheme, pairs: ofPage }: KeyEditorProps) {
  const { laid, pairs = {} } = useKeyWishes()
  const words = useKeyNames()
  const { news, take, takePair, setNews } = useTaking(scheme)
  const now = keysNow(scheme, laid[scheme])
  const plain = (Object.keys(schemeKeys[scheme]) as KeyName[]).filter((name) => !whileDrawing.includes(name))
  const single = { words, written: (name: KeyName) => keyWords(now[name]), said: (key: string) => key, take }
  const held = useHeld()
  return (
    <>
      <p role="status" className="key-news">
        {news}
      </p>
      <KeyList names={plain} {...single} />
      <h3 className="key-part">
        <FormattedMessage id="keys.part.drawing" />
      </h3>
      <KeyList names={whileDrawing} {...single} />
      <h3 className="key-part">
        <FormattedMessage id="keys.part.pairs" />
      </h3>
      <KeyList names={ofPage} words={words} written={(name) => keyWords(pairsNow(pairs)[name])} said={held} pairs take={takePair} />
      {Object.keys(laid[scheme]).length + Object.keys(pairs).length > 0 && (
        <button
          type="button"
          className="tx"
          onClick={() => {
            setNews(null)
            wish({ laid: { ...laid, [scheme]: {} }, pairs: {} })
          }}
        >
          <FormattedMessage id="keys.reset" />
        </button>
      )}
    </>
  )
}

/** Laying a key, and what there is to say of it: why it may not be, or what gave way. */
function useTaking(scheme: KeyScheme) {
  const intl = useIntl()
  const { laid, pairs = {} } = useKeyWishes()
  const words = useKeyNames()
  const held = useHeld()
  const [news, setNews] = useState<string | null>(null)
  const take = (name: KeyName, key: string): boolean => {
    if (!mayLay(key)) {
      setNews(intl.formatMessage({ id: 'keys.refused' }))
      return false
    }
    const now = keysNow(scheme, laid[scheme])
    const [, ...others] = now[name] === key ? [] : traded(scheme, laid[scheme], { name, key })
    const gone = others.map((one) => {
      const drawing = isTool(one.name) ? 'yes' : 'no'
      const of = { key: keyWords(now[one.name]), what: words(one.name), now: keyWords(one.key) ?? 'none', drawing }
      return intl.formatMessage({ id: 'keys.traded' }, of)
    })
    setNews(gone.join(' '))
    wish({ laid: { ...laid, [scheme]: lay(scheme, laid[scheme], { name, key }) } })
    return true
  }
  const takePair = (name: PairName, key: string): boolean => {
    const next = layPair(pairs, { name, key })
    if (next === null) {
      setNews(intl.formatMessage({ id: 'keys.refused.pair' }, { letters: freeLetters.join(' ').toUpperCase() }))
      return false
    }
    const of = next.met && { key: held(key.toUpperCase()), what: words(next.met), now: held((next.pairs[next.met] ?? '').toUpperCase()) }
    setNews(of && intl.formatMessage({ id: 'keys.traded' }, { ...of, drawing: 'no' }))
    wish({ pairs: next.pairs })
    return true
  }
  return { news, setNews, take, takePair }
}

function useHeld(): (key: string) => string {
  const intl = useIntl()
  return (key) => intl.formatMessage({ id: 'keys.pair' }, { key })
}

function useKeyNames(): (name: KeyName | PairName) => string {
  const intl = useIntl()
  return (name) => {
    if (/^stars[1-5]$/.test(name)) return intl.formatMessage({ id: 'mark.stars' }, { stars: Number(name.slice(5)) })
    return intl.formatMessage({ id: said[name] ?? `keys.${name}` })
  }
}
