import { useEffect, useRef, useState } from 'react'

/** Milliseconds after the last letter. */
const pause = 180

/** What somebody types, at once in its field and a little later where it counts. A change from elsewhere comes into the field. */
export function useTyped(value: string, commit: (value: string) => void): readonly [string, (value: string) => void] {
  const [text, setText] = useState(value)
  const said = useRef(value)
  const latest = useRef(commit)
  latest.current = commit
  useEffect(() => {
    if (value === said.current) return
    said.current = value
    setText(value)
  }, [value])
  useEffect(() => {
    if (text === said.current) return
    const timer = setTimeout(() => {
      said.current = text
      latest.current(text)
    }, pause)
    return () => clearTimeout(timer)
  }, [text])
  return [text, setText]
}
