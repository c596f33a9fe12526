/** The tab under the header: who leads or is followed and the way out; for whoever leads, the way on. */
import { DropdownMenu } from 'radix-ui'
import { FormattedMessage, useIntl } from 'react-intl'
import type { PersonId } from '../../common/ids.ts'
import type { SeenPerson } from '../../common/visibility/seen.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { hueClass } from '../ui/hue.ts'
import { Monogram } from '../ui/monogram.tsx'
import { useTable } from './session-room.tsx'
import { useAsk } from './use-ask.ts'
import { usePlaceOf, useSaysPlace } from './use-place.ts'

export function SessionBar() {
  const { session, leads, following } = useTable()
  const { status } = useGallery()
  if ((status === 'reconnecting' || status === 'offline') && (following || session)) return <Apart leads={leads} />
  if (status !== 'open') return null
  if (following) return <Following person={following} />
  if (!session) return null
  return leads ? <Leading /> : <Free leader={session.leader} />
}

/** Nothing is led or followed without a connection: one is where one was as soon as it is back. */
function Apart({ leads }: { readonly leads: boolean }) {
  return (
    <p className="lead-tab inv">
      <FormattedMessage id={leads ? 'live.bar.apart.leads' : 'live.bar.apart'} />
    </p>
  )
}

function Following({ person }: { readonly person: PersonId }) {
  const { session, stop } = useTable()
  const { here } = useGallery()
  const name = useFirstName(person)
  const place = usePlaceOf(person)
  const leader = session?.leader === person
  const state = !here.some((seat) => seat.person === person) ? 'away' : place ? (leader ? 'leads' : 'follows') : 'elsewhere'
  return (
    <p className={`lead-tab ${hueClass(person)}`}>
      <FormattedMessage id={`live.bar.${state}`} values={{ name }} />
      <button type="button" onClick={stop}>
        <FormattedMessage id={leader ? 'live.around' : 'live.stop'} values={{ name }} />
      </button>
    </p>
  )
}

/** Looking around by oneself while somebody leads. */
function Free({ leader }: { readonly leader: PersonId }) {
  const { follow } = useTable()
  const { people } = useGallery()
  const name = useFirstName(leader)
  const place = usePlaceOf(leader)
  const says = useSaysPlace()
  const at = place && says(place)
  return (
    <p className="lead-tab inv">
      <Monogram person={leader} name={people.get(leader)?.name ?? ''} size={24} plain />
      <FormattedMessage id={at ? 'live.bar.at' : 'live.bar.leads'} values={{ name, photo: at }} />
      <button type="button" onClick={() => follow(leader)}>
        <FormattedMessage id="live.back" values={{ name }} />
      </button>
    </p>
  )
}

function Leading() {
  const { session } = useTable()
  const { me } = useGallery()
  const ask = useAsk()
  if (!session || !me) return null
  return (
    <p className={`lead-tab ${hueClass(me.person)}`}>
      <FormattedMessage id="live.bar.you" />
      <HandOver />
      <button type="button" onClick={() => void ask({ type: 'session:end', id: session.id })}>
        <FormattedMessage id="live.end" />
      </button>
    </p>
  )
}

function HandOver() {
  const intl = useIntl()
  const { session } = useTable()
  const { here, people } = useGallery()
  const ask = useAsk()
  const able = [...new Set(here.map(({ person }) => person))].flatMap((person) => people.get(person) ?? []).filter(mayLead)
  if (!session || able.length === 0) return null
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <button type="button">
          <FormattedMessage id="live.handOver" />
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="start" sideOffset={6} aria-label={intl.formatMessage({ id: 'live.handOver' })}>
          {able.map(({ id, name }) => (
            <DropdownMenu.Item key={id} onSelect={() => void ask({ type: 'session:lead', id: session.id, person: id })}>
              <Monogram person={id} name={name} size={24} plain />
              {name}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

const mayLead = (person: SeenPerson): boolean => person.staff || person.role === 'mainClient'

function useFirstName(person: PersonId): string {
  const { people, here } = useGallery()
  const name = people.get(person)?.name ?? here.find((seat) => seat.person === person)?.name ?? ''
  return name.trim().split(/\s+/)[0] ?? ''
}
