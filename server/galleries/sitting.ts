/** Joining: first listen, then the snapshot, then the bundle, then what followed, in this order. */
import type { GrantId, PersonId } from '../../common/ids.ts'
import type { JoinAsk, Joined, Visit } from '../../common/protocol/live.ts'
import { done, type Result, refuse } from '../../common/result.ts'
import { nothingMine } from '../../common/visibility/mine.ts'
import { canEnter, viewKey } from '../../common/visibility/see.ts'
import type { SeenRecord } from '../../common/visibility/seen.ts'
import { type Subject, standIn } from '../../common/visibility/view-as.ts'
import type { StaffSeat, Viewer } from '../../common/visibility/viewer.ts'
import type { Seat, SeatSink } from './api.ts'
import { bundleOf, piecesOf } from './bundle.ts'
import { callableIn } from './calling.ts'
import type { Sent } from './channel.ts'
import type { GalleriesDeps } from './deps.ts'
import type { Member } from './member.ts'
import { mineNow } from './mine.ts'
import type { OpenGallery } from './open-gallery.ts'
import { pack, recordsOf } from './packing.ts'
import { performIn } from './performing.ts'
import { presenceFor, sayPresence, showSoon } from './presence.ts'
import { fetchFor, pushFrom } from './pushing.ts'
import { OpenSeat } from './seat.ts'
import { keptOutOf, seatBehind, standingOf } from './standing.ts'
import { tellMembers } from './telling.ts'
import { readsPlace } from './view.ts'
import type { Visits } from './visits.ts'

export interface Sit {
  readonly person: PersonId
  readonly name: string
  /** As whom staff look; null as themselves. */
  readonly as: Subject | null
  readonly visits: Visits
  readonly ask: JoinAsk
  readonly sink: SeatSink
}

interface Sitting {
  readonly ask: JoinAsk
  readonly clients: Joined['clients']
  readonly visit: Visit
  readonly visits: Visits
  readonly deps: GalleriesDeps
  now(): number
}

export async function sitIn(open: OpenGallery, sit: Sit, deps: GalleriesDeps): Promise<Result<Seat>> {
  const { ask, visits } = sit
  const early = await standing(open, sit, deps)
  if (!early.ok) return early
  await known(open, sit, deps)
  const { clients, visit } = await coming(open, sit, deps)
  await prepare(open, early.value.viewer, sit, deps)
  const late = await standing(open, sit, deps)
  if (!late.ok) return late
  refresh(open, sit, late.value, deps)
  const member = memberFor(open, sit, late.value)
  const name = sit.as === null ? sit.name : (standIn(open.state, sit.as, deps.clock.now())?.name ?? '')
  const seat = new OpenSeat(deps.dice.secret().slice(0, 12), { member, name, sink: sit.sink })
  open.seat(seat)
  return done(seatOf(open, seat, { ask, clients, visit, visits, deps, now: () => deps.clock.now() }))
}

interface Standing {
  readonly viewer: Viewer
  readonly staff: StaffSeat | null
}

/** The viewer, true at the moment it is returned. */
async function standing(open: OpenGallery, { person, as }: Sit, deps: GalleriesDeps): Promise<Result<Standing>> {
  const staff = await seatBehind(open, { person, as })
  const now = deps.clock.now()
  const who = { person, staff, as }
  const viewer = standingOf(open.state, who, now)
  return viewer && canEnter(viewer, open.state) ? done({ viewer, staff }) : { ok: false, refusal: keptOutOf(open.state, who, now) }
}

/** Who only looks writes nothing, and their coming is not written either. */
async function coming(open: OpenGallery, { person, as, visits }: Sit, deps: GalleriesDeps): Promise<Pick<Sitting, 'clients' | 'visit'>> {
  if (as !== null) return { clients: { first: 0, count: 0 }, visit: { lastVisit: null, readUntil: deps.clock.now(), read: [] } }
  const clients = await open.sheets.clients(person)
  return { clients, visit: await visits.here(open.id, person) }
}

function memberFor(open: OpenGallery, { person, as }: Sit, { viewer, staff }: Standing): Member {
  return as === null ? open.memberOf(viewer) : open.lookerOf(viewer, { by: person, as, staff })
}

/** Whoever cannot resume is sent everything: packed, and made ready before, so that nothing waits once the flow begins. */
async function prepare(open: OpenGallery, viewer: Viewer, { person, as, ask }: Sit, deps: GalleriesDeps): Promise<void> {
  const view = open.knownMember(person, as)?.view ?? open.viewOf(viewer)
  if (ask.have && view.channel.since(ask.have.view)) return
  await pack(open, view).catch((fault) => deps.log.error({ err: fault, gallery: open.id }, 'a view could not be packed'))
}

/** Other tabs of the same person may still stand where the person stood before: they move first. */
function refresh(open: OpenGallery, { person, as }: Sit, { viewer, staff }: Standing, deps: GalleriesDeps): void {
  const member = open.knownMember(person, as)
  if (!member || member.view.key === viewKey(viewer)) return
  member.staff = staff
  tellMembers(open, [member], deps.clock.now())
}

/** Staff are known to a gallery from their first visit on, so that their name stands beside what they write. */
async function known(open: OpenGallery, { person, name, as }: Sit, deps: GalleriesDeps): Promise<void> {
  if (as !== null || !open.staff.known(person)?.inScope || open.state.guests.has(person)) return
  const grant = deps.dice.id('grant') as GrantId
  const command = { type: 'guest:enter', person, name, email: null, staff: true, link: null, grant } as const
  const entered = await open.turn.take(() => performIn(open, { gallery: open.id, by: null, commandId: null, command }, deps))
  if (!entered.ok) deps.log.warn({ gallery: open.id, code: entered.refusal.code }, 'a member of the team could not be entered')
}

function seatOf(open: OpenGallery, seat: OpenSeat, sitting: Sitting): Seat {
  let joined: Joined | null = null
  return {
    id: seat.id,
    person: seat.member.person,
    get joined() {
      joined ??= begin(open, seat, sitting)
      return joined
    },
    push: async (ask) => (seat.member.looks ? refuse('only-looking') : pushFrom(open, seat, { ask, deps: sitting.deps })),
    fetch: async (sheets) => fetchFor(open, seat, sheets),
    say: (presence) => {
      if (!seat.ended) sayPresence(open, seat, presence)
    },
    callable: async (sheet) => (seat.ended ? [] : callableIn(open, seat, { sheet, now: sitting.now })),
    read: async (threads) => {
      if (seat.ended || seat.member.looks) return
      await sitting.visits.read(open.id, seat.member.person, threads)
      for (const other of seat.member.seats) if (other !== seat) other.read({ gallery: open.id, threads })
    },
    leave: () => {
      open.unseat(seat, sitting.now())
      showSoon(open)
      if (seat.member.seats.size === 0 && !seat.member.looks) noteSeen(open, seat.member.person, sitting)
    },
  }
}

/** A leaving that is not written makes the next visit begin a little early, and nothing else. */
function noteSeen(open: OpenGallery, person: PersonId, { visits, deps }: Pick<Sitting, 'visits' | 'deps'>): void {
  visits.seen(open.id, person).catch((fault) => deps.log.warn({ err: fault, gallery: open.id }, 'the end of a visit was not written'))
}

function begin(open: OpenGallery, seat: OpenSeat, sitting: Sitting): Joined {
  const missed = missedBy(seat, sitting.ask)
  const flow = missed ?? snapshotFor(open, seat)
  const { view, own } = seat.member
  const sub = seat.member.newSub()
  seat.hold()
  seat.begin({ sub, view: flow.viewFrom, own: flow.ownFrom })
  for (const bytes of flow.pieces) seat.sheets(bytes, 'bundle')
  for (const sent of flow.frames) seat.deliver(sent)
  if (seat.ended && seat.ended !== 'left') seat.close(seat.ended)
  else sayPresence(open, seat, null)
  return {
    me: { person: seat.member.person, name: open.state.guests.get(seat.member.person)?.name ?? seat.name, ...sitting.visit },
    now: sitting.now(),
    view: { id: view.channel.id, n: flow.viewFrom },
    self: { id: own.id, n: flow.ownFrom },
    ...snapshotOf(seat, flow),
    pieces: flow.pieces.length,
    frames: flow.frames.length,
    sub,
    clients: sitting.clients,
    here: seat.ended ? [] : presenceFor(open, view, seat.id),
    mine: seat.ended ? nothingMine : mineNow(open, seat.member),
  }
}

/** What was packed of other records than these is no longer true. */
function snapshotOf({ member: { view } }: OpenSeat, { records }: Flow): Pick<Joined, 'snapshot' | 'packed'> {
  if (!records) return {}
  const packed = view.packed?.records === records ? view.packed.bytes : null
  return packed ? { packed } : { snapshot: records }
}

interface Flow {
  readonly records: readonly SeenRecord[] | null
  readonly pieces: readonly Uint8Array[]
  readonly frames: readonly Sent[]
  readonly viewFrom: number
  readonly ownFrom: number
}

/** What a client that was here a moment ago has not heard, or null if it must begin anew. */
function missedBy(seat: OpenSeat, { have }: JoinAsk): Flow | null {
  if (!have?.self || seat.ended) return null
  const { view, own } = seat.member
  const viewFrames = view.channel.since(have.view)
  const ownFrames = own.since(have.self)
  if (!viewFrames || !ownFrames) return null
  return { records: null, pieces: [], frames: [...viewFrames, ...ownFrames], viewFrom: have.view.n, ownFrom: have.self.n }
}

/** Everything seen now. Built in one synchronous stretch: nothing can change between the snapshot and the bundle. */
function snapshotFor(open: OpenGallery, seat: OpenSeat): Flow {
  const { view, own, viewer, person } = seat.member
  if (seat.ended) return { records: [], pieces: [], frames: [], viewFrom: 0, ownFrom: 0 }
  const bundle = bundleOf(open, view)
  const mine = open.index.ofPerson(person).filter((place) => !view.reads(open.state, place) && readsPlace(viewer, open.state, place))
  return {
    records: recordsOf(open, view),
    pieces: [...bundle.pieces, ...piecesOf(open, 'self', mine)],
    frames: view.channel.since({ id: view.channel.id, n: bundle.n }) ?? [],
    viewFrom: bundle.n,
    ownFrom: own.position.n,
  }
}
