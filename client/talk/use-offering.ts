/** Names offered after an `@`, and which of them is chosen next. */
import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { callAt, suggested, withCall } from './calls.ts'
import type { Called, Calling } from './use-calling.ts'

/** Names offered at once. */
const most = 6

interface Field {
  readonly box: RefObject<HTMLTextAreaElement | null>
  readonly value: string
  readonly calling: Calling
  readonly onChange: (value: string) => void
}

export function useOffering({ box, value, calling, onChange }: Field) {
  const [caret, setCaret] = useState<number | null>(null)
  const [at, setAt] = useState(0)
  const goTo = useRef<number | null>(null)
  // Before the next key: what is typed on goes behind the name.
  useLayoutEffect(() => {
    if (goTo.current === null) return
    box.current?.setSelectionRange(goTo.current, goTo.current)
    goTo.current = null
  })
  const call = caret === null ? null : callAt(value, caret)
  const people = call ? suggested(calling.people, call.query).slice(0, most) : []
  const place = Math.min(at, people.length - 1)
  const choose = (person: Called | null) => {
    if (!call || caret === null || !person) return
    const [words, to] = withCall(value, { from: call.from, caret }, person.name)
    calling.chose(person.id)
    onChange(words)
    setCaret(null)
    goTo.current = to
  }
  return {
    people,
    current: people[place] ?? null,
    choose,
    step: (by: 1 | -1) => setAt((place + by + people.length) % people.length),
    shut: () => setCaret(null),
    typed: (to: number) => {
      setCaret(to)
      setAt(0)
    },
    /** The caret went elsewhere: only a call that was being written goes on. */
    moved: (to: number) => setCaret((before) => (before === null ? null : to)),
  }
}
