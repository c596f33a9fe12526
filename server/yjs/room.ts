/** Stock programs on one sheet: what they say of themselves reaches each other, under their true names. */
import type { SheetId } from '../../common/ids.ts'
import { type AwarenessState, awarenessMessage } from './messages.ts'

/** One connection in a room. */
export interface RoomMember {
  /** Hands over an awareness message; dropped when the connection is slow. */
  hear(bytes: Uint8Array): void
}

export class Room {
  readonly #states = new Map<RoomMember, Map<number, AwarenessState>>()

  get empty(): boolean {
    return this.#states.size === 0
  }

  join(member: RoomMember): void {
    this.#states.set(member, new Map())
    const here = [...this.#states].flatMap(([other, states]) => (other === member ? [] : [...states.values()]))
    if (here.length > 0) member.hear(awarenessMessage(here))
  }

  say(member: RoomMember, states: readonly AwarenessState[]): void {
    const own = this.#states.get(member)
    if (!own || states.length === 0) return
    for (const state of states) own.set(state.client, state)
    this.#tell(member, states)
  }

  leave(member: RoomMember): void {
    const own = this.#states.get(member)
    if (!own) return
    this.#states.delete(member)
    const gone = [...own.values()].map(({ client, clock }) => ({ client, clock: clock + 1, json: 'null' }))
    if (gone.length > 0) this.#tell(member, gone)
  }

  #tell(from: RoomMember, states: readonly AwarenessState[]): void {
    const bytes = awarenessMessage(states)
    for (const other of this.#states.keys()) if (other !== from) other.hear(bytes)
  }
}

export class Rooms {
  readonly #rooms = new Map<SheetId, Room>()

  enter(sheet: SheetId, member: RoomMember): Room {
    const room = this.#rooms.get(sheet) ?? new Room()
    this.#rooms.set(sheet, room)
    room.join(member)
    return room
  }

  leave(sheet: SheetId, member: RoomMember): void {
    const room = this.#rooms.get(sheet)
    room?.leave(member)
    if (room?.empty) this.#rooms.delete(sheet)
  }
}
