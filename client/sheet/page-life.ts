/** Pages of one browser know of each other by Web Locks: a page that is gone holds none. */
import { nanoid } from 'nanoid'
import type { PageLife } from './outbox.ts'

const lockOf = (page: string) => `proofroom-page-${page}`

export function livingPage(locks: LockManager | undefined = globalThis.navigator?.locks): PageLife {
  const page = nanoid()
  void locks?.request(lockOf(page), () => new Promise<never>(() => {})).catch(() => undefined)
  return {
    page,
    async alive(other) {
      if (!locks) return false
      return await locks.request(lockOf(other), { ifAvailable: true }, async (lock) => lock === null)
    },
  }
}
