/** Filters by who chose: whoever chose most stands first, and people of one name are told apart. */
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { PersonId } from '../../common/ids.ts'
import type { SeenPerson } from '../../common/visibility/seen.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { useOwnCounts } from '../gallery/use-own-counts.ts'
import { Monogram } from '../ui/monogram.tsx'
import { Chip } from './chip.tsx'
import type { PartProps } from './filter-dialog.tsx'
import { inOrderOfUse, toldApart } from './people-order.ts'

/** People shown before the rest is folded away. */
const most = 6

/** Chosen by somebody, or by nobody. Where nothing can be chosen: marked in any way. */
export function PeoplePart({ filter, onChange }: PartProps) {
  const intl = useIntl()
  const { people, me, gallery } = useGallery()
  const { picksOf } = useOwnCounts()
  const [all, setAll] = useState(false)
  const picks = gallery?.rights.flag !== 'none'
  const here = [...people.values()].filter(({ id, staff, apart }) => !staff && (!apart || picksOf.has(id)))
  if (here.length === 0) return null
  const ordered = inOrderOfUse(here, { picks: picksOf, me: me?.person ?? null, chosen: filter.person })
  const shown = all || ordered.length <= most + 1 ? ordered : ordered.slice(0, most)
  const apart = toldApart(here)
  const toggle = (person: PersonId) => {
    const on = filter.person === person
    onChange(on ? { person: null, flag: null } : { person, flag: picks ? 'pick' : null })
  }
  const nobody = filter.flag === 'none' && filter.person === null
  const nameOf = ({ id, name }: SeenPerson) => (id === me?.person ? intl.formatMessage({ id: 'filter.me' }) : name)
  return (
    <fieldset>
      <legend>
        <FormattedMessage id={picks ? 'find.chosenBy' : 'filter.byPerson'} />
      </legend>
      <div className="chips">
        {shown.map((person) => (
          <Chip
            key={person.id}
            on={filter.person === person.id}
            count={picks ? (picksOf.get(person.id) ?? 0) : null}
            onPress={() => toggle(person.id)}
          >
            <Monogram person={person.id} name={person.name} size={28} plain />
            <span className="trunc" title={person.name}>
              {nameOf(person)}
            </span>
            {person.id !== me?.person && apart.has(person.id) && <Which person={person} nth={apart.get(person.id) ?? 1} />}
          </Chip>
        ))}
        {picks && (
          <Chip on={nobody} onPress={() => onChange({ person: null, flag: nobody ? null : 'none' })}>
            <FormattedMessage id="find.nobody" />
          </Chip>
        )}
        {shown.length < ordered.length && (
          <button type="button" className="tx" onClick={() => setAll(true)}>
            <FormattedMessage id="find.morePeople" values={{ n: ordered.length - shown.length }} />
          </button>
        )}
      </div>
    </fieldset>
  )
}

/** Second line of a name that several bear: the address where staff see it, else which of them it is. */
function Which({ person, nth }: { readonly person: SeenPerson; readonly nth: number }) {
  const intl = useIntl()
  const says = person.email ?? intl.formatMessage({ id: 'find.nth' }, { nth })
  return <small className="which trunc">{says}</small>
}
