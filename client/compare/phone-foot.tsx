import { FormattedMessage, useIntl } from 'react-intl'
import type { SeenGallery } from '../../common/visibility/seen.ts'
import { splitName } from '../contact-sheet/split-name.ts'
import { picksOf } from '../gallery/picks.ts'
import { useGallery, useGalleryStore, useMarksTick } from '../gallery/use-gallery.tsx'
import { MarksBar } from '../loupe/marks-bar.tsx'
import { Tally } from '../ui/marks-by-hand.tsx'
import { type Comparison, candidate, replaced } from './comparison.ts'
import type { SideRoom } from './use-side.ts'

interface PhoneFootProps {
  readonly gallery: SeenGallery
  readonly at: Comparison
  readonly change: (next: Comparison) => void
  readonly room: SideRoom
}

/** On a phone: which of them is meant, its marks, and the better of two stays. */
export function PhoneFoot({ gallery, at, change, room }: PhoneFootProps) {
  const intl = useIntl()
  const { photoById } = useGallery()
  const store = useGalleryStore()
  useMarksTick()
  const photos = at.photos.flatMap((id) => photoById.get(id) ?? [])
  const active = photos.find(({ id }) => id === room.active)
  if (!active) return null
  const number = (cameraName: string) => splitName(cameraName)[1]
  const others = photos.filter(({ id }) => id !== active.id)
  const [other] = others
  const place = other ? at.photos.indexOf(other.id) : -1
  const next = other && others.length === 1 ? candidate(at, place, { wall: room.wall, step: 1 }) : null
  return (
    <div className="pfoot-phone">
      {/* biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of fields */}
      <div className="seg" role="group" aria-label={intl.formatMessage({ id: 'compare.which' })}>
        {photos.map((photo) => {
          const picks = picksOf(store.marks(photo.id))
          return (
            <button
              key={photo.id}
              type="button"
              aria-pressed={photo.id === active.id}
              onClick={() => change({ ...at, active: at.photos.indexOf(photo.id) })}
            >
              <span className="edge">
                <b>{number(photo.cameraName)}</b>
              </span>
              {picks.length > 0 && <Tally people={picks} total={0} height={14} label={String(picks.length)} />}
            </button>
          )
        })}
      </div>
      <MarksBar gallery={gallery} photo={active} />
      {other && next && (
        <button
          type="button"
          className="btn solid keep"
          onClick={() => change({ ...replaced(at, place, next), active: at.photos.indexOf(active.id) })}
        >
          <FormattedMessage id="compare.keep" values={{ kept: number(active.cameraName), other: number(other.cameraName) }} />
        </button>
      )}
    </div>
  )
}
