/** One gallery in memory: its state, its sheets, who is inside. Everything here changes only in synchronous stretches. */
import type { GalleryState } from '../../common/gallery/model.ts'
import type { CommandId, GalleryId, PersonId, StreamId } from '../../common/ids.ts'
import type { OpenSheets } from '../sheets/api.ts'
import type { Member } from './member.ts'
import { PresenceBoard } from './presence-board.ts'
import { SheetIndex } from './sheet-index.ts'
import { StaffSeats } from './staff-seats.ts'
import { Turn } from './turn.ts'
import type { View } from './view.ts'

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
  /** By view key. */
  readonly views = new Map<string, View>()
  readonly members = new Map<PersonId, Member>()
  state: GalleryState
  rev: number
  /** When time alone changes something next: an expiry, a link's end. */
  dueAt = Number.POSITIVE_INFINITY
  /** A commit's end is unknown: read on before deciding anything. */
  doubtful = false
  /** Callers between opening and their last step: an open gallery in use is never unloaded. */
  users = 0
  usedAt: number
  readonly #done = new Map<string, number>()
  #tick = 0

  constructor(at: { id: GalleryId; state: GalleryState; rev: number; studio: string; sheets: OpenSheets; now: number }) {
    this.id = at.id
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
    return this.users === 0 && this.turn.idle && ![...this.members.values()].some((member) => member.seats.size > 0)
  }

  nextTick(): number {
    return ++this.#tick
  }

  /** The revision a command was done at, if this person gave it before. */
  doneAt(person: PersonId | null, command: CommandId | string): number | undefined {
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
}
