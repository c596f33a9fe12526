import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { SeenPerson } from '../../common/visibility/seen.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { Monogram } from '../ui/monogram.tsx'
import { ViewAsButton } from '../view-as/doors.tsx'
import { Ago } from './home/ago.tsx'
import { RevokeDialog } from './revoke-dialog.tsx'
import { useSaidCommand } from './use-said-command.ts'

/** One person: what they are here and how they came, when last, and taking it back. */
export function PersonLine({ person, here }: { readonly person: SeenPerson; readonly here: boolean }) {
  const intl = useIntl()
  const { grants, links } = useGallery()
  const held = grants.filter((grant) => grant.person === person.id && grant.revokedAt === null)
  const through = held.map((grant) => links.find((link) => link.id === grant.link)?.label).filter(Boolean)
  const role = person.staff ? 'staff' : person.role
  return (
    <li>
      <Monogram person={person.id} name={person.name} size={34} away={!here} plain />
      <span className="words">
        <b className="trunc" title={person.name}>
          {person.name}
        </b>
        <small className="trunc">
          {[role && intl.formatMessage({ id: `role.${role}` }), person.email, ...through].filter(Boolean).join(', ')}
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
        {held.length > 0 && <Revoke person={person} />}
      </span>
    </li>
  )
}

/** Everything somebody holds here ends, after one question. */
function Revoke({ person: { id, name } }: { readonly person: SeenPerson }) {
  const intl = useIntl()
  const { grants, gallery } = useGallery()
  const command = useSaidCommand()
  const [asking, setAsking] = useState(false)
  const close = () => setAsking(false)
  const revoke = async () => {
    for (const grant of grants) {
      if (grant.person === id && grant.revokedAt === null && !(await command({ type: 'grant:revoke', id: grant.id }))) return
    }
    close()
  }
  if (!gallery?.write) return null
  return (
    <>
      <button
        type="button"
        className="tx"
        aria-label={intl.formatMessage({ id: 'people.revokeOf' }, { name })}
        onClick={() => setAsking(true)}
      >
        <FormattedMessage id="share.revoke" />
      </button>
      {asking && <RevokeDialog what="person" name={name} onRevoke={revoke} onClose={close} />}
    </>
  )
}
