/** A page that opens over another one has the focus, so that keys and reading begin there; a field that took it first keeps it. */
import { type RefObject, useEffect, useRef } from 'react'
import { takeFocus } from './take-focus.ts'

export function usePageFocus(): RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null)
  useEffect(() => {
    const held = document.activeElement
    if (held === null || held === document.body || held.closest('[inert]')) takeFocus(main.current)
  }, [])
  return main
}
