import { type CSSProperties, useMemo } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link } from 'react-router'
import type { SeenGallery, SeenPhoto } from '../../common/visibility/seen.ts'
import { currentVersion, Picture, placeholder } from '../contact-sheet/picture.tsx'
import { Rebate } from '../contact-sheet/rebate.tsx'
import { useGallery } from '../gallery/use-gallery.tsx'
import { useOwnCount } from '../gallery/use-own-counts.ts'
import { useChoosing } from '../lists/choosing.tsx'
import type { Filling } from '../lists/filling.ts'
import { ListTally } from '../lists/list-tally.tsx'
import { Tally } from '../ui/marks-by-hand.tsx'
import { Monogram } from '../ui/monogram.tsx'
import { glide } from '../ui/moves-less.ts'
import { lengthOf, longestWordOf } from '../ui/name-length.ts'
import { leavesMarks, noteFor } from './invitation.ts'

interface CoverProps {
  readonly gallery: SeenGallery
  /** Told where to begin is. */
  readonly begins: React.Ref<HTMLDivElement>
}

/** The first screen: the name of the gallery, one photograph, and where to begin. */
export function Cover({ gallery, begins }: CoverProps) {
  const { scenes, photos, photoById, people } = useGallery()
  const intl = useIntl()
  const picks = useOwnCount((totals) => totals.picks)
  const filling = useChoosing().current
  const chosen = filling?.photos.length ?? picks
  const photo = coverOf(photos, gallery.cover ? photoById.get(gallery.cover) : undefined)
  const dates = useMemo(() => datesOf(photos, intl), [photos, intl])
  const host = [...people.values()].find(({ staff }) => staff)
  const first = scenes[0]
  return (
    <section className="cover">
      <div className="txt">
        <p className="facts edge l">
          <span>
            <FormattedMessage id="room.facts" values={{ n: photos.length, scenes: scenes.length, b: (parts) => <b key="b">{parts}</b> }} />
          </span>
          <span>{intl.formatMessage({ id: 'room.dates' }, { range: dates })}</span>
        </p>
        <div>
          <h1 className={lengthOf(gallery.name)} style={{ '--word': longestWordOf(gallery.name) } as CSSProperties}>
            {gallery.name}
          </h1>
          <p className="note">
            <FormattedMessage id={noteFor(gallery)} />
          </p>
          {host && (
            <p className="sig">
              <Monogram person={host.id} name={host.name} size={30} plain />
              {host.name}
            </p>
          )}
        </div>
      </div>
      <div className="pic">{photo && <CoverPicture gallery={gallery} photo={photo} />}</div>
      <div className="go" ref={begins}>
        <a className="btn solid" href={first ? `#scene-${first.id}` : '#'} onClick={(event) => toWall(event)}>
          <FormattedMessage id={chosen > 0 ? 'room.goOn' : leavesMarks(gallery) ? 'room.begin' : 'room.look'} />
        </a>
        <SoFar filling={filling} picks={picks} />
      </div>
      {photo && <Rebate photo={photo} />}
    </section>
  )
}

/** How far the list is that is filled here, or what one picked without any. */
function SoFar({ filling, picks }: { readonly filling: Filling | null; readonly picks: number }) {
  const { me, gallery } = useGallery()
  const intl = useIntl()
  if (filling) {
    const { selection, lock } = filling
    return (
      <Link className="so-far" to={`/g/${gallery?.id}/list/${selection.id}`}>
        <span aria-hidden="true">
          <ListTally filling={filling} height={14} />
        </span>
        <span className="words">
          <b className="trunc">{selection.name}</b>{' '}
          <FormattedMessage
            id={lock === 'sent' ? 'list.count.sent' : 'list.count'}
            values={{ n: filling.photos.length, max: selection.request?.max ?? 'none' }}
          />
        </span>
      </Link>
    )
  }
  if (picks === 0 || !me) return null
  const people = Array.from({ length: Math.min(picks, 40) }, () => me.person)
  return <Tally people={people} total={0} label={intl.formatMessage({ id: 'room.chosen' }, { n: picks })} height={14} />
}

function CoverPicture({ gallery, photo }: { readonly gallery: SeenGallery; readonly photo: SeenPhoto }) {
  const blur = placeholder(currentVersion(photo))
  return (
    <div className="frame" aria-hidden="true" style={blur ? { backgroundImage: `url(${blur})` } : {}}>
      <Picture gallery={gallery.id} photo={photo} width={Math.max(window.innerWidth * 0.66, 640)} eager />
    </div>
  )
}

/** The studio's choice; else the first landscape frame, which fills the place best. */
function coverOf(photos: readonly SeenPhoto[], chosen: SeenPhoto | undefined): SeenPhoto | undefined {
  const ready = (photo: SeenPhoto) => photo.state === 'ready' && !photo.hidden
  if (chosen && ready(chosen)) return chosen
  const wide = (photo: SeenPhoto) => (photo.versions.at(-1)?.width ?? 0) > (photo.versions.at(-1)?.height ?? 0)
  return photos.find((photo) => ready(photo) && wide(photo)) ?? photos.find(ready)
}

function datesOf(photos: readonly SeenPhoto[], intl: ReturnType<typeof useIntl>): string {
  const times = photos.flatMap(({ versions }) => versions.at(-1)?.capture.takenAt ?? [])
  if (times.length === 0) return ''
  const from = times.reduce((least, at) => Math.min(least, at))
  const to = times.reduce((most, at) => Math.max(most, at))
  const options = { day: 'numeric', month: 'long', year: 'numeric' } as const
  // A studio's archive of years is no date for a cover.
  if (to - from > 60 * 86_400_000) return ''
  return intl.formatDateTimeRange(from, to, options)
}

function toWall(event: React.MouseEvent): void {
  event.preventDefault()
  document.querySelector('.gallery-page .bar')?.scrollIntoView({ behavior: glide(), block: 'start' })
}
