import { EyeOff, Star, X } from 'lucide-react'
import { useIntl } from 'react-intl'
import type { GalleryId } from '../../common/ids.ts'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import { currentVersion, Picture, placeholder } from '../contact-sheet/picture.tsx'
import { sayMarks } from '../contact-sheet/say-marks.ts'
import { shownMark } from '../contact-sheet/shown-mark.ts'
import { splitName } from '../contact-sheet/split-name.ts'
import { picksOf } from '../gallery/picks.ts'
import { useGallery, usePhotoMarks } from '../gallery/use-gallery.tsx'
import { OverFrame } from '../session/over-frame.tsx'
import { hueClass } from '../ui/hue.ts'
import { Dot, Loop, Tally } from '../ui/marks-by-hand.tsx'
import { seedOf } from '../ui/strokes.ts'
import type { PlacedFrame } from './survey-layout.ts'

interface SurveyFrameProps {
  readonly gallery: GalleryId
  readonly photo: SeenPhoto
  readonly frame: PlacedFrame
  readonly active: boolean
  /** The only one left: it cannot be dropped. */
  readonly last: boolean
  readonly onActive: () => void
  readonly onOpen: () => void
  readonly onDrop: () => void
}

/** A frame of the survey with its loop, its marks and the way out. */
export function SurveyFrame({ gallery, photo, frame, active, last, onActive, onOpen, onDrop }: SurveyFrameProps) {
  const intl = useIntl()
  const { people, me, here } = useGallery()
  const marks = usePhotoMarks(photo.id)
  const picks = picksOf(marks)
  const [first] = picks
  const { label, stars, starsBy } = shownMark(marks, me?.person ?? null)
  const blur = placeholder(currentVersion(photo))
  const says = `survey-${photo.id}`
  const { left, top, width, height } = frame
  const { hidden } = photo
  const hiddenBy =
    hidden &&
    intl.formatMessage(
      { id: 'tile.hidden' },
      {
        name: hidden.name || intl.formatMessage({ id: 'person.house' }),
        date: intl.formatDate(hidden.at, { day: 'numeric', month: 'short' }),
      },
    )
  return (
    <li className={`sframe${active ? ' cur' : ''}${hidden ? ' hid' : ''}`} style={{ transform: `translate(${left}px, ${top}px)`, width }}>
      <button
        type="button"
        className="ph"
        data-frame={photo.id}
        aria-current={active}
        aria-label={photo.cameraName}
        aria-describedby={says}
        tabIndex={active ? 0 : -1}
        style={{ height, ...(blur ? { backgroundImage: `url(${blur})` } : {}) }}
        onClick={onActive}
        onDoubleClick={onOpen}
      >
        <Picture gallery={gallery} photo={photo} width={width} eager />
        {first && !hidden && (
          <Loop person={first} width={width} height={height} seed={seedOf(photo.id)} dry={marks.waiting && first === me?.person} />
        )}
        {here.length > 0 && <OverFrame photo={photo} width={width} height={height} />}
      </button>
      <div className="cap">
        <span className="edge" title={photo.cameraName}>
          <b className="trunc">{splitName(photo.cameraName)[1]}</b>
        </span>
        {hiddenBy && (
          <span className="hidsign" title={hiddenBy} aria-hidden="true">
            <EyeOff className="i s" />
          </span>
        )}
        {label && width > 70 && <Dot label={label} />}
        {stars > 0 && width > 130 && (
          <span className={`st ${starsBy ? hueClass(starsBy) : ''}`} aria-hidden="true">
            <Star className="i s fill" />
            {stars}
          </span>
        )}
        <span className="grow" />
        {picks.length > 0 && width > 110 && <Tally people={picks} total={0} height={13} label={String(picks.length)} />}
        {!last && (
          <button
            type="button"
            className="out"
            aria-label={intl.formatMessage({ id: 'survey.drop' }, { name: photo.cameraName })}
            onClick={onDrop}
          >
            <X className="i s" aria-hidden="true" />
          </button>
        )}
      </div>
      <span id={says} className="sr">
        {[hiddenBy, sayMarks(marks, { people, me: me?.person ?? null }, intl)].filter(Boolean).join('. ')}
      </span>
    </li>
  )
}
