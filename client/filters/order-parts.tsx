/** The order photos hang in, and whose marks they wear. */
import { FormattedMessage, useIntl } from 'react-intl'
import type { Whose } from '../../common/gallery/filter.ts'
import { sortNames } from '../../common/gallery/wall-address.ts'
import type { PersonId } from '../../common/ids.ts'
import type { WallState } from '../contact-sheet/use-wall.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { isStaff } from '../sheet/audience.ts'
import { Check } from '../ui/choices.tsx'

export function OrderParts({ wall }: { readonly wall: WallState }) {
  const { sort, changeSort, whose, setWhose } = wall
  const intl = useIntl()
  const lenses = useLenses()
  return (
    <fieldset>
      <legend>
        <FormattedMessage id="filter.order" />
      </legend>
      <div className="two">
        <label className="fld">
          <span className="l">
            <FormattedMessage id="find.sortBy" />
          </span>
          <select value={sort.by} onChange={(event) => changeSort({ by: sortNames.find((one) => one === event.target.value) ?? 'manual' })}>
            {sortNames.map((one) => (
              <option key={one} value={one}>
                {intl.formatMessage({ id: `filter.order.${one}` })}
              </option>
            ))}
          </select>
        </label>
        {lenses.length > 1 && (
          <label className="fld">
            <span className="l">
              <FormattedMessage id="find.whose" />
            </span>
            <select
              value={whose ?? ''}
              onChange={(event) => setWhose(lenses.find(({ value }) => value === event.target.value)?.value ?? null)}
            >
              {lenses.map(({ value, label }) => (
                <option key={value ?? ''} value={value ?? ''}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <Check label={<FormattedMessage id="find.reverse" />} checked={sort.reverse} onChange={(reverse) => changeSort({ reverse })} />
    </fieldset>
  )
}

export interface Lens {
  readonly value: Whose
  readonly label: string
}

/** Everybody, oneself (for the team: the studio), and each person whose marks one may meet. */
export function useLenses(): readonly Lens[] {
  const intl = useIntl()
  const { people, me, gallery } = useGallery()
  const staff = gallery !== null && isStaff(gallery)
  const own: Lens = staff
    ? { value: 'studio', label: intl.formatMessage({ id: 'person.house' }) }
    : { value: (me?.person ?? null) as PersonId | null, label: intl.formatMessage({ id: 'find.whose.me' }) }
  const others = [...people.values()].filter((person) => !person.staff && person.id !== me?.person)
  if (others.length === 0) return []
  return [
    { value: null, label: intl.formatMessage({ id: 'find.whose.all' }) },
    own,
    ...others.map(({ id, name }) => ({ value: id, label: name })),
  ]
}
