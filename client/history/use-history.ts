import { useCallback, useEffect, useRef, useState } from 'react'
import type { HistoryPage } from '../../common/history/entry.ts'
import { type HistoryAsk, historyUrl } from '../../common/protocol/history.ts'
import { useGallery, useGalleryStore } from '../gallery/use-gallery.tsx'
import { ask } from '../net/api.ts'
import { type Roll, rollOf, unrolled, withNewer, withOlder } from './roll.ts'

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

/** What was done here, kept up while it is shown: whatever changes in the gallery, the newest page is read again. `hold`: new entries wait. */
export function useHistory(filter: Filter, hold: () => boolean): History {
  const store = useGalleryStore()
  const { status } = useGallery()
  const key = historyUrl(store.id, filter)
  const [state, setState] = useState<{ key: string; roll: Roll | null; failed: boolean; loading: boolean }>(begun(key))
  const shown = state.key === key ? state : begun(key)
  const latest = useRef({ key, filter, hold, roll: shown.roll })
  latest.current = { key, filter, hold, roll: shown.roll }

  const read = useCallback(
    async (before: string | null, into: (roll: Roll | null, page: HistoryPage) => Roll) => {
      const { key: asked, filter: wanted } = latest.current
      const change = (to: (old: typeof shown) => Partial<typeof shown>) =>
        setState((old) => (latest.current.key === asked ? { ...(old.key === asked ? old : begun(asked)), ...to(old) } : old))
      change(() => ({ loading: true }))
      const page = await ask<HistoryPage>('GET', historyUrl(store.id, before === null ? wanted : { ...wanted, before }))
      if (!page.ok) return change(() => ({ loading: false, failed: true }))
      change((old) => ({ loading: false, failed: false, roll: into(old.key === asked ? old.roll : null, page.value) }))
    },
    [store],
  )
  const newest = useCallback(() => read(null, (roll, page) => (roll ? withNewer(roll, page, latest.current.hold()) : rollOf(page))), [read])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question, or a connection that came back, is asked from the start
  useEffect(() => void newest(), [newest, key, status === 'open'])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const soon = () => {
      timer ??= setTimeout(() => {
        timer = null
        void newest()
      }, settle)
    }
    const stops = [store.onMarks(soon), store.onView(soon)]
    return () => {
      for (const stop of stops) stop()
      if (timer !== null) clearTimeout(timer)
    }
  }, [store, newest])
  const more = useCallback(() => {
    const next = latest.current.roll?.next
    if (next) void read(next, (roll, page) => (roll ? withOlder(roll, page) : rollOf(page)))
  }, [read])
  const unroll = useCallback(() => setState((old) => (old.roll ? { ...old, roll: unrolled(old.roll) } : old)), [])
  return { roll: shown.roll, failed: shown.failed, loading: shown.loading, more, again: () => void newest(), unroll }
}

const begun = (key: string) => ({ key, roll: null, failed: false, loading: true })
