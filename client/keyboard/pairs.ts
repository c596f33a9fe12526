/** What is held together with Ctrl or Cmd: the letter can be another one, in both schemes alike. Pure. */
import { type PairName, type Pairs, pairNames } from '../../common/key-wishes.ts'
import type { Stroke } from './keys.ts'

const usual: Readonly<Record<PairName, string>> = { palette: 'k', undo: 'z', all: 'a', duplicate: 'd' }
/** What browsers and systems do with them is nothing to take away: the clipboard, windows and tabs, finding, printing, hiding. */
const taken = 'cfhlmnpqrtvwxy'
/** Letters that may be laid. */
export const freeLetters = [...'abcdefghijklmnopqrstuvwxyz'].filter((letter) => !taken.includes(letter))

export const pairsNow = (pairs: Pairs): Readonly<Record<PairName, string>> => ({ ...usual, ...pairs })

/** Lays a letter; what had it takes the one given up, and is named. Null where the letter may not be. */
export function layPair(pairs: Pairs, { name, key }: { readonly name: PairName; readonly key: string }) {
  if (!freeLetters.includes(key)) return null
  const now = pairsNow(pairs)
  const met = pairNames.find((one) => one !== name && now[one] === key) ?? null
  return { pairs: { ...pairs, ...(met && { [met]: now[name] }), [name]: key }, met }
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** What is meant, with Shift or without. */
export function pairOn(pairs: Pairs, { key, ctrlKey, metaKey, altKey }: Pressed): PairName | null {
  if (altKey || !(ctrlKey || metaKey)) return null
  const now = pairsNow(pairs)
  return pairNames.find((name) => now[name] === key.toLowerCase()) ?? null
}

/** The stroke as it would be had nobody laid anything elsewhere; null where a letter was given up and nothing took its place. */
export function pairAsUsual(stroke: Stroke, pairs: Pairs): Stroke | null {
  const key = stroke.key.toLowerCase()
  const now = pairsNow(pairs)
  const name = pairNames.find((one) => now[one] === key)
  if (name) return { ...stroke, key: usual[name] }
  return pairNames.some((one) => usual[one] === key) ? null : stroke
}

/** What was kept, as far as it can be: none of it twice. */
export function knownPairs(kept: unknown): Pairs {
  if (typeof kept !== 'object' || kept === null) return {}
  const given = kept as Readonly<Record<string, unknown>>
  const pairs: Pairs = Object.fromEntries(
    pairNames.flatMap((name) => (freeLetters.includes(String(given[name])) ? [[name, given[name]]] : [])),
  )
  return new Set(Object.values(pairsNow(pairs))).size === pairNames.length ? pairs : {}
}
