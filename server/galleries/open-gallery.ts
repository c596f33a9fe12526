/** One gallery in memory: its state, its sheets, who is inside. Everything here changes only in synchronous stretches. */
import type { GalleryState } from '../../common/gallery/model.ts'
import type { GalleryId, PersonId, StreamId } from '../../common/ids.ts'
import type { Refusal } from '../../common/result.ts'
import { viewKey } from '../../common/visibility/see.ts'
import { seenOf } from '../../common/visibility/told.ts'
import type { Subject } from '../../common/visibility/view-as.ts'
import type { StaffSeat, Viewer } from '../../common/visibility/viewer.ts'
import type { OpenSheets } from '../sheets/api.ts'
import { Channel } from './channel.ts'
import { LeaderWatch } from './leader-watch.ts'
import { type Looker, Member } from './member.ts'
import { OtherNodes } from './other-nodes.ts'
import { showAtOnce } from './presence.ts'
import { PresenceBoard } from './presence-board.ts'
import type { OpenSeat } from './seat.ts'
import { SheetIndex } from './sheet-index.ts'
import { StaffSeats } from './staff-seats.ts'
import { Turn } from './turn.ts'
import { nobody, View } from './view.ts'

/** Commands remembered, to do each once: more than a client can hold unanswered. */
const rememberedCommands = 1_000

export class OpenGallery {
  readonly id: GalleryId
  readonly studio: string
  readonly sheets: OpenSheets
  readonly index = new SheetIndex()
  readonly turn = new Turn()
  readonly staff = new StaffSeats()
  readonly presence = new PresenceBoard()
  readonly others = new OtherNodes()
  readonly leader = new LeaderWatch()
  /** Names this process before others on the same store; new each time the gallery is opened. */
  readonly node: string
  /** By view key. */
  readonly views = new Map<string, View>()
  readonly members = new Map<PersonId, Member>()
  /** Staff who look as somebody else, by both. */
  readonly lookers = new Map<string, Member>()
  state: GalleryState
  rev: number
  /** When time alone changes something next: an expiry, a link's end. */
  dueAt = Number.POSITIVE_INFINITY
  /** Counts what was made durable on sheets since the gallery was opened. */
  batches = 0
  /** A commit's end is unknown: read on before deciding anything. */
  doubtful = false
  /** Callers between opening and their last step: an open gallery in use is never unloaded. */
  users = 0
  usedAt: number
  readonly #done = new Map<string, number>()
  #tick = 0

  readonly #channelId: () => string
  readonly #askStaffSeat: (person: PersonId) => Promise<StaffSeat | null>

  constructor(at: {
    id: GalleryId
    state: GalleryState
    rev: number
    studio: string
    sheets: OpenSheets
    now: number
    /** Makes ids nobody can guess. */
    channelId: () => string
    askStaffSeat: (person: PersonId) => Promise<StaffSeat | null>
  }) {
    this.id = at.id
    this.#channelId = at.channelId
    this.node = at.channelId()
    this.#askStaffSeat = at.askStaffSeat
    this.state = at.state
    this.rev = at.rev
    this.studio = at.studio
    this.sheets = at.sheets
    this.usedAt = at.now
    for (const sheet of at.sheets.list()) this.index.add(sheet)
  }

  get stream(): StreamId {
    return `gallery:${this.id}`
  }

  get idle(): boolean {
    return this.users === 0 && this.turn.idle && ![...this.everyone()].some((member) => member.seats.size > 0)
  }

  *everyone(): Iterable<Member> {
    yield* this.members.values()
    yield* this.lookers.values()
  }

  /** Whoever is sent this person's own: themselves, and who looks as them. */
  *membersOf(person: PersonId): Iterable<Member> {
    const member = this.members.get(person)
    if (member) yield member
    for (const looker of this.lookers.values()) if (looker.person === person) yield looker
  }

  nextTick(): number {
    return ++this.#tick
  }

  staffSeat(person: PersonId): Promise<StaffSeat | null> {
    return this.staff.get(person, () => this.#askStaffSeat(person))
  }

  /** The view of everyone with grants equal to this viewer's. */
  viewOf(viewer: Viewer): View {
    const key = viewKey(viewer)
    const known = this.views.get(key)
    if (known) return known
    const unnamed = { ...viewer, person: nobody }
    const records = [...seenOf(unnamed, this.state, this.studio).values()]
    const view = new View(unnamed, { key, channel: new Channel(this.id, 'view', this.#channelId()), records })
    showAtOnce(this, view)
    this.views.set(key, view)
    return view
  }

  /** The person inside, coming in if need be. */
  memberOf(viewer: Viewer): Member {
    const known = this.members.get(viewer.person)
    if (known) return known
    const member = this.#newMember(viewer, null)
    this.members.set(viewer.person, member)
    return member
  }

  lookerOf(viewer: Viewer, looker: Looker): Member {
    const known = this.lookers.get(lookerKey(looker))
    if (known) return known
    const member = this.#newMember(viewer, looker)
    this.lookers.set(lookerKey(looker), member)
    return member
  }

  knownMember(person: PersonId, as: Subject | null): Member | undefined {
    return as === null ? this.members.get(person) : this.lookers.get(lookerKey({ by: person, as }))
  }

  forgetMember({ person, sits: { by, as } }: Member): void {
    if (as === null) this.members.delete(person)
    else this.lookers.delete(lookerKey({ by, as }))
  }

  seat(seat: OpenSeat): void {
    seat.member.seats.add(seat)
    seat.member.view.seats.add(seat)
    seat.member.leftAt = null
  }

  /** A connection ends; the person is remembered a moment. */
  unseat(seat: OpenSeat, now: number): void {
    seat.ended ??= 'left'
    const { member } = seat
    member.seats.delete(seat)
    member.view.seats.delete(seat)
    if (member.seats.size === 0) member.leftAt = now
    this.usedAt = now
    this.presence.take(seat.id)
  }

  /** Shows a person out, with all their seats. */
  dismiss(member: Member, refusal: Refusal): void {
    for (const seat of member.seats) {
      member.view.seats.delete(seat)
      this.presence.take(seat.id)
      seat.close(refusal)
    }
    member.seats.clear()
    this.forgetMember(member)
  }

  /** Views nobody belongs to are not told anything. */
  dropEmptyViews(): void {
    const used = new Set([...this.everyone()].map((member) => member.view))
    for (const [key, view] of this.views) if (!used.has(view)) this.views.delete(key)
  }

  /** The revision a command was done at, if this person gave it before. */
  doneAt(person: PersonId | null, command: string): number | undefined {
    return this.#done.get(`${person}/${command}`)
  }

  remember(person: PersonId | null, command: string | null, rev: number): void {
    if (command === null) return
    this.#done.set(`${person}/${command}`, rev)
    for (const oldest of this.#done.keys()) {
      if (this.#done.size <= rememberedCommands) break
      this.#done.delete(oldest)
    }
  }

  #newMember(viewer: Viewer, looker: Looker | null): Member {
    return new Member(viewer, { view: this.viewOf(viewer), own: new Channel(this.id, 'self', this.#channelId()), looker })
  }
}

const lookerKey = ({ by, as }: Pick<Looker, 'by' | 'as'>): string => `${by} ${as}`
