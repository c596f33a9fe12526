import { Search } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { folded, wordsIn } from '../../common/gallery/find-words.ts'
import type { SeenPerson } from '../../common/visibility/seen.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { PersonLine } from './person-line.tsx'
import './people.css'

/** From here on one looks for somebody rather than reads. */
const many = 12

/** Everybody this gallery knows: its visitors, then the studio, whoever came last first. */
export function DeskPeople() {
  const { people, here, me } = useGallery()
  const [sought, setSought] = useState('')
  const inside = new Set([...here.map((seat) => seat.person), me?.person])
  const words = wordsIn(sought)
  const all = [...people.values()].sort((a, b) => (b.lastAt ?? 0) - (a.lastAt ?? 0))
  const shown = all.filter(({ name, email }) => words.every((word) => folded(`${name}\n${email ?? ''}`).includes(word)))
  const groups = [
    { id: 'visitors', of: shown.filter(({ staff }) => !staff) },
    { id: 'team', of: shown.filter(({ staff }) => staff) },
  ]
  return (
    <>
      {all.length > many && <PeopleBar n={all.length} sought={sought} onSeek={setSought} />}
      <div className="people">
        {all.every(({ staff }) => staff) && (
          <p className="dim">
            <FormattedMessage id="people.none" />
          </p>
        )}
        {groups.map(({ id, of }) => of.length > 0 && <Group key={id} id={id} people={of} inside={inside} />)}
        {words.length > 0 && shown.length === 0 && (
          <p className="dim" role="status">
            <FormattedMessage id="people.nobodyFits" />
          </p>
        )}
      </div>
    </>
  )
}

interface PeopleBarProps {
  readonly n: number
  readonly sought: string
  readonly onSeek: (sought: string) => void
}

function PeopleBar({ n, sought, onSeek }: PeopleBarProps) {
  const find = useIntl().formatMessage({ id: 'people.find' })
  return (
    <div className="people-bar">
      <b>
        <FormattedMessage id="people.count" values={{ n }} />
      </b>
      <label className="find">
        <Search className="i" aria-hidden="true" />
        <input type="search" value={sought} placeholder={find} aria-label={find} onChange={(event) => onSeek(event.target.value)} />
      </label>
    </div>
  )
}

interface GroupProps {
  readonly id: string
  readonly people: readonly SeenPerson[]
  readonly inside: ReadonlySet<string | undefined>
}

function Group({ id, people, inside }: GroupProps) {
  const title = useIntl().formatMessage({ id: `people.${id}` })
  return (
    <section aria-label={title}>
      <h2>
        {title} <span className="edge">{people.length}</span>
      </h2>
      <ul>
        {people.map((person) => (
          <PersonLine key={person.id} person={person} here={inside.has(person.id)} />
        ))}
      </ul>
    </section>
  )
}
