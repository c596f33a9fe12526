/** Sentences for a live region: what comes in one moment is said in one go, and many at once are counted instead of read out. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { useIntl } from 'react-intl'

/** Milliseconds in which sentences are gathered. */
const moment = 900
/** Sentences that are still read out one by one. */
const most = 3

/** What is said now, and a way to say something. The same sentence twice in one moment is said once. */
export function useSpoken(): readonly [said: string, say: (sentence: string) => void] {
  const intl = useIntl()
  const [said, setSaid] = useState('')
  const waiting = useRef(new Set<string>())
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const latest = useRef(intl)
  latest.current = intl
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current)
      timer.current = null
    },
    [],
  )
  const say = useCallback((sentence: string) => {
    if (sentence === '') return
    waiting.current.add(sentence)
    timer.current ??= setTimeout(() => {
      timer.current = null
      const words = gathered([...waiting.current], (n) => latest.current.formatMessage({ id: 'live.many' }, { n }))
      waiting.current.clear()
      setSaid((before) => differing(words, before))
    }, moment)
  }, [])
  return [said, say]
}

export function gathered(sentences: readonly string[], count: (n: number) => string): string {
  return sentences.length > most ? count(sentences.length) : sentences.join('. ')
}

/** A screen reader says only what changed: the same words again end in a blank that is not heard. */
export const differing = (words: string, before: string): string => (words === before ? `${words}\u00a0` : words)
