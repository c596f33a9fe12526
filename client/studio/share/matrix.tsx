/* biome-ignore-all lint/a11y/useSemanticElements: rows are drawn across columns of their own widths, not laid out as cells */
/* biome-ignore-all lint/a11y/useFocusableInteractive: nothing to press in them */
/* biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: a heading of a drawn table */
/** Who sees which scene: a scene heads its column as a contact strip, a person's stroke runs under the frames they see. */

import { Link2, Printer } from 'lucide-react'
import { useMemo, useRef } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { GalleryState, Terms } from '../../../common/gallery/model.ts'
import { pictureUrl } from '../../../common/protocol/http.ts'
import type { SeenLink, SeenPerson } from '../../../common/visibility/seen.ts'
import { currentVersion } from '../../contact-sheet/picture.tsx'
import { useGallery } from '../../gallery/use-gallery.tsx'
import { serverNow } from '../../net/server-clock.ts'
import { Monogram } from '../../ui/monogram.tsx'
import { useWidth } from '../../ui/use-box.ts'
import { ViewAsButton } from '../../view-as/doors.tsx'
import { Ago } from '../home/ago.tsx'
import { linkIsOpen, shownBy, stateOfSeen, termsHeld } from './sight.ts'
import { type Column, columnsOf, Legend, SightRow, widthFor } from './sight-row.tsx'

export function Matrix({ onLink }: { readonly onLink: (link: SeenLink) => void }) {
  const intl = useIntl()
  const { gallery, scenes, photosOf, photos, people, links } = useGallery()
  const nobody = links.length === 0 && [...people.values()].every(({ staff }) => staff)
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
  return (
    <div
      className="mx"
      role="table"
      aria-label={intl.formatMessage({ id: 'matrix.title' })}
      style={{ '--mx-w': `${widthFor(scenes.length)}px` } as React.CSSProperties}
    >
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
      <PeopleRows columns={columns} state={state} />
      <LinkRows columns={columns} state={state} onLink={onLink} />
      {nobody ? (
        <p className="note nobody">
          <FormattedMessage id="matrix.nobody" />
        </p>
      ) : (
        <Legend />
      )}
    </div>
  )
}

interface RowsProps {
  readonly columns: readonly Column[]
  readonly state: GalleryState
}

function PeopleRows({ columns, state }: RowsProps) {
  const intl = useIntl()
  const { people, grants, links, here } = useGallery()
  const clients = [...people.values()].filter((person) => !person.staff)
  const inside = new Set(here.map((seat) => seat.person))
  if (clients.length === 0) return null
  return (
    <>
      <GroupHead id="matrix.people" />
      {clients.map((person) => (
        <SightRow
          key={person.id}
          hand={person.id}
          columns={columns}
          shown={shownBy(termsHeld(person.id, grants, links), state)}
          last={
            <>
              <LastVisit person={person} here={inside.has(person.id)} />
              <ViewAsButton subject={person.id} name={person.name} />
            </>
          }
        >
          <Monogram person={person.id} name={person.name} size={30} plain />
          <Words title={person.name} more={person.role && intl.formatMessage({ id: `role.${person.role}` })} />
        </SightRow>
      ))}
    </>
  )
}

function LastVisit({ person, here }: { readonly person: SeenPerson; readonly here: boolean }) {
  if (!here) return person.lastAt !== undefined && <Ago at={person.lastAt} />
  return (
    <b>
      <FormattedMessage id="people.here" />
    </b>
  )
}

function LinkRows({ columns, state, onLink }: RowsProps & { readonly onLink: (link: SeenLink) => void }) {
  const intl = useIntl()
  const { links } = useGallery()
  const now = serverNow()
  const open = links.filter((link) => linkIsOpen(link, now))
  const ended = links.filter((link) => !linkIsOpen(link, now))
  const names = ended.flatMap((link) => link.label || []).slice(0, 5)
  return (
    <>
      {open.length > 0 && <GroupHead id="matrix.links" />}
      {open.map((link) => (
        <SightRow
          key={link.id}
          hand={null}
          columns={columns}
          shown={shownBy([link], state)}
          last={
            <>
              <LinkUse link={link} />
              <ViewAsButton subject={link.id} name={link.label || intl.formatMessage({ id: `role.${link.role}` })} />
            </>
          }
          onOpen={() => onLink(link)}
        >
          <span className="nohand">
            {link.role === 'vendor' ? <Printer className="i" aria-hidden="true" /> : <Link2 className="i" aria-hidden="true" />}
          </span>
          <Words title={link.label || intl.formatMessage({ id: `role.${link.role}` })} more={sayLink(link, intl)} />
        </SightRow>
      ))}
      {ended.length > 0 && (
        <p className="note ended">
          <FormattedMessage id="matrix.ended" values={{ n: ended.length, names: names.join(', ') }} />
        </p>
      )}
    </>
  )
}

function sayLink(link: Terms & Pick<SeenLink, 'hasCode' | 'binding'>, intl: ReturnType<typeof useIntl>): string {
  return [
    intl.formatMessage({ id: `role.${link.role}` }),
    link.hasCode && intl.formatMessage({ id: 'link.code' }),
    link.binding !== 'open' && intl.formatMessage({ id: `binding.${link.binding}.short` }),
    link.feedback !== null && intl.formatMessage({ id: `link.feedback.${link.feedback}` }),
    Object.keys(link.rights).length > 0 && intl.formatMessage({ id: 'link.lowered' }),
  ]
    .filter(Boolean)
    .join(', ')
}

const Words = ({ title, more }: { readonly title: string; readonly more: string | undefined }) => (
  <span className="words">
    <b className="trunc" title={title}>
      {title}
    </b>
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
        <span className="trunc" title={scene.name}>
          {scene.name}
        </span>
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
