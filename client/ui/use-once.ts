import { useCallback, useRef } from 'react'

/** Runs `work` unless it is still under way: pressed twice, sent once. */
export function useOnce<A extends readonly unknown[]>(work: (...args: A) => Promise<unknown>): (...args: A) => Promise<void> {
  const busy = useRef(false)
  const latest = useRef(work)
  latest.current = work
  return useCallback(async (...args: A) => {
    if (busy.current) return
    busy.current = true
    try {
      await latest.current(...args)
    } finally {
      busy.current = false
    }
  }, [])
}
