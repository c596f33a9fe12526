import { type PointerEvent, useEffect, useRef } from 'react'
import type { PhotoId } from '../../common/ids.ts'
import { cellOf } from './cell-of.ts'

/** Milliseconds a finger rests, and pixels it may tremble meanwhile. */
const rests = 450
const trembles = 10

/** A finger resting on a photo. `took`: whether the click that follows belongs to it, asked once. */
export function useLongPress(onPhoto: (photo: PhotoId) => void) {
  const pressing = useRef<{ readonly timer: ReturnType<typeof setTimeout>; readonly x: number; readonly y: number } | null>(null)
  const taken = useRef(false)
  const latest = useRef(onPhoto)
  latest.current = onPhoto
  const stop = () => {
    if (pressing.current) clearTimeout(pressing.current.timer)
    pressing.current = null
  }
  useEffect(() => () => (pressing.current ? clearTimeout(pressing.current.timer) : undefined), [])
  const begin = (event: PointerEvent) => {
    taken.current = false
    const photo = cellOf(event.target)
    if (event.pointerType !== 'touch' || !photo) return
    stop()
    const timer = setTimeout(() => {
      pressing.current = null
      taken.current = true
      navigator.vibrate?.(12)
      latest.current(photo)
    }, rests)
    pressing.current = { timer, x: event.clientX, y: event.clientY }
  }
  const move = ({ clientX, clientY }: PointerEvent) => {
    const from = pressing.current
    if (from && Math.hypot(clientX - from.x, clientY - from.y) > trembles) stop()
  }
  return {
    took: () => {
      const mine = taken.current
      taken.current = false
      return mine
    },
    on: {
      onPointerDown: begin,
      onPointerMove: move,
      onPointerUp: stop,
      onPointerCancel: stop,
      /** The browser's own menu of a link or a picture would come instead. */
      onContextMenu: (event: { preventDefault(): void }) => {
        if (pressing.current || taken.current) event.preventDefault()
      },
    },
  }
}
