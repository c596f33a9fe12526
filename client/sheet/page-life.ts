/**
 * Pages of one browser know of each other by Web Locks: a page that is gone holds none. Plain http beyond this machine has no locks; there
 * a page is asked, and one that is gone does not answer.
 */
import { nanoid } from 'nanoid'
import type { PageLife } from './outbox.ts'

const lockOf = (page: string) => `proofroom-page-${page}`
/** Milliseconds a living page takes to answer, and more. */
const patience = 400

interface Around {
  readonly locks: LockManager | undefined
  readonly channel: (() => BroadcastChannel) | null
}

const around = (): Around => ({
  locks: globalThis.navigator?.locks,
  channel: globalThis.BroadcastChannel ? () => new BroadcastChannel('proofroom-pages') : null,
})

export function livingPage({ locks, channel }: Around = around()): PageLife {
  const page = nanoid()
  if (!locks) return { page, alive: asking(page, channel) }
  void locks.request(lockOf(page), () => new Promise<never>(() => {})).catch(() => undefined)
  const taken = async (lock: Lock | null) => lock === null
  return { page, alive: (other) => locks.request(lockOf(other), { ifAvailable: true }, taken).catch(() => false) }
}

/** Answers for this page, and asks others. */
function asking(page: string, open: Around['channel']): PageLife['alive'] {
  if (!open) return async () => false
  const channel = open()
  const waiting = new Map<string, Set<() => void>>()
  channel.onmessage = ({ data }: MessageEvent<{ readonly ask?: string; readonly here?: string }>) => {
    if (data.ask === page) channel.postMessage({ here: page })
    for (const answered of waiting.get(data.here ?? '') ?? []) answered()
  }
  return (other) =>
    new Promise((resolve) => {
      const asked = waiting.get(other) ?? new Set()
      waiting.set(other, asked)
      const end = (alive: boolean) => {
        clearTimeout(late)
        asked.delete(answered)
        resolve(alive)
      }
      const answered = () => end(true)
      const late = setTimeout(() => end(false), patience)
      asked.add(answered)
      channel.postMessage({ ask: other })
    })
}
