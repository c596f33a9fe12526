import { X } from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import { historyKinds } from '../../common/history/entry.ts'
import type { PersonId } from '../../common/ids.ts'
import type { SeenPerson } from '../../common/visibility/seen.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { shortName } from '../session/short-name.ts'
import { type Choice, spans } from './use-choice.ts'

interface ChoiceBarProps {
  readonly choice: Choice
  readonly change: (part: Partial<Choice>) => void
}

/** The browser's own lists: good on every screen and by every key. */
export function ChoiceBar({ choice, change }: ChoiceBarProps) {
  const intl = useIntl()
  const { people, me, photoById } = useGallery()
  const photo = choice.of && photoById.get(choice.of)
  const others = [...people.values()].filter(({ id }) => id !== me?.person).sort((a, b) => a.name.localeCompare(b.name))
  return (
    <div className="fil hist-fil" role="toolbar" aria-label={intl.formatMessage({ id: 'history.of' })}>
      <select
        aria-label={intl.formatMessage({ id: 'history.kind' })}
        value={choice.kind ?? ''}
        onChange={(event) => change({ kind: historyKinds.find((kind) => kind === event.target.value) ?? null })}
      >
        {['', ...historyKinds].map((kind) => (
          <option key={kind} value={kind}>
            {intl.formatMessage({ id: `history.kind.${kind || 'all'}` })}
          </option>
        ))}
      </select>
      <select
        aria-label={intl.formatMessage({ id: 'history.who' })}
        value={choice.by ?? ''}
        onChange={(event) => change({ by: (event.target.value || null) as PersonId | null })}
      >
        <option value="">{intl.formatMessage({ id: 'history.who.all' })}</option>
        {me && <option value={me.person}>{intl.formatMessage({ id: 'history.who.mine' })}</option>}
        <Group label="history.who.team" people={others.filter(({ staff }) => staff)} />
        <Group label="history.who.clients" people={others.filter(({ staff }) => !staff)} />
      </select>
      <select
        aria-label={intl.formatMessage({ id: 'history.when' })}
        value={choice.span ?? ''}
        onChange={(event) => change({ span: spans.find((span) => span === event.target.value) ?? null })}
      >
        {['', ...spans]
          .filter((span) => span !== 'visit' || me?.lastVisit)
          .map((span) => (
            <option key={span} value={span}>
              {intl.formatMessage({ id: `history.when.${span || 'all'}` })}
            </option>
          ))}
      </select>
      {photo && (
        <button
          type="button"
          className="fil-b only"
          aria-label={intl.formatMessage({ id: 'history.only.end' })}
          onClick={() => change({ of: null })}
        >
          <FormattedMessage id="history.only" values={{ photo: shortName(photo) }} />
          <X className="i" aria-hidden="true" />
        </button>
      )}
    </div>
  )
}

function Group({ label, people }: { readonly label: string; readonly people: readonly SeenPerson[] }) {
  const intl = useIntl()
  if (people.length === 0) return null
  return (
    <optgroup label={intl.formatMessage({ id: label })}>
      {people.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </optgroup>
  )
}
