/** Hints inside one process. Listeners hear a hint after the turn that said it, never in the middle of it. */
import type { Bus, BusHint } from '../ports.ts'

export function createInProcessBus(): Bus {
  const listeners = new Set<(hint: BusHint) => void>()
  return {
    say: (hint) => {
      queueMicrotask(() => {
        for (const listener of listeners) listener(hint)
      })
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
