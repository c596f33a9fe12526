import { useCallback, useMemo } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useLocation, useNavigate } from 'react-router'
import type { CommentId, GalleryId, PhotoId } from '../../common/ids.ts'
import type { SeenGallery, SeenPhoto } from '../../common/visibility/seen.ts'
import type { Part } from '../canvas/part.ts'
import { PhotoCanvas } from '../canvas/photo-canvas.tsx'
import type { Look } from '../canvas/view-box.ts'
import { currentVersion } from '../contact-sheet/picture.tsx'
import { sayMarks } from '../contact-sheet/say-marks.ts'
import { splitName } from '../contact-sheet/split-name.ts'
import { useStillDrawn } from '../drawing/use-still-drawn.tsx'
import { picksOf } from '../gallery/picks.ts'
import { useGallery, usePhotoMarks } from '../gallery/use-gallery.tsx'
import { HiddenNote } from '../loupe/hidden-note.tsx'
import { MarksBar } from '../loupe/marks-bar.tsx'
import { pictured } from '../loupe/pictured.ts'
import { OverPicture } from '../session/over-picture.tsx'
import { commentPath } from '../talk/comment-address.ts'
import { Tally } from '../ui/marks-by-hand.tsx'
import { takeFocus } from '../ui/take-focus.ts'
import { wallSearch } from './address.ts'
import { Overview } from './overview.tsx'

interface PaneProps {
  readonly gallery: SeenGallery
  readonly photo: SeenPhoto
  readonly active: boolean
  /** Counted from 0. */
  readonly place: number
  readonly look: Look
  readonly onLook: (place: number, look: Look) => void
  /** Whoever is followed looks so. */
  readonly onLed: (place: number, look: Look) => void
  /** Told of the part of the picture that is seen here. */
  readonly onPart: (photo: PhotoId, part: Part | null) => void
  readonly onPercent: (place: number, percent: number) => void
  readonly onActivate: () => void
}

/** One of the photos side by side, with its own marks under it. */
export function Pane({ gallery, photo, active, place, look, onLook, onLed, onPart, onPercent, onActivate }: PaneProps) {
  const intl = useIntl()
  const { people, me } = useGallery()
  const marks = usePhotoMarks(photo.id)
  const version = currentVersion(photo)
  const shown = useMemo(() => pictured(gallery, photo, version), [gallery, photo, version])
  const open = useOpenThread(gallery.id, photo.id)
  const drawn = useStillDrawn({ photo: photo.id, version: version?.id ?? null, onThread: open })
  const smallest = shown?.renditions[0]
  const [stem, number] = splitName(photo.cameraName)
  const picks = picksOf(marks)
  const tellPercent = useCallback((percent: number) => onPercent(place, percent), [onPercent, place])
  const sayPart = useCallback((part: Part | null) => onPart(photo.id, part), [onPart, photo.id])
  const says = `pane-${photo.id}`
  return (
    <section
      className={`pane${active ? ' cur' : ''}`}
      aria-label={photo.cameraName}
      aria-current={active}
      onPointerDownCapture={onActivate}
      onFocusCapture={onActivate}
    >
      <div className="view">
        {shown && (
          <PhotoCanvas
            {...shown}
            label={photo.cameraName}
            describedBy={says}
            look={look}
            onLook={(next) => onLook(place, next)}
            onPercent={tellPercent}
            layers={drawn.layers}
            over={(at) => (
              <>
                {drawn.over(at)}
                {smallest && <Overview at={at} url={smallest.url} />}
                <OverPicture photo={photo.id} at={at} look={look} onLed={(next) => onLed(place, next)} onPart={sayPart} />
              </>
            )}
            broken={<FormattedMessage id="loupe.broken" />}
          />
        )}
        <span id={says} className="sr">
          {sayMarks(marks, { people, me: me?.person ?? null }, intl)}
        </span>
        <HiddenNote hidden={photo.hidden ?? null} />
        <span className="tag edge" aria-hidden="true">
          <b>{number}</b>
        </span>
      </div>
      <div className="pfoot">
        <span className="edge name" title={photo.cameraName}>
          <span className="stem trunc">{stem}</span>
          <b>{number}</b>
        </span>
        {picks.length > 0 && (
          <span className="says">
            <Tally people={picks} total={0} height={14} label={String(picks.length)} />
            <span className="wd trunc">
              <FormattedMessage id="loupe.chose" values={{ n: picks.length }} />
            </span>
          </span>
        )}
        <span className="grow" />
        <MarksBar gallery={gallery} photo={photo} />
      </div>
    </section>
  )
}

/** A pin leads to its words, beside the photo alone; back leads here again. */
function useOpenThread(gallery: GalleryId, photo: PhotoId): (thread: CommentId) => void {
  const navigate = useNavigate()
  const { search } = useLocation()
  return (thread) => {
    const [path = '', hash = ''] = commentPath(gallery, photo, thread).split('#')
    void navigate({ pathname: path, search: wallSearch(search), hash })
  }
}

/** An address that names no photo: what can be done about it. */
export function NoPane({ onFirst, onLeave }: { readonly onFirst: () => void; readonly onLeave: () => void }) {
  const lay = () => {
    // What was pressed goes.
    takeFocus(document.querySelector('main'))
    onFirst()
  }
  return (
    <section className="pane gone-pane">
      <div className="view">
        <div className="calm" role="status">
          <h2>
            <FormattedMessage id="compare.none" />
          </h2>
          <p>
            <FormattedMessage id="compare.none.text" />
          </p>
          <p className="acts">
            <button type="button" className="btn solid" onClick={lay}>
              <FormattedMessage id="compare.none.first" />
            </button>
            <button type="button" className="btn line" onClick={onLeave}>
              <FormattedMessage id="survey.toWall" />
            </button>
          </p>
        </div>
      </div>
    </section>
  )
}

/** In the place of a photo that was taken away while it lay here: nothing jumps under the hand. */
export function GonePane({
  name,
  onNext,
  onRemove,
}: {
  readonly name: string | null
  readonly onNext: (() => void) | null
  readonly onRemove: (() => void) | null
}) {
  return (
    <section className="pane gone-pane">
      <div className="view">
        <div className="calm" role="status">
          <h2>
            <FormattedMessage id="compare.gone" values={{ known: name ? 'yes' : 'no', name: name ?? '' }} />
          </h2>
          <p>
            <FormattedMessage id="loupe.gone.text" />
          </p>
          <p className="acts">
            {onNext && (
              <button type="button" className="btn solid" onClick={onNext}>
                <FormattedMessage id="compare.takeNext" />
              </button>
            )}
            {onRemove && (
              <button type="button" className="btn line" onClick={onRemove}>
                <FormattedMessage id="compare.close" />
              </button>
            )}
          </p>
        </div>
      </div>
    </section>
  )
}
