/** Who is asked for a list: kinds of people first, then single people and whoever came by a link. */
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { type ClientRole, clientRoles } from '../../../common/gallery/model.ts'
import { useGallery } from '../../gallery/use-gallery.tsx'
import { Check } from '../../ui/choices.tsx'
import { shareRoles } from '../share/share-form.ts'
import type { RequestPartProps } from './request-form.ts'

const toggled = <T,>(list: readonly T[], one: T, on: boolean): readonly T[] => (on ? [...list, one] : list.filter((other) => other !== one))

export function RequestWho({ form, onForm }: RequestPartProps) {
  const { gallery, links, people } = useGallery()
  const [singly, setSingly] = useState(form.links.length + form.persons.length > 0)
  const held = new Set<ClientRole | undefined>([...shareRoles, ...links.map(({ role }) => role), ...form.roles])
  for (const { role } of people.values()) held.add(role)
  const askable = clientRoles.filter((role) => role !== 'vendor' && held.has(role))
  const anybody = [...people.values()].some(({ staff }) => !staff) || links.length > 0
  return (
    <fieldset className="asked-who">
      <legend className="lab">
        <FormattedMessage id="lists.who" />
      </legend>
      <div className="two-columns">
        {askable.map((role) => (
          <Check
            key={role}
            label={<FormattedMessage id={`roles.${role}`} />}
            checked={form.roles.includes(role)}
            onChange={(on) => onForm({ ...form, roles: toggled(form.roles, role, on) })}
          />
        ))}
      </div>
      {singly ? (
        <Single form={form} onForm={onForm} />
      ) : (
        anybody && (
          <button type="button" className="tx" onClick={() => setSingly(true)}>
            <FormattedMessage id="lists.who.persons" />
          </button>
        )
      )}
      <p className="dim xs">
        <FormattedMessage id={`lists.who.${gallery?.feedback ?? 'private'}`} />
      </p>
    </fieldset>
  )
}

function Single({ form, onForm }: RequestPartProps) {
  const intl = useIntl()
  const { links, people } = useGallery()
  const clients = [...people.values()].filter(({ staff, role }) => !staff && role !== 'vendor')
  const open = links.filter(({ revokedAt, role }) => revokedAt === null && role !== 'vendor')
  return (
    <div className="asked-singly">
      {clients.length > 0 && (
        <h3>
          <FormattedMessage id="matrix.people" />
        </h3>
      )}
      {clients.map(({ id, name, role }) => (
        <Check
          key={id}
          label={name}
          checked={form.persons.includes(id)}
          onChange={(on) => onForm({ ...form, persons: toggled(form.persons, id, on) })}
          aside={role && intl.formatMessage({ id: `role.${role}` })}
        />
      ))}
      {open.length > 0 && (
        <h3>
          <FormattedMessage id="lists.who.links" />
        </h3>
      )}
      {open.map(({ id, label, role }) => (
        <Check
          key={id}
          label={label || intl.formatMessage({ id: `role.${role}` })}
          checked={form.links.includes(id)}
          onChange={(on) => onForm({ ...form, links: toggled(form.links, id, on) })}
          aside={intl.formatMessage({ id: `role.${role}` })}
        />
      ))}
    </div>
  )
}
