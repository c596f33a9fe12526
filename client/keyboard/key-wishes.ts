/** Keys and habits of whoever uses this browser: kept here, in every gallery alike. */
import { useSyncExternalStore } from 'react'
import { type Keys, known } from './key-map.ts'
import type { KeyScheme } from './keys.ts'

export interface KeyWishes {
  readonly laid: Readonly<Record<KeyScheme, Keys>>
  /** A mark always goes on to the next photo. */
  readonly advance: boolean
}

const place = 'proofroom:keys'
const none: KeyWishes = { laid: { lightroom: {}, simple: {} }, advance: false }
const listeners = new Set<() => void>()
let read: { readonly text: string | null; readonly wishes: KeyWishes } = { text: null, wishes: none }

export function keyWishes(): KeyWishes {
  const text = localStorage.getItem(place)
  if (text !== read.text) read = { text, wishes: wishesOf(text) }
  return read.wishes
}

export function wish(change: Partial<KeyWishes>): void {
  localStorage.setItem(place, JSON.stringify({ ...keyWishes(), ...change }))
  for (const listener of [...listeners]) listener()
}

export const useKeyWishes = (): KeyWishes => useSyncExternalStore(listen, keyWishes)

/** Other pages of this browser follow. */
function listen(changed: () => void): () => void {
  listeners.add(changed)
  window.addEventListener('storage', changed)
  return () => {
    listeners.delete(changed)
    window.removeEventListener('storage', changed)
  }
}

function wishesOf(text: string | null): KeyWishes {
  try {
    const { laid, advance } = JSON.parse(text ?? '{}') as { laid?: Partial<Record<KeyScheme, unknown>>; advance?: unknown }
    return { laid: { lightroom: known('lightroom', laid?.lightroom), simple: known('simple', laid?.simple) }, advance: advance === true }
  } catch {
    return none
  }
}
