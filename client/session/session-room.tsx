/** Whom this page follows, and that it does: the leader of a session unless one looks around, or anybody one chose. */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { useIntl } from 'react-intl'
import { useLocation, useNavigate } from 'react-router'
import type { PersonId, PhotoId } from '../../common/ids.ts'
import type { SeenSession } from '../../common/visibility/session-seen.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { isLed, led } from './led.ts'
import { shortName } from './short-name.ts'
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

export function SessionRoom({ photo, children }: { readonly photo: PhotoId | null; readonly children: ReactNode }) {
  const { table, me, photoById } = useGallery()
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
  useFollowing({ following, photo, stop, there: photo === null || photoById.has(photo) })
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

interface Follows {
  readonly following: PersonId | null
  readonly photo: PhotoId | null
  /** What this page is on is there to be seen. */
  readonly there: boolean
  readonly stop: () => void
}

/** Goes where the one who is followed goes; going elsewhere by oneself ends it. */
function useFollowing({ following, photo, there, stop }: Follows): void {
  const { gallery } = useGallery()
  const { pathname, search, state } = useLocation()
  const navigate = useNavigate()
  const target = usePhotoOf(following)
  const id = gallery?.id
  const last = useRef({ pathname, target, following, there })
  useEffect(() => {
    const before = last.current
    last.current = { pathname, target, following, there }
    if (!following || !id) return
    const moved = before.following === following && before.pathname !== pathname
    if (moved && before.there && photo !== target && !isLed(state)) return stop()
    const turned = before.target !== target || before.following !== following
    if (!target || target === photo || !turned) return
    // A page of one's own is on its way: the address is there before the page is.
    if (window.location.pathname !== pathname && !isLed(window.history.state?.usr)) return stop()
    void navigate(`/g/${id}/p/${target}${search}`, { replace: photo !== null, state: led })
  }, [following, target, photo, there, pathname, search, state, id, navigate, stop])
}

/** The photo somebody looks at, as far as one sees it: of several pages the one that spoke last. */
export function usePhotoOf(person: PersonId | null): PhotoId | null {
  const { here, photoById } = useGallery()
  const seats = here.filter((seat) => seat.person === person)
  const photo = seats.findLast((seat) => seat.photo !== null)?.photo ?? null
  return photo && photoById.has(photo) ? photo : null
}

/** Says where one is taken. */
function Spoken({ following }: { readonly following: PersonId | null }) {
  const intl = useIntl()
  const { people, photoById, table } = useGallery()
  const photo = usePhotoOf(following)
  const name = following ? (people.get(following)?.name ?? '') : ''
  const id = following && following === table.session?.leader ? 'live.says.leads' : 'live.says.follows'
  const seen = photo ? photoById.get(photo) : undefined
  return (
    <p className="sr" role="status">
      {following && intl.formatMessage({ id }, { name, photo: seen ? shortName(seen) : 'none' })}
    </p>
  )
}
