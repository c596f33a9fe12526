/** Two versions of one photo: side by side, or one over the other with an edge to move. Zoom and place are one. */
import { X } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { CommentId } from '../../common/ids.ts'
import type { SeenGallery, SeenPhoto, SeenVersion } from '../../common/visibility/seen.ts'
import { PhotoCanvas } from '../canvas/photo-canvas.tsx'
import type { Look } from '../canvas/view-box.ts'
import { type StillDrawn, useStillDrawn } from '../drawing/use-still-drawn.tsx'
import { type Pictured, pictured } from './pictured.ts'
import { useShow } from './use-showing.ts'
import { asLarge, lookOn } from './version-look.ts'
import './version-pair.css'

interface VersionPairProps {
  readonly gallery: SeenGallery
  readonly photo: SeenPhoto
  readonly versions: readonly [SeenVersion, SeenVersion]
  readonly manner: 'side' | 'wipe'
  readonly look: Look
  readonly onLook: (look: Look) => void
  readonly onPercent: (percent: number) => void
  /** A pin leads to these words. */
  readonly onRead: (thread: CommentId) => void
}

export function VersionPair({ gallery, photo, versions, manner, look, onLook, onPercent, onRead }: VersionPairProps) {
  const intl = useIntl()
  const show = useShow(photo)
  const [before, after] = versions[0].n < versions[1].n ? versions : [versions[1], versions[0]]
  const [edge, setEdge] = useState(50)
  const earlierInk = useStillDrawn({ photo: photo.id, version: before.id, onThread: onRead })
  const laterInk = useStillDrawn({ photo: photo.id, version: after.id, onThread: onRead })
  const shown = useMemo(() => {
    const later = pictured(gallery, photo, after)
    const earlier = pictured(gallery, photo, before)
    return later && earlier ? { later, earlier: asLarge(earlier, later) } : null
  }, [gallery, photo, before, after])
  if (!shown) return null
  const canvas = (one: Pictured, { version, drawn }: { readonly version: SeenVersion; readonly drawn: StillDrawn }) => (
    <PhotoCanvas
      {...one}
      {...drawn}
      label={`${photo.cameraName}, ${intl.formatMessage({ id: 'version.n' }, { n: version.n })}`}
      look={lookOn(look, shown.later.picture, one.picture)}
      onLook={(next) => onLook(lookOn(next, one.picture, shown.later.picture))}
      {...(version === after ? { onPercent } : {})}
      broken={<FormattedMessage id="loupe.broken" />}
    />
  )
  return (
    <div className={manner === 'wipe' ? 'pair wipe' : 'pair beside'}>
      <div className="half before" {...(manner === 'wipe' ? { style: { clipPath: `inset(0 ${100 - edge}% 0 0)` } } : {})}>
        {canvas(shown.earlier, { version: before, drawn: earlierInk })}
        <Name version={before} />
      </div>
      <div className="half after" {...(manner === 'wipe' ? { style: { clipPath: `inset(0 0 0 ${edge}%)` } } : {})}>
        {canvas(shown.later, { version: after, drawn: laterInk })}
        <Name version={after} />
      </div>
      {manner === 'wipe' && <Edge at={edge} onMove={setEdge} names={[before.n, after.n]} />}
      <button type="button" className="btn pair-end" onClick={() => show({ manner: null })}>
        <X className="i s" aria-hidden="true" />
        <FormattedMessage id="version.end" />
      </button>
    </div>
  )
}

const Name = ({ version }: { readonly version: SeenVersion }) => (
  <span className="tag edge" aria-hidden="true">
    <FormattedMessage id="version.n" values={{ n: version.n }} />
  </span>
)

/** Percent of the width a key moves the edge, alone and with Shift. */
const fine = 1
const coarse = 10

interface EdgeProps {
  /** Percent of the width, from the left. */
  readonly at: number
  readonly onMove: (at: number) => void
  readonly names: readonly [number, number]
}

function Edge({ at, onMove, names }: EdgeProps) {
  const intl = useIntl()
  const held = useRef(false)
  const to = (percent: number) => onMove(Math.max(0, Math.min(100, percent)))
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.shiftKey ? coarse : fine
    const moves: Readonly<Record<string, number>> = { ArrowLeft: at - step, ArrowRight: at + step, Home: 0, End: 100 }
    const next = moves[event.key]
    if (next === undefined || event.altKey || event.metaKey || event.ctrlKey) return
    event.preventDefault()
    to(next)
  }
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const room = event.currentTarget.parentElement?.getBoundingClientRect()
    if (held.current && room) to(((event.clientX - room.left) / room.width) * 100)
  }
  return (
    <div
      role="slider"
      className="wipe-edge"
      tabIndex={0}
      aria-label={intl.formatMessage({ id: 'version.edge' }, { before: names[0], after: names[1] })}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(at)}
      style={{ left: `${at}%` }}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        held.current = true
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        held.current = false
      }}
      onPointerCancel={() => {
        held.current = false
      }}
    />
  )
}
