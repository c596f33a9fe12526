import { useCallback, useEffect, useRef, useState } from 'react'
import type { HistoryPage } from '../../common/history/entry.ts'
import { type HistoryAsk, historyUrl } from '../../common/protocol/history.ts'
import { useGallery, useGalleryStore } from '../gallery/use-gallery.tsx'
import { ask } from '../net/api.ts'
import { newerThan, type Roll, rollOf, unrolled, withNewer, withOlder } from './roll.ts'
import { whenDone } from './when-done.ts'

/** Milliseconds: what is done at once is read at once. */
const settle = 500

export interface History {
  /** Null until the first page is there. */
  readonly roll: Roll | null
  /** The last asking went wrong; `again` asks once more. */
  readonly failed: boolean
  readonly loading: boolean
  more(): void
  again(): void
  /** Shows what came in. */
  unroll(): void
}

type Filter = Omit<HistoryAsk, 'before'>

/** What was done here, kept up while it is shown: when more is done, what is newer is read. `hold`: new entries wait. */
export function useHistory(filter: Filter, hold: () => boolean): History {
  const store = useGalleryStore()
  const { status } = useGallery()
  const key = historyUrl(store.id, filter)
  const [state, setState] = useState<{ key: string; roll: Roll | null; failed: boolean; loading: boolean }>(begun(key))
  const shown = state.key === key ? state : begun(key)
  const latest = useRef({ key, filter, hold, roll: shown.roll })
  latest.current = { key, filter, hold, roll: shown.roll }

  const read = useCallback(
    async (part: HistoryAsk, into: (roll: Roll | null, page: HistoryPage) => Roll) => {
      const { key: asked, filter: wanted } = latest.current
      const change = (to: (old: typeof shown) => Partial<typeof shown>) =>
        setState((old) => (latest.current.key === asked ? { ...(old.key === asked ? old : begun(asked)), ...to(old) } : old))
      change(() => ({ loading: true }))
      const page = await ask<HistoryPage>('GET', historyUrl(store.id, { ...wanted, ...part }))
      if (!page.ok) return change(() => ({ loading: false, failed: true }))
      change((old) => ({ loading: false, failed: false, roll: into(old.key === asked ? old.roll : null, page.value) }))
    },
    [store],
  )
  const newest = useCallback(
    (part: HistoryAsk = {}) => read(part, (roll, page) => (roll ? withNewer(roll, page, latest.current.hold()) : rollOf(page))),
    [read],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question, or a connection that came back, is asked from the start
  useEffect(() => void newest(), [newest, key, status === 'open'])
  const newer = useCallback(() => {
    const { roll, filter: wanted } = latest.current
    void newest(roll ? newerThan(roll, wanted.since) : {})
  }, [newest])
  useDone(filter, newer)
  const more = useCallback(() => {
    const next = latest.current.roll?.next
    if (next) void read({ before: next }, (roll, page) => (roll ? withOlder(roll, page) : rollOf(page)))
  }, [read])
  const unroll = useCallback(() => setState((old) => (old.roll ? { ...old, roll: unrolled(old.roll) } : old)), [])
  return { roll: shown.roll, failed: shown.failed, loading: shown.loading, more, again: () => void newest(), unroll }
}

/** Soon after more was done. */
function useDone({ kind, photo }: Filter, read: () => void): void {
  const store = useGalleryStore()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const asked = { ...(kind ? { kind } : {}), ...(photo ? { photo } : {}) }
    const stop = whenDone(store, asked, () => {
      timer ??= setTimeout(() => {
        timer = null
        read()
      }, settle)
    })
    return () => {
      stop()
      if (timer !== null) clearTimeout(timer)
    }
  }, [store, kind, photo, read])
}

const begun = (key: string) => ({ key, roll: null, failed: false, loading: true })
