/**
 * Who this browser was when it last had a connection, and what the server said of them: what opens without one. A page shows what was
 * kept for this person and for nobody else.
 */
import type { GalleryId, PersonId } from '../../common/ids.ts'
import type { Result } from '../../common/result.ts'

const whoAt = 'proofroom:who'
export const answersAt = 'proofroom:answer:'
/** Words this person began in this tab. */
export const wordsAt = 'proofroom:words:'

/** Null in programs without a browser's storage. */
const storage = (name: 'localStorage' | 'sessionStorage' = 'localStorage'): Storage | null => {
  try {
    return globalThis[name] ?? null
  } catch {
    return null
  }
}

export const lastWho = (): string | null => storage()?.getItem(whoAt) ?? null

/** The server says who this is. Answers for anybody else are forgotten. */
export function isNow(person: PersonId): void {
  const before = lastWho()
  if (before === person) return
  if (before !== null) forgetWho()
  storage()?.setItem(whoAt, person)
}

/** Nobody, until the server says who. */
export function forgetWho(): void {
  const all = storage()
  if (!all) return
  all.removeItem(whoAt)
  removeAll(all, answersAt)
  const tab = storage('sessionStorage')
  if (tab) removeAll(tab, wordsAt)
}

function removeAll(from: Storage, start: string): void {
  for (const key of Object.keys(from)) if (key.startsWith(start)) from.removeItem(key)
}

/** Another tab of this browser learns that nobody is here any more, or somebody else. */
export function onForgotten(listener: () => void): void {
  globalThis.addEventListener?.('storage', ({ key, newValue }) => {
    if (key === whoAt && newValue === null) listener()
  })
}

/** The server's answer, or without a connection the one it gave this person last. */
export function keptAnswer<T>(name: string, answer: Result<T>): Result<T> {
  try {
    if (answer.ok) storage()?.setItem(answersAt + name, JSON.stringify(answer.value))
    else if (answer.refusal.code === 'retry') {
      const kept = storage()?.getItem(answersAt + name)
      if (kept) return { ok: true, value: JSON.parse(kept) as T }
    }
  } catch {
    // The storage is full or broken: nothing is kept.
  }
  return answer
}

/** A link led to this gallery: without a connection it leads there again. The link itself is a secret and is not kept. */
export async function rememberLink(token: string, gallery: GalleryId): Promise<void> {
  const name = await nameOf(token)
  if (name) storage()?.setItem(answersAt + name, gallery)
}

export async function rememberedLink(token: string): Promise<string | null> {
  const name = await nameOf(token)
  return name ? (storage()?.getItem(answersAt + name) ?? null) : null
}

/** Null where the browser cannot hash: plain http beyond this machine. */
async function nameOf(token: string): Promise<string | null> {
  const hash = await globalThis.crypto?.subtle?.digest('SHA-256', new TextEncoder().encode(token)).catch(() => null)
  return hash ? `link:${[...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}` : null
}
