/** Whom this page follows, and that it does: the leader of a session unless one looks around, or anybody one chose. */
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import { useIntl } from 'react-intl'
import type { PersonId } from '../../common/ids.ts'
import type { SeenSession } from '../../common/visibility/session-seen.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { useSaidTable } from './said-table.ts'
import { useFollowing } from './use-following.ts'
import { useLaserKey } from './use-laser-key.ts'
import { usePlaceOf, useSaysPlace } from './use-place.ts'
import './session.css'

export interface Table {
  readonly session: SeenSession | null
  /** This person leads. */
  readonly leads: boolean
  /** Who is followed now. */
  readonly following: PersonId | null
  readonly follow: (person: PersonId) => void
  /** Look around by oneself. */
  readonly stop: () => void
  /** One points for others to see. */
  readonly laser: boolean
  readonly setLaser: (on: boolean) => void
}

const nowhere: Table = {
  session: null,
  leads: false,
  following: null,
  follow: () => undefined,
  stop: () => undefined,
  laser: false,
  setLaser: () => undefined,
}
const context = createContext<Table>(nowhere)

export const useTable = (): Table => useContext(context)

export function SessionRoom({ children }: { readonly children: ReactNode }) {
  const { table, me } = useGallery()
  const { session } = table
  const [chosen, setChosen] = useState<PersonId | null>(null)
  const [laser, setLaser] = useState(false)
  const free = useFree(session)
  const leads = session !== null && session.leader === me?.person
  const led = session && !leads && !free.on ? session.leader : null
  const following = chosen ?? led
  const { set: setFree } = free
  const stop = useCallback(() => {
    setChosen(null)
    setFree(true)
  }, [setFree])
  const follow = useCallback(
    (person: PersonId) => {
      const leader = person === session?.leader
      setChosen(leader ? null : person)
      if (leader) setFree(false)
    },
    [session, setFree],
  )
  useFollowing(following, stop)
  useLaserKey(setLaser)
  const value = useMemo(
    () => ({ session, leads, following, follow, stop, laser, setLaser }),
    [session, leads, following, follow, stop, laser],
  )
  return (
    <context.Provider value={value}>
      {children}
      <Spoken following={following} />
    </context.Provider>
  )
}

/** Whoever looked around in a session does so still after a reload. */
function useFree(session: SeenSession | null) {
  const key = session ? `free ${session.id}` : null
  const [at, setAt] = useState<{ readonly key: string | null; readonly on: boolean }>({ key: null, on: false })
  const on = at.key === key ? at.on : key !== null && sessionStorage.getItem(key) !== null
  const set = useCallback(
    (next: boolean) => {
      if (key && next) sessionStorage.setItem(key, '1')
      else if (key) sessionStorage.removeItem(key)
      setAt({ key, on: next })
    },
    [key],
  )
  return { on, set }
}

/** Says where one is taken, and what happens at the table. */
function Spoken({ following }: { readonly following: PersonId | null }) {
  const intl = useIntl()
  const { people, table } = useGallery()
  const place = usePlaceOf(following)
  const says = useSaysPlace()
  const name = following ? (people.get(following)?.name ?? '') : ''
  const id = following && following === table.session?.leader ? 'live.says.leads' : 'live.says.follows'
  const said = useSaidTable()
  return (
    <>
      <p className="sr" role="status">
        {following && intl.formatMessage({ id }, { name, photo: (place && says(place)) ?? 'none' })}
      </p>
      <p className="sr" role="status">
        {said}
      </p>
    </>
  )
}
