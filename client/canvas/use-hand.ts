/** Fingers, mouse and wheel on a picture: what they do to the look. */
import { type PointerEvent, useCallback, useEffect, useRef } from 'react'
import { boxOf, type Look, panBy, type Size, toggled, toPicture, zoomAt } from './view-box.ts'

/** Pixels a finger travels before it counts as a swipe, and between two taps of a double tap. */
const swipeFrom = 48
const tapSlop = 24
/** Milliseconds between two taps of a double tap. */
const doubleTap = 300

/** Pixels a press may wander and still be a tap. */
const still = 6

export interface HandScene {
  readonly look: Look
  readonly picture: Size
  readonly stage: Size
  readonly density: number
  readonly onLook: (look: Look) => void
  readonly onSwipe?: (step: -1 | 1) => void
  /** A tap on a place of the picture, as a fraction: true if it was meant for something else than zooming. */
  readonly onTap?: (place: readonly [number, number]) => boolean
}
interface Point {
  readonly x: number
  readonly y: number
}
type Frame = { readonly current: HTMLElement | null }

export function useHand(scene: HandScene, frame: Frame) {
  const latest = useRef(scene)
  latest.current = scene
  const fingers = useRef(new Map<number, Point>())
  const start = useRef<Point | null>(null)
  const doubled = useDoubleTap()
  /** Several moves may come before one rendering: each builds on the last. */
  const change = useCallback((next: (at: HandScene) => Look) => {
    const look = next(latest.current)
    latest.current = { ...latest.current, look }
    latest.current.onLook(look)
  }, [])
  const zoom = useCallback(
    ({ x, y }: Point, factor: number) => change((at) => zoomAt(boxOf(at.look, at), { ...at, px: x, py: y, factor })),
    [change],
  )
  const whole = useCallback(() => latest.current.look.fit, [])
  useWheel(frame, zoom, whole)
  const end = (from: Point, to: Point, event: PointerEvent<HTMLElement>) => {
    if (apart(from, to) < still) {
      if (scene.onTap?.(toPicture(boxOf(scene.look, scene), scene.picture, [to.x, to.y]))) return
      if (doubled(to, event.timeStamp)) change((at) => toggled(at.look, boxOf(at.look, at), { ...at, px: to.x, py: to.y }))
      return
    }
    const across = to.x - from.x
    const far = Math.abs(across) > Math.max(swipeFrom, Math.abs(to.y - from.y) * 1.5)
    if (scene.look.fit && event.pointerType === 'touch' && far) scene.onSwipe?.(across < 0 ? 1 : -1)
  }
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture?.(event.pointerId)
      fingers.current.set(event.pointerId, pointOf(event))
      start.current = fingers.current.size === 1 ? pointOf(event) : null
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const before = fingers.current.get(event.pointerId)
      if (!before) return
      const now = pointOf(event)
      const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1]
      fingers.current.set(event.pointerId, now)
      if (other) zoom(middle(now, other), apart(now, other) / Math.max(1, apart(before, other)))
      else change((at) => panBy(at.look, { ...at, dx: now.x - before.x, dy: now.y - before.y }))
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const from = start.current
      fingers.current.delete(event.pointerId)
      start.current = null
      if (from) end(from, pointOf(event), event)
    },
    onPointerCancel: (event: PointerEvent<HTMLElement>) => {
      fingers.current.delete(event.pointerId)
      start.current = null
    },
  }
}

/** True for the second of two taps close together in place and time. */
function useDoubleTap(): (point: Point, at: number) => boolean {
  const last = useRef<(Point & { readonly at: number }) | null>(null)
  return (point, at) => {
    const before = last.current
    const double = before !== null && at - before.at < doubleTap && apart(before, point) < tapSlop
    last.current = double ? null : { ...point, at }
    return double
  }
}

/** Whether what this lies on scrolls, since the screen is too low for all of it. */
function liesInScrolling(frame: HTMLElement): boolean {
  for (let around = frame.parentElement; around; around = around.parentElement)
    if (around.scrollHeight > around.clientHeight + 1 && getComputedStyle(around).overflowY === 'auto') return true
  return false
}

/** The wheel zooms; past a whole picture on a page that scrolls it goes on to that. React's own listener could not prevent it. */
function useWheel(frame: Frame, zoom: (point: Point, factor: number) => void, whole: () => boolean): void {
  useEffect(() => {
    const target = frame.current
    if (!target) return
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && whole() && liesInScrolling(target)) return
      event.preventDefault()
      const edge = target.getBoundingClientRect()
      const lines = event.deltaMode === 1 ? 16 : 1
      // A pinch on a trackpad comes as a wheel with Ctrl, in finer steps.
      const speed = event.ctrlKey ? 0.01 : 0.0022
      zoom({ x: event.clientX - edge.left, y: event.clientY - edge.top }, Math.exp(-event.deltaY * lines * speed))
    }
    target.addEventListener('wheel', onWheel, { passive: false })
    return () => target.removeEventListener('wheel', onWheel)
  }, [frame, zoom, whole])
}

function pointOf(event: PointerEvent<HTMLElement>): Point {
  const edge = event.currentTarget.getBoundingClientRect()
  return { x: event.clientX - edge.left, y: event.clientY - edge.top }
}

const apart = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)
const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })
