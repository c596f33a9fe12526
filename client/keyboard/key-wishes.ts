/** Keys and habits of whoever uses this page, in every gallery alike. */
import { useSyncExternalStore } from 'react'
import type { Keys, KeyWishes } from '../../common/key-wishes.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { keepKeys, keptKeys, keysFollow, onKeys } from '../net/kept-keys.ts'
import { known } from './key-map.ts'
import type { KeyScheme } from './keys.ts'

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
export function useLaidKeys(): { readonly scheme: KeyScheme; readonly laid: Keys } {
  const { gallery } = useGallery()
  const scheme = gallery?.keys ?? 'lightroom'
  return { scheme, laid: useKeyWishes().laid[scheme] }
}

function wishesOf(text: string | null): KeyWishes {
  try {
    const said = JSON.parse(text ?? '{}') as { laid?: Partial<Record<KeyScheme, unknown>>; advance?: unknown; quiet?: unknown }
    const laid = { lightroom: known('lightroom', said.laid?.lightroom), simple: known('simple', said.laid?.simple) }
    return { laid, advance: said.advance === true, ...(said.quiet === true ? { quiet: true } : {}) }
  } catch {
    return none
  }
}
