import { FormattedMessage, useIntl } from 'react-intl'
import type { SeenPerson } from '../../common/visibility/seen.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { Monogram } from '../ui/monogram.tsx'
import { ViewAsButton } from '../view-as/doors.tsx'
import { Ago } from './home/ago.tsx'
import { useSaidCommand } from './use-said-command.ts'

/** Everybody this gallery knows: what they are here, when they came last, and taking it back. */
export function DeskPeople() {
  const { people, here, me } = useGallery()
  const inside = new Set([...here.map((seat) => seat.person), me?.person])
  const all = [...people.values()].sort((a, b) => Number(a.staff) - Number(b.staff) || (b.lastAt ?? 0) - (a.lastAt ?? 0))
  if (all.length === 0) {
    return (
      <p className="note">
        <FormattedMessage id="people.none" />
      </p>
    )
  }
  return (
    <ul className="people">
      {all.map((person) => (
        <PersonLine key={person.id} person={person} here={inside.has(person.id)} />
      ))}
    </ul>
  )
}

function PersonLine({ person, here }: { readonly person: SeenPerson; readonly here: boolean }) {
  const intl = useIntl()
  const { grants, links, gallery } = useGallery()
  const command = useSaidCommand()
  const held = grants.filter((grant) => grant.person === person.id && grant.revokedAt === null)
  const through = held.map((grant) => links.find((link) => link.id === grant.link)?.label).filter(Boolean)
  const revoke = async () => {
    for (const grant of held) await command({ type: 'grant:revoke', id: grant.id })
  }
  return (
    <li>
      <Monogram person={person.id} name={person.name} size={34} away={!here} plain />
      <span className="words">
        <b className="trunc">{person.name}</b>
        <small className="trunc">
          {[
            person.staff ? intl.formatMessage({ id: 'role.staff' }) : person.role && intl.formatMessage({ id: `role.${person.role}` }),
            person.email,
            ...through,
          ]
            .filter(Boolean)
            .join(', ')}
        </small>
      </span>
      <span className="edge">
        {here ? (
          <b>
            <FormattedMessage id="people.here" />
          </b>
        ) : (
          person.lastAt !== undefined && <Ago at={person.lastAt} />
        )}
      </span>
      <span className="edge">{person.visits !== undefined && <FormattedMessage id="people.visits" values={{ n: person.visits }} />}</span>
      <span className="ways">
        {!person.staff && <ViewAsButton subject={person.id} name={person.name} />}
        {gallery?.write && held.length > 0 && (
          <button
            type="button"
            className="tx"
            aria-label={intl.formatMessage({ id: 'people.revokeOf' }, { name: person.name })}
            onClick={() => void revoke()}
          >
            <FormattedMessage id="share.revoke" />
          </button>
        )}
      </span>
    </li>
  )
}
