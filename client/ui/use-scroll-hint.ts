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
    let width = element.scrollWidth
    const resized = new ResizeObserver(() => {
      // Letters that came late, a phone that was turned: what is current stays where it is seen.
      if (element.scrollWidth !== width) showCurrent(element)
      width = element.scrollWidth
      say()
    })
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
    const next = ref.current && currentIn(ref.current)
    if (!ref.current || !next || next === current.current) return
    current.current = next
    showCurrent(ref.current)
  })
  return ref
}

const currentIn = (element: HTMLElement) => element.querySelector<HTMLElement>('[aria-current]:not([aria-current="false"])')

function showCurrent(element: HTMLElement): void {
  const current = currentIn(element)
  if (!current || element.scrollWidth <= element.clientWidth) return
  const before = current.getBoundingClientRect().left - element.getBoundingClientRect().left + element.scrollLeft
  element.scrollLeft = before - (element.clientWidth - current.offsetWidth) / 2
}
