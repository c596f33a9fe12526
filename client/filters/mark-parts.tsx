/** Filters by what was marked. What one may not even see is not offered. */
import { Star } from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Filter } from '../../common/gallery/filter.ts'
import { labels, type Stars } from '../../common/sheet/shape.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { Segments } from '../ui/choices.tsx'
import { Dot } from '../ui/marks-by-hand.tsx'
import type { PartProps } from './filter-dialog.tsx'

const starSteps: readonly Stars[] = [1, 2, 3, 4, 5]

export function FlagPart({ filter, onChange }: PartProps) {
  const intl = useIntl()
  if (useGallery().gallery?.rights.flag === 'none') return null
  return (
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
        onChange={(flag) => onChange({ flag: flag === 'any' ? null : flag })}
      />
    </fieldset>
  )
}

export function StarsPart({ filter, onChange }: PartProps) {
  const intl = useIntl()
  if (useGallery().gallery?.rights.stars === 'none') return null
  return (
    <fieldset className="inline">
      <legend>
        <FormattedMessage id="filter.starsAtLeast" />
      </legend>
      <div className="starred">
        {starSteps.map((n) => (
          <button
            key={n}
            type="button"
            aria-pressed={filter.stars === n}
            aria-label={intl.formatMessage({ id: 'filter.stars' }, { n })}
            onClick={() => onChange({ stars: filter.stars === n ? 0 : n })}
          >
            <Star className={filter.stars >= n ? 'i fill' : 'i'} aria-hidden="true" />
          </button>
        ))}
      </div>
    </fieldset>
  )
}

export function LabelPart({ filter, onChange }: PartProps) {
  const intl = useIntl()
  const { gallery } = useGallery()
  if (gallery?.rights.label === 'none') return null
  const toggle = (label: Filter['labels'][number]) =>
    onChange({ labels: filter.labels.includes(label) ? filter.labels.filter((one) => one !== label) : [...filter.labels, label] })
  const named = gallery?.labels !== undefined
  return (
    <fieldset className={named ? '' : 'inline'}>
      <legend>
        <FormattedMessage id="filter.label" />
      </legend>
      <div className={named ? 'chips' : 'labels'}>
        {labels.map((label) => (
          <button
            key={label}
            type="button"
            className={named ? 'chip' : ''}
            aria-pressed={filter.labels.includes(label)}
            aria-label={intl.formatMessage({ id: `label.${label}` })}
            onClick={() => toggle(label)}
          >
            <Dot label={label} />
            {named && <FormattedMessage id={`label.${label}`} />}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
