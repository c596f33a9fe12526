/** One connection in one gallery: what it is sent, in order, and which subscription of a sheet it holds. */
import type { PhotoId, SheetId } from '../../common/ids.ts'
import type { MineFrame, PresenceFrame, ReadSay, ToldFrame } from '../../common/protocol/live.ts'
import type { Refusal } from '../../common/result.ts'
import type { SeatSink } from './api.ts'
import type { Channel, Given, Sent } from './channel.ts'
import type { Member } from './member.ts'
import type { SheetPlace } from './sheet-index.ts'

export class OpenSeat {
  readonly id: string
  readonly member: Member
  readonly name: string
  /** Why this seat ended, or null while it holds. */
  ended: Refusal | 'left' | null = null
  /** The last word of presence found no way out: all of it is due. */
  missedPresence = false
  readonly #sink: SeatSink
  /** What was given to this seat alone, or by a view it left. */
  readonly #given = new Map<PhotoId | SheetId, Given>()
  #joinSub = 0
  #viewFrom = 0
  #ownFrom = 0
  #begun = false
  #held: (() => void)[] | null = null
  #clients: number[] = []

  constructor(id: string, at: { member: Member; name: string; sink: SeatSink }) {
    this.id = id
    this.member = at.member
    this.name = at.name
    this.#sink = at.sink
  }

  get begun(): boolean {
    return this.#begun
  }

  /** From here on frames after these numbers are delivered. */
  begin(at: { readonly sub: number; readonly view: number; readonly own: number }): void {
    this.#joinSub = at.sub
    this.#viewFrom = at.view
    this.#ownFrom = at.own
    this.#begun = true
  }

  /** Keeps back what follows until the answer under way is given: answers leave within the tick they were made in. */
  hold(): void {
    if (this.#held) return
    this.#held = []
    setImmediate(() => {
      const held = this.#held ?? []
      this.#held = null
      for (const send of held) send()
    })
  }

  deliver(sent: Sent): void {
    if (!this.#begun) return
    const { what } = sent
    if ('told' in what) this.told(what.told)
    else this.sheets(what.sheets, 'frame')
  }

  told(frame: ToldFrame): void {
    this.#send(() => this.#sink.told(frame))
  }

  sheets(bytes: Uint8Array, kind: 'frame' | 'bundle'): void {
    this.#send(() => this.#sink.sheets(bytes, kind))
  }

  presence(frame: PresenceFrame): void {
    if (!this.#begun) return
    this.#send(() => {
      this.missedPresence = !this.#sink.presence(frame)
    })
  }

  read(said: ReadSay): void {
    if (this.#begun) this.#send(() => this.#sink.read(said))
  }

  mine(frame: MineFrame): void {
    if (this.#begun) this.#send(() => this.#sink.mine(frame))
  }

  /** What waits may speak of things gone out of sight: it is dropped, and the client joins again. True if there was anything. */
  forget(): boolean {
    if (!this.#begun) return false
    if (this.#held && this.#held.length > 0) {
      this.#held = [() => this.#sink.behind()]
      return true
    }
    return this.#sink.forget()
  }

  close(refusal: Refusal): void {
    this.ended = refusal
    this.forget()
    if (this.#begun) this.#send(() => this.#sink.closed(refusal), true)
  }

  /** The subscription this seat holds of a sheet: the last one given, by whatever way. */
  subOf({ id, photo }: SheetPlace): number {
    const { own, view } = this.member
    const given = [
      this.#given.get(photo),
      this.#given.get(id),
      since(view.channel, photo, this.#viewFrom),
      since(view.channel, id, this.#viewFrom),
      since(own, id, this.#ownFrom),
    ]
    let last: Given | undefined
    for (const one of given) if (one && (!last || one.tick > last.tick)) last = one
    return last?.sub ?? this.#joinSub
  }

  give(of: PhotoId | SheetId, sub: number, tick: number): void {
    this.#given.set(of, { sub, n: 0, tick })
  }

  /** A Yjs client id this connection never used. */
  async nextClient(claim: () => Promise<{ readonly first: number; readonly count: number }>): Promise<number> {
    for (;;) {
      const next = this.#clients.shift()
      if (next !== undefined) return next
      const { first, count } = await claim()
      for (let i = 0; i < count; i++) this.#clients.push(first + i)
    }
  }

  /** Before the member listens to another view: what this one gave still holds. */
  leaveView(): void {
    for (const [of, given] of this.member.view.channel.givenAfter(this.#viewFrom)) {
      const mine = this.#given.get(of)
      if (!mine || mine.tick < given.tick) this.#given.set(of, given)
    }
  }

  enterView(n: number): void {
    this.#viewFrom = n
  }

  #send(send: () => void, last = false): void {
    if (this.ended && !last) return
    if (this.#held) this.#held.push(send)
    else send()
  }
}

function since(channel: Channel, of: PhotoId | SheetId, n: number): Given | undefined {
  const given = channel.given(of)
  return given && given.n > n ? given : undefined
}
