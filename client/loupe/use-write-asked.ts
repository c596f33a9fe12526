/** Whoever comes to a photo to write about it stands in the field at once. */
import { useEffect } from 'react'
import { useLocation } from 'react-router'

/** Kept with the page one comes to. */
export interface ToWrite {
  readonly write: true
}

const toWrite = (state: unknown): boolean => typeof state === 'object' && state !== null && 'write' in state && state.write === true

export function useWriteAsked(write: () => void): void {
  const { key, state } = useLocation()
  const asked = toWrite(state) ? key : null
  useEffect(() => {
    if (asked) write()
  }, [asked, write])
}
