/** Keys and habits of whoever uses this page, in every gallery alike. */
import { useSyncExternalStore } from 'react'
import type { Keys, KeyWishes, Pairs } from '../../common/key-wishes.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { keepKeys, keptKeys, keysFollow, onKeys } from '../net/kept-keys.ts'
import { known } from './key-map.ts'
import type { KeyScheme } from './keys.ts'
import { knownPairs } from './pairs.ts'

const none: KeyWishes = { laid: { lightroom: {}, simple: {} }, advance: false }
let read: { readonly text: string | null; readonly wishes: KeyWishes } = { text: null, wishes: none }

export function keyWishes(): KeyWishes {
  const text = keptKeys()
  if (text !== read.text) read = { text, wishes: wishesOf(text) }
  return read.wishes
}

export const wish = (change: Partial<KeyWishes>): void => keepKeys({ ...keyWishes(), ...change })

export const useKeyWishes = (): KeyWishes => useSyncExternalStore(onKeys, keyWishes)

/** Where they are kept. */
export const useKeysKept = (): 'account' | 'browser' => (useSyncExternalStore(onKeys, keysFollow) ? 'account' : 'browser')

/** The open gallery's scheme, and what was laid elsewhere in it. */
export function useLaidKeys(): { readonly scheme: KeyScheme; readonly laid: Keys; readonly pairs: Pairs } {
  const { gallery } = useGallery()
  const scheme = gallery?.keys ?? 'lightroom'
  const { laid, pairs = {} } = useKeyWishes()
  return { scheme, laid: laid[scheme], pairs }
}

function wishesOf(text: string | null): KeyWishes {
  try {
    const said = JSON.parse(text ?? '{}') as { laid?: Partial<Record<KeyScheme, unknown>> } & Partial<
      Record<'pairs' | 'advance' | 'quiet', unknown>
    >
    const laid = { lightroom: known('lightroom', said.laid?.lightroom), simple: known('simple', said.laid?.simple) }
    const pairs = knownPairs(said.pairs)
    const more = { ...(Object.keys(pairs).length > 0 ? { pairs } : {}), ...(said.quiet === true ? { quiet: true } : {}) }
    return { laid, advance: said.advance === true, ...more }
  } catch {
    return none
  }
}
