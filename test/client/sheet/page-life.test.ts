import { expect, test } from '@jest/globals'
import { livingPage } from '../../../client/sheet/page-life.ts'

/** Pages of one browser that hear each other; those that are gone hear nothing. */
function browser() {
  const open = new Set<{ onmessage: ((event: { readonly data: unknown }) => void) | null }>()
  return () => {
    const one = {
      onmessage: null as ((event: { readonly data: unknown }) => void) | null,
      postMessage: (data: unknown) => {
        for (const other of open) if (other !== one) queueMicrotask(() => open.has(other) && other.onmessage?.({ data }))
      },
      close: () => open.delete(one),
    }
    open.add(one)
    return one
  }
}

test('[OUTBOX-7] without Web Locks a page that lives answers for itself, and one that is gone does not', async () => {
  const join = browser()
  const channels: ReturnType<typeof join>[] = []
  const page = () =>
    livingPage({
      locks: undefined,
      channel: () => {
        const channel = join()
        channels.push(channel)
        return channel as unknown as BroadcastChannel
      },
    })
  const [first, second, third] = [page(), page(), page()]
  expect(await Promise.all([second.alive(first.page), third.alive(first.page), second.alive(third.page)])).toEqual([true, true, true])
  channels[0]?.close()
  expect(await Promise.all([second.alive(first.page), second.alive(third.page), second.alive('never')])).toEqual([false, true, false])
})

test('[OUTBOX-7] where pages cannot hear each other every other page counts as gone', async () => {
  expect(await livingPage({ locks: undefined, channel: null }).alive('another')).toBe(false)
})

test('[OUTBOX-7] with Web Locks a page lives as long as it holds its own', async () => {
  const held = new Set<string>()
  const request = async (name: string, options: unknown, work?: (lock: object | null) => Promise<unknown>) => {
    if (typeof options === 'function') return held.add(name)
    return work?.(held.has(name) ? null : {})
  }
  const locks = { request } as unknown as LockManager
  const [first, second] = [livingPage({ locks, channel: null }), livingPage({ locks, channel: null })]
  expect(await second.alive(first.page)).toBe(true)
  held.clear()
  expect(await second.alive(first.page)).toBe(false)
})
