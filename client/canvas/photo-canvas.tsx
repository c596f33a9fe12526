/** A photograph on a Konva stage: wheel and pinch zoom, drag pans, a double tap goes to 1:1 and back. */
import type Konva from 'konva'
import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import { Image as KonvaImage, Layer, Stage } from 'react-konva'
import { useInside } from '../ui/use-box.ts'
import { FullSize, type TileUrl } from './full-size.tsx'
import type { Sheet } from './ink-paint.ts'
import { type AheadPicture, useAhead } from './use-ahead.ts'
import { useHand } from './use-hand.ts'
import { type Rendition, usePicture } from './use-picture.ts'
import { boxOf, type Look, percentOf, type Size } from './view-box.ts'

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
  /** Where tiles of the original are, for whoever may see it at its own pixels. */
  readonly fullSize?: TileUrl | null
  /** Fetched while one looks at this one. */
  readonly ahead?: readonly AheadPicture[]
  /** Shown until the first file is here. */
  readonly placeholder: string | null
  readonly look: Look
  readonly onLook: (look: Look) => void
  readonly onPercent?: (percent: number) => void
  /** A swipe while the whole picture is seen: -1 back, 1 on. */
  readonly onSwipe?: (step: -1 | 1) => void
  /** A tap that was no drag: true if it was meant for something else than zooming. */
  readonly onTap?: (place: readonly [number, number]) => boolean
  /** Konva layers above the picture, and what lies on the page above them. */
  readonly layers?: (at: Placed) => ReactNode
  readonly over?: (at: Placed) => ReactNode
  /** Shown when no file arrives. */
  readonly broken?: ReactNode
}

const none: readonly AheadPicture[] = []
/** How the picture lies at the moment. */
export interface Placed extends Sheet {
  readonly stage: Size
  readonly density: number
}

export function PhotoCanvas(props: PhotoCanvasProps) {
  const { of, label, describedBy, picture, renditions, placeholder, look, onPercent } = props
  const frame = useRef<HTMLDivElement>(null)
  const { width, height } = picture
  const stage = useInside(frame)
  const density = globalThis.devicePixelRatio || 1
  const box = boxOf(look, { picture, stage, density })
  const needs = Math.max(picture.width, picture.height) * box.scale * density
  const { image, failed } = usePicture(of, renditions, needs)
  const percent = percentOf(box, density)
  useAhead(props.ahead ?? none, { look, stage, density })
  useEffect(() => onPercent?.(percent), [percent, onPercent])
  const hand = useHand({ ...props, stage, density }, frame)
  const placed = useMemo(
    () => ({ box: { x: box.x, y: box.y, scale: box.scale }, picture: { width, height }, stage, density }),
    [box.x, box.y, box.scale, width, height, stage, density],
  )
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
              {props.fullSize && <FullSize key={of} urlOf={props.fullSize} picture={picture} box={box} stage={stage} density={density} />}
            </Layer>
            {props.layers?.(placed)}
          </Stage>
        )}
      </div>
      {stage.width > 0 && props.over?.(placed)}
      {failed && (
        <p className="broken" role="status">
          {props.broken}
        </p>
      )}
    </div>
  )
}
