import { Star } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { type Filter, noFilter } from '../../common/gallery/filter.ts'
import type { PersonId } from '../../common/ids.ts'
import { labels, type Stars } from '../../common/sheet/shape.ts'
import type { WallState } from '../contact-sheet/use-wall.ts'
import { orderNames } from '../gallery/photo-order.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { Check, Segments } from '../ui/choices.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Dot } from '../ui/marks-by-hand.tsx'
import { Monogram } from '../ui/monogram.tsx'

const starSteps: readonly Stars[] = [1, 2, 3, 4, 5]

/** Every filter there is. The wall behind it follows at once. */
export function FilterDialog({ wall, onClose }: { readonly wall: WallState; readonly onClose: () => void }) {
  const intl = useIntl()
  const { filter, setFilter, order, setOrder } = wall
  const change = (part: Partial<Filter>) => setFilter({ ...filter, ...part })
  return (
    <Dialog title={intl.formatMessage({ id: 'filter.title' })} onClose={onClose}>
      <div className="filters">
        <fieldset>
          <legend>
            <FormattedMessage id="filter.flag" />
          </legend>
          <Segments
            label={intl.formatMessage({ id: 'filter.flag' })}
            value={filter.flag ?? 'any'}
            options={(['any', 'pick', 'reject', 'none'] as const).map((value) => ({
              value,
              label: intl.formatMessage({ id: `filter.flag.${value}` }),
            }))}
            onChange={(flag) => change({ flag: flag === 'any' ? null : flag })}
          />
        </fieldset>
        <Labels filter={filter} onChange={change} />
        <fieldset>
          <legend>
            <FormattedMessage id="filter.starsAtLeast" />
          </legend>
          <div className="starred">
            {starSteps.map((n) => (
              <button
                key={n}
                type="button"
                className="ib"
                aria-pressed={filter.stars === n}
                aria-label={intl.formatMessage({ id: 'filter.stars' }, { n })}
                onClick={() => change({ stars: filter.stars === n ? 0 : n })}
              >
                <Star className={filter.stars >= n ? 'i fill' : 'i'} aria-hidden="true" />
              </button>
            ))}
          </div>
        </fieldset>
        <People filter={filter} onChange={change} />
        <fieldset>
          <Check
            label={<FormattedMessage id="filter.favourite" />}
            checked={filter.favourite}
            onChange={(favourite) => change({ favourite })}
          />
          <Check
            label={<FormattedMessage id="filter.commented" />}
            checked={filter.commented}
            onChange={(commented) => change({ commented })}
          />
          <Check
            label={<FormattedMessage id="filter.unresolved" />}
            checked={filter.unresolved}
            onChange={(unresolved) => change({ unresolved })}
          />
        </fieldset>
        <Names filter={filter} onChange={change} />
        <label className="fld">
          <span className="l">
            <FormattedMessage id="filter.order" />
          </span>
          <select value={order} onChange={(event) => setOrder(orderNames.find((one) => one === event.target.value) ?? 'manual')}>
            {orderNames.map((one) => (
              <option key={one} value={one}>
                {intl.formatMessage({ id: `filter.order.${one}` })}
              </option>
            ))}
          </select>
        </label>
        <div className="go">
          <button type="button" className="btn solid big" onClick={onClose}>
            <FormattedMessage id="filter.show" values={{ n: wall.hanging.length }} />
          </button>
          {wall.filtering && (
            <button type="button" className="tx" onClick={() => setFilter(noFilter)}>
              <FormattedMessage id="filter.clear" />
            </button>
          )}
        </div>
      </div>
    </Dialog>
  )
}

interface PartProps {
  readonly filter: Filter
  readonly onChange: (part: Partial<Filter>) => void
}

function Labels({ filter, onChange }: PartProps) {
  const intl = useIntl()
  const toggle = (label: Filter['labels'][number]) =>
    onChange({ labels: filter.labels.includes(label) ? filter.labels.filter((one) => one !== label) : [...filter.labels, label] })
  return (
    <fieldset>
      <legend>
        <FormattedMessage id="filter.label" />
      </legend>
      <div className="labels">
        {labels.map((label) => (
          <button
            key={label}
            type="button"
            aria-pressed={filter.labels.includes(label)}
            aria-label={intl.formatMessage({ id: `label.${label}` })}
            onClick={() => toggle(label)}
          >
            <Dot label={label} />
          </button>
        ))}
      </div>
    </fieldset>
  )
}

function People({ filter, onChange }: PartProps) {
  const { people, me } = useGallery()
  const shown = [...people.values()].filter(({ staff }) => !staff)
  if (shown.length === 0) return null
  const toggle = (person: PersonId) => onChange({ person: filter.person === person ? null : person })
  return (
    <fieldset>
      <legend>
        <FormattedMessage id="filter.byPerson" />
      </legend>
      <div className="persons">
        {shown.map(({ id, name }) => (
          <button key={id} type="button" aria-pressed={filter.person === id} onClick={() => toggle(id)}>
            <Monogram person={id} name={name} size={28} plain />
            {id === me?.person ? <FormattedMessage id="filter.me" /> : name}
          </button>
        ))}
      </div>
    </fieldset>
  )
}

function Names({ filter, onChange }: PartProps) {
  const intl = useIntl()
  const [text, setText] = useState(filter.text)
  return (
    <label className="fld">
      <span className="l">
        <FormattedMessage id="filter.names" />
      </span>
      <textarea
        rows={2}
        value={text}
        placeholder={intl.formatMessage({ id: 'filter.names.hint' })}
        onChange={(event) => {
          setText(event.target.value)
          onChange({ text: event.target.value })
        }}
      />
    </label>
  )
}
