/** Says on an element that scrolls sideways where more is hidden, and keeps what is current in sight. */
import { type RefObject, useEffect, useRef } from 'react'

export function useScrollHint<E extends HTMLElement>(): RefObject<E | null> {
  const ref = useRef<E>(null)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const say = () => {
      const most = element.scrollWidth - element.clientWidth
      element.toggleAttribute('data-before', element.scrollLeft > 2)
      element.toggleAttribute('data-after', element.scrollLeft < most - 2)
    }
    say()
    const resized = new ResizeObserver(say)
    resized.observe(element)
    for (const child of element.children) resized.observe(child)
    element.addEventListener('scroll', say, { passive: true })
    return () => {
      resized.disconnect()
      element.removeEventListener('scroll', say)
    }
  })
  const current = useRef<Element | null>(null)
  useEffect(() => {
    const element = ref.current
    const next = element?.querySelector<HTMLElement>('[aria-current]') ?? null
    if (!element || !next || next === current.current) return
    current.current = next
    if (element.scrollWidth <= element.clientWidth) return
    const before = next.getBoundingClientRect().left - element.getBoundingClientRect().left + element.scrollLeft
    element.scrollLeft = before - (element.clientWidth - next.offsetWidth) / 2
  })
  return ref
}
