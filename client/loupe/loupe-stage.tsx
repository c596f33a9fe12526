import { ChevronLeft, ChevronRight, EyeOff } from 'lucide-react'
import { useEffect, useMemo } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { renditionEdges } from '../../common/limits.ts'
import { pictureUrl } from '../../common/protocol/http.ts'
import type { SeenGallery, SeenPhoto } from '../../common/visibility/seen.ts'
import { PhotoCanvas } from '../canvas/photo-canvas.tsx'
import type { Look } from '../canvas/view-box.ts'
import { currentVersion, placeholder } from '../contact-sheet/picture.tsx'
import { sayMarks } from '../contact-sheet/say-marks.ts'
import { useGallery, usePhotoMarks } from '../gallery/use-gallery.tsx'
import type { Paging } from './use-paging.ts'

interface LoupeStageProps {
  readonly gallery: SeenGallery
  readonly photo: SeenPhoto
  readonly paging: Paging
  readonly look: Look
  readonly onLook: (look: Look) => void
  readonly onPercent: (percent: number) => void
}

/** Smallest first; none is larger than the original. */
function renditionsOf(gallery: SeenGallery, photo: SeenPhoto) {
  const version = currentVersion(photo)
  if (!version || photo.state !== 'ready') return []
  const longest = Math.max(version.width, version.height)
  return renditionEdges.map((edge) => ({ url: pictureUrl(gallery.id, photo.id, version.id, edge), edge: Math.min(edge, longest) }))
}

export function LoupeStage({ gallery, photo, paging, look, onLook, onPercent }: LoupeStageProps) {
  const intl = useIntl()
  const { people, me } = useGallery()
  const marks = usePhotoMarks(photo.id)
  const version = currentVersion(photo)
  const renditions = useMemo(() => renditionsOf(gallery, photo), [gallery, photo])
  useAhead(gallery, paging)
  const says = `loupe-${photo.id}`
  return (
    <div className="stage">
      {version && (
        <PhotoCanvas
          of={version.id}
          label={photo.cameraName}
          describedBy={says}
          picture={{ width: Math.max(1, version.width), height: Math.max(1, version.height) }}
          renditions={renditions}
          placeholder={placeholder(version)}
          look={look}
          onLook={onLook}
          onPercent={onPercent}
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
      {photo.hidden && (
        <p className="hidden-note">
          <EyeOff className="i s" aria-hidden="true" />
          <FormattedMessage
            id="loupe.hidden"
            values={{
              name: photo.hidden.name || intl.formatMessage({ id: 'loupe.house' }),
              date: intl.formatDate(photo.hidden.at, { day: 'numeric', month: 'short' }),
            }}
          />
        </p>
      )}
      <Step to={paging.previous} paging={paging} side="previous" />
      <Step to={paging.next} paging={paging} side="next" />
    </div>
  )
}

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

/** The neighbours' pictures are fetched while one looks: paging shows them at once. */
function useAhead(gallery: SeenGallery, { next, previous }: Paging): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const photo of [next, previous]) {
        const version = photo && photo.state === 'ready' ? currentVersion(photo) : null
        if (photo && version) new Image().src = pictureUrl(gallery.id, photo.id, version.id, 1280)
      }
    }, 250)
    return () => clearTimeout(timer)
  }, [gallery.id, next, previous])
}
