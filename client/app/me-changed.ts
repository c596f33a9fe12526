/** Who this browser is has changed: signed in or out, or a link opened. Everything asked before is asked anew. */
import { forgetWho, onForgotten } from '../net/who.ts'

const listeners = new Set<() => void>()

export function onMeChanged(listener: () => void): void {
  listeners.add(listener)
}

/** In another tab: what this one shows of them goes too. */
onForgotten(() => tell())

export async function meChanged(): Promise<void> {
  forgetWho()
  const { forgetConnection } = await import('../gallery/open-galleries.ts')
  forgetConnection()
  tell()
}

function tell(): void {
  for (const listener of listeners) listener()
}
