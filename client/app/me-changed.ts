/** Who this browser is has changed: signed in or out, or a link opened. Everything asked before is asked anew. */
const listeners = new Set<() => void>()

export function onMeChanged(listener: () => void): void {
  listeners.add(listener)
}

export async function meChanged(): Promise<void> {
  const { forgetConnection } = await import('../gallery/open-galleries.ts')
  forgetConnection()
  for (const listener of listeners) listener()
}
