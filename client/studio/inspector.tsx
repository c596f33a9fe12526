/** Right of the sheet: one photo, who marked it how, what was said, and what the camera wrote. */
import { Heart, Star, X } from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link } from 'react-router'
import type { PersonId } from '../../common/ids.ts'
import type { Mark } from '../../common/sheet/shape.ts'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import { MeanLine, PickLine } from '../contact-sheet/mark-aggregate.tsx'
import { MarkRow } from '../contact-sheet/mark-menu.tsx'
import { currentVersion, Picture, ratioOf } from '../contact-sheet/picture.tsx'
import { nameOf, sayMark } from '../contact-sheet/say-marks.ts'
import { splitName } from '../contact-sheet/split-name.ts'
import { aggregateOf } from '../gallery/aggregate.ts'
import { useGallery, usePhotoMarks } from '../gallery/use-gallery.tsx'
import { PhotoHistory } from '../history/photo-history.tsx'
import { hueClass } from '../ui/hue.ts'
import { Dot, Ring } from '../ui/marks-by-hand.tsx'
import { Monogram } from '../ui/monogram.tsx'
import { seedOf } from '../ui/strokes.ts'
import { InspectorTalk } from './inspector-talk.tsx'
import { useReaders } from './use-readers.ts'

export function Inspector({ photo }: { readonly photo: SeenPhoto | null }) {
  if (!photo) {
    return (
      <p className="note">
        <FormattedMessage id="inspector.nothing" />
      </p>
    )
  }
  return <OfPhoto key={photo.id} photo={photo} />
}

function OfPhoto({ photo }: { readonly photo: SeenPhoto }) {
  const { gallery, actions } = useGallery()
  const marks = usePhotoMarks(photo.id)
  const ratio = ratioOf(photo)
  const wide = ratio >= 1.3
  const width = wide ? 340 : Math.round(Math.min(284, 220 * ratio))
  const [stem, number] = splitName(photo.cameraName)
  if (!gallery) return null
  return (
    <>
      <div className="pv">
        <Link
          to={`/g/${gallery.id}/p/${photo.id}`}
          className="im"
          style={{ width: wide ? '100%' : width, aspectRatio: String(ratio) }}
          tabIndex={-1}
          aria-hidden="true"
        >
          <Picture gallery={gallery.id} photo={photo} width={width} eager />
        </Link>
        <div className="ln">
          <span className="edge l name" title={photo.cameraName}>
            <span className="trunc">{stem}</span>
            <b className="trunc">{number}</b>
          </span>
          <span className="edge l">v{currentVersion(photo)?.n ?? 0}</span>
        </div>
        <div className="own">
          <MarkRow
            photo={photo}
            marks={marks}
            rights={gallery.rights}
            onMark={(patch) => actions.mark([photo.id], patch)}
            onHide={gallery.rights.hide === 'edit' && !photo.hidden ? () => actions.hide([photo.id]) : null}
          />
        </div>
      </div>
      <ByPerson photo={photo} />
      <InspectorTalk photo={photo} />
      <Info photo={photo} />
      <PhotoHistory photo={photo} />
    </>
  )
}

function ByPerson({ photo }: { readonly photo: SeenPhoto }) {
  const intl = useIntl()
  const { people, me } = useGallery()
  const marks = usePhotoMarks(photo.id)
  const aggregate = aggregateOf(marks, useReaders()(photo.id))
  const rows: readonly (readonly [PersonId, Mark])[] = [...marks.byPerson]
  const known = { people, me: me?.person ?? null }
  return (
    <section className="sec">
      <h2 className="aggr">
        <PickLine aggregate={aggregate} height={22} />
      </h2>
      <MeanLine aggregate={aggregate} />
      <ul className="byp">
        {marks.house && sayMark(marks.house, intl) && (
          <MarkLine
            house
            person={marks.house.by}
            name={intl.formatMessage({ id: 'aggregate.house' }, { name: nameOf(marks.house.by, known, intl) })}
            mark={marks.house}
          />
        )}
        {rows.map(
          ([person, mark]) =>
            sayMark(mark, intl) && <MarkLine key={person} person={person} name={nameOf(person, known, intl)} mark={mark} />,
        )}
      </ul>
    </section>
  )
}

interface MarkLineProps {
  readonly person: PersonId
  readonly name: string
  readonly mark: Mark
  /** The studio's own: nobody's hand. */
  readonly house?: boolean
}

function MarkLine({ person, name, mark, house = false }: MarkLineProps) {
  const intl = useIntl()
  return (
    <li className={house ? 'house' : hueClass(person)}>
      <Monogram person={person} name={name} size={26} plain />
      <span className="who trunc">{name}</span>
      <span className="sr">{sayMark(mark, intl)}</span>
      <span className="st" aria-hidden="true">
        {[1, 2, 3, 4, 5].slice(0, mark.stars).map((n) => (
          <Star key={n} className="i fill" />
        ))}
      </span>
      <span aria-hidden="true">{mark.label && <Dot label={mark.label} />}</span>
      <span aria-hidden="true">{mark.favourite && <Heart className="i s fill" />}</span>
      <span aria-hidden="true">
        {mark.flag === 'pick' && <Ring ticked seed={seedOf(person)} />}
        {mark.flag === 'reject' && <X className="i s" />}
      </span>
    </li>
  )
}

function Info({ photo }: { readonly photo: SeenPhoto }) {
  const intl = useIntl()
  const version = currentVersion(photo)
  if (!version) return null
  const { capture } = version
  const lines: readonly (readonly [string, string | null])[] = [
    [
      'info.captured',
      capture.takenAt === null ? null : intl.formatDate(capture.takenAt, { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' }),
    ],
    ['info.exposure', capture.exposure],
    ['info.camera', capture.camera],
    ['info.lens', capture.lens],
    ['info.size', `${version.width} × ${version.height}`],
    ['info.caption', capture.caption],
    ['info.copyright', capture.copyright],
  ]
  return (
    <section className="sec">
      <h2>
        <FormattedMessage id="inspector.info" />
      </h2>
      <dl className="info">
        {lines.map(
          ([id, value]) =>
            value && (
              <div key={id}>
                <dt>
                  <FormattedMessage id={id} />
                </dt>
                <dd className="edge l">{value}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  )
}
