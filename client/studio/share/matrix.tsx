/** Who sees which scene: a scene heads its column as a contact strip, a person's stroke runs under the frames they see. */
import { EyeOff, Link2, Printer } from 'lucide-react'
import { useMemo, useRef } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Terms } from '../../../common/gallery/model.ts'
import type { PersonId, PhotoId } from '../../../common/ids.ts'
import { pictureUrl } from '../../../common/protocol/http.ts'
import type { SeenLink, SeenPerson, SeenPhoto, SeenScene } from '../../../common/visibility/seen.ts'
import { currentVersion } from '../../contact-sheet/picture.tsx'
import { useWidth } from '../../contact-sheet/use-width.ts'
import { useGallery } from '../../gallery/use-gallery.tsx'
import { hueClass } from '../../ui/hue.ts'
import { Monogram } from '../../ui/monogram.tsx'
import { linePath, tallyPath } from '../../ui/stroke-shapes.ts'
import { seedOf } from '../../ui/strokes.ts'
import { Ago } from '../gallery-row.tsx'
import { linkIsOpen, runsOf, shownBy, stateOfSeen, termsHeld } from './sight.ts'

interface Column {
  readonly scene: SeenScene
  readonly photos: readonly SeenPhoto[]
  readonly left: number
  readonly width: number
}

/** Columns as wide as the root of their photos: a scene of 100 is not ten times one of 10. */
export function columnsOf(
  scenes: readonly { readonly scene: SeenScene; readonly photos: readonly SeenPhoto[] }[],
  width: number,
): readonly Column[] {
  const gap = width < 420 ? 10 : 16
  const weights = scenes.map(({ photos }) => Math.sqrt(photos.length + 4))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const room = Math.max(0, width - gap * (scenes.length - 1))
  let left = 0
  return scenes.map((one, i) => {
    const wide = (room * (weights[i] ?? 0)) / whole
    const column = { ...one, left, width: wide }
    left += wide + gap
    return column
  })
}

export function Matrix({ onLink }: { readonly onLink: (link: SeenLink) => void }) {
  const intl = useIntl()
  const room = useGallery()
  const { gallery, scenes, photosOf, photos, people, grants, links, here } = room
  const strip = useRef<HTMLDivElement>(null)
  const width = useWidth(strip)
  const state = useMemo(() => gallery && stateOfSeen({ gallery, scenes, photos }), [gallery, scenes, photos])
  const columns = useMemo(
    () =>
      columnsOf(
        scenes.map((scene) => ({ scene, photos: photosOf.get(scene.id) ?? [] })),
        width,
      ),
    [scenes, photosOf, width],
  )
  if (!state) return null
  const now = Date.now()
  const clients = [...people.values()].filter((person) => !person.staff)
  const openLinks = links.filter((link) => linkIsOpen(link, now))
  const endedLinks = links.filter((link) => !linkIsOpen(link, now))
  const inside = new Set(here.map((seat) => seat.person))
  const lastOf = (person: SeenPerson) =>
    inside.has(person.id) ? (
      <b>
        <FormattedMessage id="people.here" />
      </b>
    ) : (
      person.lastAt !== undefined && <Ago at={person.lastAt} />
    )
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are drawn, not laid out as cells
    <div className="mx" role="table" aria-label={intl.formatMessage({ id: 'matrix.title' })}>
      <div className="mx-row hd" role="row">
        <b role="columnheader">
          <FormattedMessage id="matrix.title" />
        </b>
        <div className="scn" ref={strip}>
          {columns.map((column) => (
            <SceneHead key={column.scene.id} column={column} />
          ))}
        </div>
        <span className="m" role="columnheader">
          <FormattedMessage id="matrix.last" />
        </span>
      </div>
      {clients.length > 0 && <GroupHead id="matrix.people" />}
      {clients.map((person) => (
        <SightRow
          key={person.id}
          hand={person.id}
          columns={columns}
          shown={shownBy(termsHeld(person.id, grants, links), state)}
          last={lastOf(person)}
        >
          <Monogram person={person.id} name={person.name} size={30} plain />
          <Words title={person.name} more={person.role && intl.formatMessage({ id: `role.${person.role}` })} />
        </SightRow>
      ))}
      {openLinks.length > 0 && <GroupHead id="matrix.links" />}
      {openLinks.map((link) => (
        <SightRow
          key={link.id}
          hand={null}
          columns={columns}
          shown={shownBy([link], state)}
          last={<LinkUse link={link} />}
          onOpen={() => onLink(link)}
          label={intl.formatMessage({ id: 'link.open' }, { name: link.label })}
        >
          <span className="nohand">
            {link.role === 'vendor' ? <Printer className="i" aria-hidden="true" /> : <Link2 className="i" aria-hidden="true" />}
          </span>
          <Words title={link.label || intl.formatMessage({ id: `role.${link.role}` })} more={sayLink(link, intl)} />
        </SightRow>
      ))}
      {endedLinks.length > 0 && (
        <p className="note ended">
          <FormattedMessage
            id="matrix.ended"
            values={{
              n: endedLinks.length,
              names: endedLinks
                .map((link) => link.label)
                .filter(Boolean)
                .slice(0, 5)
                .join(', '),
            }}
          />
        </p>
      )}
      <Legend />
    </div>
  )
}

export function sayLink(link: Terms & Pick<SeenLink, 'hasCode' | 'binding'>, intl: ReturnType<typeof useIntl>): string {
  return [
    intl.formatMessage({ id: `role.${link.role}` }),
    link.hasCode && intl.formatMessage({ id: 'link.code' }),
    link.binding !== 'open' && intl.formatMessage({ id: `binding.${link.binding}.short` }),
  ]
    .filter(Boolean)
    .join(', ')
}

const Words = ({ title, more }: { readonly title: string; readonly more: string | undefined }) => (
  <span className="words">
    <b className="trunc">{title}</b>
    <small className="trunc">{more}</small>
  </span>
)

const GroupHead = ({ id }: { readonly id: string }) => (
  <div className="mx-grp" role="row">
    <span role="rowheader">
      <FormattedMessage id={id} />
    </span>
  </div>
)

function LinkUse({ link }: { readonly link: SeenLink }) {
  const { grants, people } = useGallery()
  const through = grants.filter((grant) => grant.link === link.id).flatMap((grant) => people.get(grant.person) ?? [])
  const last = Math.max(0, ...through.map((person) => person.lastAt ?? 0))
  return last > 0 ? <Ago at={last} /> : <FormattedMessage id="link.never" />
}

function SceneHead({ column: { scene, photos, left, width } }: { readonly column: Column }) {
  const { gallery } = useGallery()
  const step = Math.max(1, Math.ceil(photos.length / Math.max(1, Math.floor(width / 7))))
  return (
    <div className="c" role="columnheader" style={{ left, width }}>
      <span className="nm">
        <span className="trunc">{scene.name}</span>
        <span className="edge">{photos.length}</span>
      </span>
      <span className="slits" aria-hidden="true">
        {photos
          .filter((_, i) => i % step === 0)
          .map((photo) => {
            const version = currentVersion(photo)
            return (
              <i
                key={photo.id}
                className={photo.hidden ? 'h' : ''}
                style={
                  gallery && version && photo.state === 'ready'
                    ? { backgroundImage: `url(${pictureUrl(gallery.id, photo.id, version.id, 320)})` }
                    : {}
                }
              />
            )
          })}
      </span>
    </div>
  )
}

interface SightRowProps {
  /** Whose stroke it is; a link has no hand, so a ruled line. */
  readonly hand: PersonId | null
  readonly columns: readonly Column[]
  readonly shown: ReadonlySet<PhotoId>
  readonly last: React.ReactNode
  readonly label?: string
  readonly onOpen?: () => void
  readonly children: React.ReactNode
}

function SightRow({ hand, columns, shown, last, label, onOpen, children }: SightRowProps) {
  return (
    <div className={`mx-row ${hand ? hueClass(hand) : ''}`} role="row">
      {onOpen ? (
        <span role="rowheader">
          <button type="button" className="who2" aria-label={label} onClick={onOpen}>
            {children}
          </button>
        </span>
      ) : (
        <span className="who2" role="rowheader">
          {children}
        </span>
      )}
      <div className="sight">
        {columns.map((column) => (
          <Sight key={column.scene.id} column={column} hand={hand} shown={shown} />
        ))}
      </div>
      <span className="edge m" role="cell">
        {last}
      </span>
    </div>
  )
}

function Sight({
  column: { scene, photos, left, width },
  hand,
  shown,
}: {
  readonly column: Column
  readonly hand: PersonId | null
  readonly shown: ReadonlySet<PhotoId>
}) {
  const intl = useIntl()
  const runs = runsOf(photos, shown)
  const seen = photos.filter((photo) => shown.has(photo.id)).length
  const unit = photos.length > 0 ? width / photos.length : 0
  const seed = seedOf(hand ?? scene.id) % 97
  const single = seen > 0 && seen <= 3 && photos.length > 6
  return (
    <span
      className="s"
      role="cell"
      style={{ left, width }}
      aria-label={intl.formatMessage({ id: 'matrix.cell' }, { scene: scene.name, n: seen, of: photos.length })}
    >
      <svg width={width} height="26" aria-hidden="true">
        <line x1="0" x2={width} y1="13" y2="13" className="base" />
        {runs.map(({ from, to, kind }) => {
          const [a, b] = [from * unit + 0.5, to * unit - 0.5]
          if (kind === 'dimmed') return <line key={from} className="dashes" x1={a} x2={b} y1="13" y2="13" />
          if (single) return <path key={from} className="hand" transform="translate(0 6)" d={tallyPath((a + b) / 2, 14, from + seed)} />
          return hand ? (
            <path key={from} className="hand" d={linePath(a, Math.max(a + 3, b), 13, seed + from)} />
          ) : (
            <rect key={from} className="rule" x={a} y="12" width={Math.max(2, b - a)} height="2" />
          )
        })}
      </svg>
      <span className="edge" aria-hidden="true">
        {seen > 0 && (
          <>
            <b>{seen}</b>
            {seen < photos.length && width > 70 && <span>&ensp;/ {photos.length}</span>}
          </>
        )}
        {seen === 0 && photos.length > 0 && <EyeOff className="i s" />}
      </span>
    </span>
  )
}

const Legend = () => (
  <p className="key">
    <span>
      <svg viewBox="0 0 34 10" aria-hidden="true">
        <path className="hand" d={linePath(0, 34, 5, 4)} />
      </svg>
      <FormattedMessage id="matrix.key.sees" />
    </span>
    <span>
      <svg viewBox="0 0 34 10" aria-hidden="true">
        <path className="hand" d={linePath(0, 13, 5, 4) + linePath(21, 34, 5, 9)} />
      </svg>
      <FormattedMessage id="matrix.key.gap" />
    </span>
    <span>
      <svg viewBox="0 0 34 10" aria-hidden="true">
        <path className="hand" d={linePath(0, 13, 5, 4) + linePath(21, 34, 5, 9)} />
        <line className="dashes" x1="13" x2="21" y1="5" y2="5" />
      </svg>
      <FormattedMessage id="matrix.key.dimmed" />
    </span>
    <span>
      <svg viewBox="0 0 34 10" aria-hidden="true">
        <rect className="rule" y="4" width="34" height="2" />
      </svg>
      <FormattedMessage id="matrix.key.link" />
    </span>
  </p>
)
