/** How far beyond what is in sight the wall stands in the document: little when it was hung anew, then more with each frame. */
import { startTransition, useEffect, useState } from 'react'

/** Rows above and below what is in sight: none at first, and at rest. */
const first = 0
export const atRest = 4

/** Grows up to `most` rows, in steps that double: what is in sight never waits for what is not. */
export function useReach(hung: unknown, most: number): number {
  const [grown, setGrown] = useState({ hung, reach: first })
  const reach = Math.min(most, grown.hung === hung ? grown.reach : first)
  useEffect(() => {
    if (reach >= most) return
    let later: ReturnType<typeof setTimeout> | null = null
    const frame = requestAnimationFrame(() => {
      later = setTimeout(() => startTransition(() => setGrown({ hung, reach: Math.max(1, reach * 2) })))
    })
    return () => {
      cancelAnimationFrame(frame)
      if (later !== null) clearTimeout(later)
    }
  }, [hung, reach, most])
  return reach
}
