import { ChevronLeft, ChevronRight } from 'lucide-react'
import { type CSSProperties, useCallback, useMemo } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { SeenGallery, SeenPhoto } from '../../common/visibility/seen.ts'
import type { Part } from '../canvas/part.ts'
import { PhotoCanvas, type Placed } from '../canvas/photo-canvas.tsx'
import type { Look } from '../canvas/view-box.ts'
import { Rebate } from '../contact-sheet/rebate.tsx'
import { sayMarks } from '../contact-sheet/say-marks.ts'
import { useDrawStage } from '../drawing/use-draw-stage.tsx'
import { useGallery, usePhotoMarks } from '../gallery/use-gallery.tsx'
import { LeadFrame } from '../session/lead-frame.tsx'
import { OverPicture } from '../session/over-picture.tsx'
import { HiddenNote } from './hidden-note.tsx'
import { pictured } from './pictured.ts'
import { sharpUpTo } from './soft.ts'
import { useNeighbours } from './use-neighbours.ts'
import type { Paging } from './use-paging.ts'
import { useShowing } from './use-showing.ts'
import { VersionPair } from './version-pair.tsx'

interface LoupeStageProps {
  readonly gallery: SeenGallery
  readonly photo: SeenPhoto
  readonly paging: Paging
  readonly look: Look
  readonly onLook: (look: Look) => void
  /** Whoever is followed looks so. */
  readonly onLed: (look: Look) => void
  readonly percent: number
  readonly onPercent: (percent: number) => void
  /** Somebody wants to write, or to read what a pin leads to. */
  readonly onWrite: () => void
  readonly onRead: () => void
}

export function LoupeStage({ gallery, photo, paging, look, onLook, onLed, percent, onPercent, onWrite, onRead }: LoupeStageProps) {
  const intl = useIntl()
  const { people, me, actions } = useGallery()
  const sayPart = useCallback((rect: Part | null) => actions.say({ rect }), [actions])
  const marks = usePhotoMarks(photo.id)
  const { version, other, manner } = useShowing(photo)
  const shown = useMemo(() => pictured(gallery, photo, version), [gallery, photo, version])
  const ahead = useNeighbours(gallery, paging)
  const drawn = useDrawStage({ photo: photo.id, version: version?.id ?? null, look, onLook, onWrite, onRead })
  const says = `loupe-${photo.id}`
  return (
    <div className="stage" onPointerDownCapture={drawn.onPointerDownCapture}>
      {version && other && manner && (
        <VersionPair
          key={photo.id}
          {...{ gallery, photo, manner, look, onLook, onPercent }}
          onRead={drawn.onThread}
          versions={[version, other]}
        />
      )}
      {shown && !other && (
        <PhotoCanvas
          {...shown}
          ahead={ahead}
          label={photo.cameraName}
          describedBy={says}
          look={look}
          onLook={onLook}
          onPercent={onPercent}
          onTap={drawn.onTap}
          layers={drawn.layers}
          over={(at) => (
            <>
              {look.fit && version && <Rebate photo={photo} version={version} style={under(at)} />}
              {drawn.over(at)}
              <OverPicture photo={photo.id} at={at} look={look} onLed={onLed} onPart={sayPart} />
            </>
          )}
          onSwipe={(step) => {
            const to = step === 1 ? paging.next : paging.previous
            if (to) paging.go(to.id)
          }}
          broken={<FormattedMessage id="loupe.broken" />}
        />
      )}
      <span id={says} className="sr">
        {sayMarks(marks, { people, me: me?.person ?? null }, intl)}
      </span>
      <HiddenNote hidden={photo.hidden ?? null} />
      {shown && !other && percent > (sharpUpTo(shown) ?? percent) && (
        <p className="soft-note" role="status">
          <FormattedMessage id="loupe.soft" />
        </p>
      )}
      <LeadFrame />
      <Step to={paging.previous} paging={paging} side="previous" />
      <Step to={paging.next} paging={paging} side="next" />
    </div>
  )
}

/** Under the whole picture, as wide as it is. */
const under = ({ box, picture }: Placed): CSSProperties => ({
  left: box.x,
  top: box.y + picture.height * box.scale,
  width: picture.width * box.scale,
})

function Step({ to, paging, side }: { readonly to: SeenPhoto | null; readonly paging: Paging; readonly side: 'previous' | 'next' }) {
  const intl = useIntl()
  if (!to) return null
  const Icon = side === 'next' ? ChevronRight : ChevronLeft
  return (
    <button
      type="button"
      className={`step ${side}`}
      aria-label={intl.formatMessage({ id: `loupe.${side}` })}
      onClick={() => paging.go(to.id)}
    >
      <Icon className="i" aria-hidden="true" />
    </button>
  )
}
