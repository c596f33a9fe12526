import { FormattedMessage, useIntl } from 'react-intl'
import type { PersonId } from '../../common/ids.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import type { TalkFilter } from './shown-threads.ts'

interface TalkFilterChoiceProps {
  readonly value: TalkFilter
  readonly ways: readonly Exclude<TalkFilter, PersonId>[]
  /** Over a whole gallery, the newest first. */
  readonly everywhere?: boolean
  /** Everybody who said something. */
  readonly speakers: readonly PersonId[]
  readonly onChange: (filter: TalkFilter) => void
}

/** Which threads are shown; the browser's own list, good on every screen. */
export function TalkFilterChoice({ value, ways, everywhere = false, speakers, onChange }: TalkFilterChoiceProps) {
  const intl = useIntl()
  const { people, me } = useGallery()
  const others = speakers.filter((person) => person !== me?.person)
  return (
    <select
      className="talk-filter"
      aria-label={intl.formatMessage({ id: 'talk.filter' })}
      value={value}
      onChange={(event) => onChange(event.target.value as TalkFilter)}
    >
      {ways.map((way) => (
        <option key={way} value={way}>
          {intl.formatMessage({ id: everywhere && way === 'order' ? 'talk.filter.newest' : `talk.filter.${way}` })}
        </option>
      ))}
      {others.length > 0 && (
        <optgroup label={intl.formatMessage({ id: 'talk.filter.person' })}>
          {others.map((person) => (
            <option key={person} value={person}>
              {people.get(person)?.name ?? intl.formatMessage({ id: 'person.somebody' })}
            </option>
          ))}
        </optgroup>
      )}
    </select>
  )
}

export function NothingFits({ onAll }: { readonly onAll: () => void }) {
  return (
    <p className="none">
      <FormattedMessage id="talk.filter.nothing" />{' '}
      <button type="button" className="tx" onClick={onAll}>
        <FormattedMessage id="talk.filter.all" />
      </button>
    </p>
  )
}
