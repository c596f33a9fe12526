/** Filters by what the camera wrote, and by names. */
import { FormattedMessage, useIntl } from 'react-intl'
import type { Facet } from '../../common/gallery/facets.ts'
import { findNames } from '../../common/gallery/names.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import type { PartProps } from './filter-dialog.tsx'
import { useFacets } from './use-facets.ts'

export function CaptureParts({ filter, onChange, onNames }: PartProps & { readonly onNames: () => void }) {
  const { cameras, keywords, days } = useFacets()
  const first = days[0]?.value
  const last = days.at(-1)?.value
  return (
    <fieldset>
      <legend>
        <FormattedMessage id="find.capture" />
      </legend>
      <div className="two">
        {(keywords.length > 0 || filter.keyword) && (
          <Choice label="find.keyword" value={filter.keyword} facets={keywords} onChange={(keyword) => onChange({ keyword })} />
        )}
        {(cameras.length > 0 || filter.camera) && (
          <Choice label="find.camera" value={filter.camera} facets={cameras} onChange={(camera) => onChange({ camera })} />
        )}
        {(days.length > 0 || filter.from || filter.to) && (
          <>
            <Day label="find.from" value={filter.from} min={first} max={last} onChange={(from) => onChange({ from })} />
            <Day label="find.to" value={filter.to} min={first} max={last} onChange={(to) => onChange({ to })} />
          </>
        )}
      </div>
      <Names text={filter.names} onNames={onNames} onClear={() => onChange({ names: '' })} />
    </fieldset>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string | null
  readonly facets: readonly Facet[]
  readonly onChange: (value: string | null) => void
}

/** What is asked for stays to be seen, also when no photo has it any more. */
function Choice({ label, value, facets, onChange }: ChoiceProps) {
  const known = facets.some((facet) => facet.value === value)
  return (
    <label className="fld">
      <span className="l">
        <FormattedMessage id={label} />
      </span>
      <select value={value ?? ''} onChange={(event) => onChange(event.target.value || null)}>
        <option value="">
          <FormattedMessage id="find.any" />
        </option>
        {value && !known && <option value={value}>{value} (0)</option>}
        {facets.map((facet) => (
          <option key={facet.value} value={facet.value}>
            {facet.value} ({facet.count})
          </option>
        ))}
      </select>
    </label>
  )
}

interface DayProps {
  readonly label: string
  readonly value: string | null
  readonly min: string | undefined
  readonly max: string | undefined
  readonly onChange: (value: string | null) => void
}

function Day({ label, value, min, max, onChange }: DayProps) {
  return (
    <label className="fld">
      <span className="l">
        <FormattedMessage id={label} />
      </span>
      <input type="date" value={value ?? ''} min={min} max={max} onChange={(event) => onChange(event.target.value || null)} />
    </label>
  )
}

function Names({ text, onNames, onClear }: { readonly text: string; readonly onNames: () => void; readonly onClear: () => void }) {
  const intl = useIntl()
  const { photos } = useGallery()
  const asked = text.trim() === '' ? null : findNames(text, photos)
  return (
    <p className="names-line">
      <button type="button" className="btn line" onClick={onNames}>
        <FormattedMessage id={asked ? 'find.names.change' : 'find.names.paste'} />
      </button>
      {asked && (
        <>
          <span>
            <FormattedMessage
              id="find.names.found"
              values={{ found: asked.asked - asked.missing.length, asked: asked.asked, photos: asked.found.size }}
            />
          </span>
          <button type="button" className="tx" aria-label={intl.formatMessage({ id: 'find.names.clear' })} onClick={onClear}>
            <FormattedMessage id="filter.clear.short" />
          </button>
        </>
      )}
    </p>
  )
}
