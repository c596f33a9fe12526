import { type RefObject, useLayoutEffect, useState, useSyncExternalStore } from 'react'

/** Inner width of an element in whole pixels, 0 before it is known; follows resizing. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const target = element.current
    if (!target) return
    const read = () => setWidth(Math.floor(target.clientWidth))
    read()
    if (typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(read)
    observer.observe(target)
    return () => observer.disconnect()
  }, [element])
  return width
}

/** Whether a media query holds now. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia?.(query)
      list?.addEventListener('change', changed)
      return () => list?.removeEventListener('change', changed)
    },
    () => window.matchMedia?.(query).matches ?? false,
  )
}

/** A finger rather than a mouse. */
export const useTouch = (): boolean => useMedia('(pointer: coarse)')
