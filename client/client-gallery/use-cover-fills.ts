/** Whether the cover fills the page: where to begin is in sight or still below. What lies over the page waits until it has gone. */
import { useLayoutEffect, useState } from 'react'

/** Pixels at the top of the page that its bars may cover. */
const bars = 172

/** Give `ref` to what says where to begin. */
export function useCoverFills() {
  const [begins, ref] = useState<HTMLElement | null>(null)
  const [fills, setFills] = useState(false)
  useLayoutEffect(() => {
    if (!begins || typeof IntersectionObserver === 'undefined') return
    // Known before the first picture of the page is painted: nothing shows for a moment only to go again.
    setFills(begins.getBoundingClientRect().top > bars)
    const observer = new IntersectionObserver(
      (entries) => {
        const last = entries.at(-1)
        if (last) setFills(last.isIntersecting || last.boundingClientRect.top > bars)
      },
      { rootMargin: `-${bars}px 0px 0px` },
    )
    observer.observe(begins)
    return () => {
      observer.disconnect()
      setFills(false)
    }
  }, [begins])
  return { fills, ref }
}
