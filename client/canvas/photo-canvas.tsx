/** A photograph on a Konva stage: wheel and pinch zoom, drag pans, a double tap goes to 1:1 and back. */
import type Konva from 'konva'
import { type ReactNode, type PointerEvent as ReactPointerEvent, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Image as KonvaImage, Layer, Stage } from 'react-konva'
import { type Rendition, usePicture } from './use-picture.ts'
import { boxOf, type Look, panBy, percentOf, type Size, toggled, zoomAt } from './view-box.ts'

export interface PhotoCanvasProps {
  /** Names the picture: another one starts over, but keeps the look. */
  readonly of: string
  /** The picture's accessible name. */
  readonly label: string
  readonly describedBy?: string
  /** Pixels of the original. */
  readonly picture: Size
  /** Smallest first. */
  readonly renditions: readonly Rendition[]
  /** Shown until the first file is here. */
  readonly placeholder: string | null
  readonly look: Look
  readonly onLook: (look: Look) => void
  readonly onPercent?: (percent: number) => void
  /** A swipe while the whole picture is seen: -1 back, 1 on. */
  readonly onSwipe?: (step: -1 | 1) => void
  /** Shown when no file arrives. */
  readonly broken?: ReactNode
}

/** Pixels a finger travels before it counts as a swipe, and between two taps of a double tap. */
const swipeFrom = 48
const tapSlop = 24
/** Milliseconds between two taps of a double tap. */
const doubleTap = 300

export function PhotoCanvas(props: PhotoCanvasProps) {
  const { of, label, describedBy, picture, renditions, placeholder, look, onPercent } = props
  const frame = useRef<HTMLDivElement>(null)
  const stage = useSize(frame)
  const density = globalThis.devicePixelRatio || 1
  const box = boxOf(look, { picture, stage, density })
  const needs = Math.max(picture.width, picture.height) * box.scale * density
  const { image, failed } = usePicture(of, renditions, needs)
  const percent = percentOf(box, density)
  useEffect(() => onPercent?.(percent), [percent, onPercent])
  const hand = useHand(props, { stage, density, frame })
  const place = { x: box.x, y: box.y, width: picture.width * box.scale, height: picture.height * box.scale }
  const layer = useRef<Konva.Layer>(null)
  return (
    <div ref={frame} className={`photo-canvas${look.fit ? '' : ' zoomed'}`} {...hand}>
      {placeholder && !image && (
        <span
          className="blur"
          style={{ left: place.x, top: place.y, width: place.width, height: place.height, backgroundImage: `url(${placeholder})` }}
        />
      )}
      <div role="img" aria-label={label} {...(describedBy ? { 'aria-describedby': describedBy } : {})} className="drawn">
        {stage.width > 0 && (
          <Stage width={stage.width} height={stage.height} listening={false}>
            <Layer ref={layer} imageSmoothingEnabled={percent < 200}>
              {image && <KonvaImage image={image} {...place} />}
            </Layer>
          </Stage>
        )}
      </div>
      {failed && (
        <p className="broken" role="status">
          {props.broken}
        </p>
      )}
    </div>
  )
}

function useSize(element: { readonly current: HTMLElement | null }): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const target = element.current
    if (!target) return
    const read = () => setSize({ width: target.clientWidth, height: target.clientHeight })
    read()
    if (typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(read)
    observer.observe(target)
    return () => observer.disconnect()
  }, [element])
  return size
}

interface Point {
  readonly x: number
  readonly y: number
}

function useHand(
  props: PhotoCanvasProps,
  { stage, density, frame }: { stage: Size; density: number; frame: { readonly current: HTMLElement | null } },
) {
  const latest = useRef({ ...props, stage, density })
  latest.current = { ...props, stage, density }
  const fingers = useRef(new Map<number, Point>())
  const start = useRef<Point | null>(null)
  const lastTap = useRef<(Point & { readonly at: number }) | null>(null)
  const scene = useCallback(() => {
    const { look, picture, stage: room, density: dpr } = latest.current
    const at = { picture, stage: room, density: dpr }
    return { look, at, box: boxOf(look, at) }
  }, [])
  const zoom = useCallback(
    (point: Point, factor: number) => {
      const { at, box } = scene()
      latest.current.onLook(zoomAt(box, { ...at, px: point.x, py: point.y, factor }))
    },
    [scene],
  )
  const toggle = (point: Point) => {
    const { look, at, box } = scene()
    props.onLook(toggled(look, box, { ...at, px: point.x, py: point.y }))
  }
  const onPointerDown = (event: ReactPointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture?.(event.pointerId)
    fingers.current.set(event.pointerId, pointOf(event))
    start.current = fingers.current.size === 1 ? pointOf(event) : null
  }
  const onPointerMove = (event: ReactPointerEvent<HTMLElement>) => {
    const before = fingers.current.get(event.pointerId)
    if (!before) return
    const now = pointOf(event)
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1]
    fingers.current.set(event.pointerId, now)
    if (other) zoom(middle(now, other), apart(now, other) / Math.max(1, apart(before, other)))
    else props.onLook(panBy(scene().look, { ...scene().at, dx: now.x - before.x, dy: now.y - before.y }))
  }
  const onPointerUp = (event: ReactPointerEvent<HTMLElement>) => {
    const from = start.current
    fingers.current.delete(event.pointerId)
    start.current = null
    if (!from) return
    const to = pointOf(event)
    if (apart(from, to) < 6) tap(to, event.timeStamp)
    const across = to.x - from.x
    if (props.look.fit && event.pointerType === 'touch' && Math.abs(across) > Math.max(swipeFrom, Math.abs(to.y - from.y) * 1.5))
      props.onSwipe?.(across < 0 ? 1 : -1)
  }
  const tap = (point: Point, at: number) => {
    const last = lastTap.current
    const double = last && at - last.at < doubleTap && apart(last, point) < tapSlop
    lastTap.current = double ? null : { ...point, at }
    if (double) toggle(point)
  }
  useWheel(frame, zoom)
  return {
    onPointerDown,
    onPointerMove,
    onPointerUp,
    onPointerCancel: (event: ReactPointerEvent<HTMLElement>) => fingers.current.delete(event.pointerId),
  }
}

/** The wheel zooms and never scrolls the page: React's own listener could not prevent that. */
function useWheel(frame: { readonly current: HTMLElement | null }, zoom: (point: Point, factor: number) => void): void {
  useEffect(() => {
    const target = frame.current
    if (!target) return
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const edge = target.getBoundingClientRect()
      const lines = event.deltaMode === 1 ? 16 : 1
      // A pinch on a trackpad comes as a wheel with Ctrl, in finer steps.
      const speed = event.ctrlKey ? 0.01 : 0.0022
      zoom({ x: event.clientX - edge.left, y: event.clientY - edge.top }, Math.exp(-event.deltaY * lines * speed))
    }
    target.addEventListener('wheel', onWheel, { passive: false })
    return () => target.removeEventListener('wheel', onWheel)
  }, [frame, zoom])
}

function pointOf(event: ReactPointerEvent<HTMLElement>): Point {
  const edge = event.currentTarget.getBoundingClientRect()
  return { x: event.clientX - edge.left, y: event.clientY - edge.top }
}

const apart = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)
const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })
