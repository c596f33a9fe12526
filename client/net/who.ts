/**
 * Who this browser was when it last had a connection, and what the server said of them: what opens without one. A page shows what was
 * kept for this person and for nobody else.
 */
import type { PersonId } from '../../common/ids.ts'
import type { Result } from '../../common/result.ts'

const whoAt = 'proofroom:who'
const answersAt = 'proofroom:answer:'

/** Null in programs without a browser's storage. */
const storage = (): Storage | null => {
  try {
    return globalThis.localStorage ?? null
  } catch {
    return null
  }
}

export const lastWho = (): string | null => storage()?.getItem(whoAt) ?? null

/** The server says who this is. Answers for anybody else are forgotten. */
export function isNow(person: PersonId): void {
  if (lastWho() === person) return
  forgetWho()
  storage()?.setItem(whoAt, person)
}

/** Nobody, until the server says who. */
export function forgetWho(): void {
  const all = storage()
  if (!all) return
  all.removeItem(whoAt)
  for (const key of Object.keys(all)) if (key.startsWith(answersAt)) all.removeItem(key)
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
