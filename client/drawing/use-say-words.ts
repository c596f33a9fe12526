/** Words told to others while they are written. What is given up, or left with the page of the photo, is gone for them at once. */
import { useEffect, useMemo, useRef } from 'react'

/** Milliseconds in which the end of given up words reaches everybody. */
const gone = 400

interface SayWords {
  readonly type: (text: string) => void
  /** `kept`: the sheet brings them in a moment. */
  readonly end: (kept: boolean) => void
}

/** `say`: the words so far; empty once they were given up; null where there are none. */
export function useSayWords(say: (text: string | null) => void): SayWords {
  const latest = useRef(say)
  latest.current = say
  const typed = useRef(false)
  const words = useMemo<SayWords>(
    () => ({
      type(text) {
        typed.current ||= text !== ''
        if (typed.current) latest.current(text)
      },
      end(kept) {
        if (!typed.current) return
        typed.current = false
        const told = latest.current
        if (!kept) told('')
        setTimeout(() => told(null), kept ? 0 : gone)
      },
    }),
    [],
  )
  useEffect(() => () => words.end(false), [words])
  return words
}
