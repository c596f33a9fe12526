import { FormattedMessage, useIntl } from 'react-intl'
import { useGallery } from '../gallery/use-gallery.tsx'
import { hueClass } from '../ui/hue.ts'
import { Monogram } from '../ui/monogram.tsx'
import type { Called } from './use-calling.ts'

interface SuggestionsProps {
  readonly id: string
  readonly people: readonly Called[]
  readonly current: Called | null
  readonly onChoose: (person: Called) => void
}

/** Names to choose from while the field keeps the focus. */
export function Suggestions({ id, people, current, onChoose }: SuggestionsProps) {
  const intl = useIntl()
  return (
    <div id={id} className="suggestions" role="listbox" aria-label={intl.formatMessage({ id: 'call.people' })}>
      {people.map((person) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus
        <div
          key={person.id}
          id={`${id}-${person.id}`}
          role="option"
          tabIndex={-1}
          className={hueClass(person.id)}
          aria-selected={person.id === current?.id}
          // The field keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(person)}
        >
          <Monogram person={person.id} name={person.name} size={30} plain />
          <span className="who trunc">{person.name}</span>
          <small>
            <Part person={person} />
          </small>
        </div>
      ))}
    </div>
  )
}

function Part({ person }: { readonly person: Called }) {
  const { people } = useGallery()
  const role = people.get(person.id)?.role
  if (person.staff) return <FormattedMessage id="call.studio" />
  return role ? <FormattedMessage id={`call.${role}`} /> : null
}
