import { type RefObject, useLayoutEffect, useRef } from 'react'

/** Folds a bar as little as lets everything in it be seen: `data-fold` goes up from 0 until nothing is cut off, at most to `most`. */
export function useFold<T extends HTMLElement>(most: number, ...contents: readonly unknown[]): RefObject<T | null> {
  const bar = useRef<T>(null)
  useLayoutEffect(() => {
    const element = bar.current
    if (!element) return
    const fold = () => {
      for (let level = 0; level <= most; level++) {
        element.dataset.fold = String(level)
        if (element.scrollWidth <= element.clientWidth) return
      }
    }
    fold()
    if (typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(fold)
    observer.observe(element)
    void document.fonts?.ready.then(fold)
    return () => observer.disconnect()
  }, [most, ...contents])
  return bar
}
