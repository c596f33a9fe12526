/** Who this browser is has changed: signed in or out, or a link opened. Everything asked before is asked anew. */
import { forgetWho } from '../net/who.ts'

const listeners = new Set<() => void>()

export function onMeChanged(listener: () => void): void {
  listeners.add(listener)
}

export async function meChanged(): Promise<void> {
  forgetWho()
  const { forgetConnection } = await import('../gallery/open-galleries.ts')
  forgetConnection()
  for (const listener of listeners) listener()
}
