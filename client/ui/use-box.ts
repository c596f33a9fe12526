/** How large an element is, in pixels; 0 before it is known. Follows resizing. */
import { useLayoutEffect, useState } from 'react'

interface Box {
  readonly width: number
  readonly height: number
}
interface Held {
  readonly current: HTMLElement | null
}

const unknown: Box = { width: 0, height: 0 }

/** `measure` is the same function every time. */
function useMeasured(element: Held, measure: (target: HTMLElement) => Box): Box {
  const [box, setBox] = useState(unknown)
  useLayoutEffect(() => {
    const target = element.current
    if (!target) return
    const read = () => {
      const now = measure(target)
      setBox((before) => (before.width === now.width && before.height === now.height ? before : now))
    }
    read()
    if (typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(read)
    observer.observe(target)
    return () => observer.disconnect()
  }, [element, measure])
  return box
}

/** Its padding included. */
export const useInside = (element: Held): Box => useMeasured(element, insideOf)
const insideOf = ({ clientWidth, clientHeight }: HTMLElement): Box => ({ width: clientWidth, height: clientHeight })

/** The room its padding leaves. */
export const useBox = (element: Held): Box => useMeasured(element, roomOf)
function roomOf(target: HTMLElement): Box {
  const style = getComputedStyle(target)
  const side = (name: string) => Number.parseFloat(style.getPropertyValue(name)) || 0
  const width = target.clientWidth - side('padding-left') - side('padding-right')
  const height = target.clientHeight - side('padding-top') - side('padding-bottom')
  return { width, height }
}

/** Inside, in whole pixels; its height is nobody's matter. */
export const useWidth = (element: Held): number => useMeasured(element, widthOf).width
const widthOf = ({ clientWidth }: HTMLElement): Box => ({ width: Math.floor(clientWidth), height: 0 })
