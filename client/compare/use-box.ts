import { useLayoutEffect, useState } from 'react'

/** Room inside an element without its padding, in pixels. */
export function useBox(element: { readonly current: HTMLElement | null }): { readonly width: number; readonly height: number } {
  const [box, setBox] = useState({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const target = element.current
    if (!target) return
    const read = () => {
      const style = getComputedStyle(target)
      const side = (name: string) => Number.parseFloat(style.getPropertyValue(name)) || 0
      const width = target.clientWidth - side('padding-left') - side('padding-right')
      const height = target.clientHeight - side('padding-top') - side('padding-bottom')
      setBox((before) => (before.width === width && before.height === height ? before : { width, height }))
    }
    read()
    if (typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(read)
    observer.observe(target)
    return () => observer.disconnect()
  }, [element])
  return box
}
