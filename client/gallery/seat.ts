/**
 * This page's seat in one gallery on the wire: joins, counts frames, joins again after a gap or a broken connection.
 * Listeners are called in the order of the wire.
 */
import type { GalleryId } from '../../common/ids.ts'
import { protocol } from '../../common/limits.ts'
import { decodeFrame, isPacked, type SheetFrame } from '../../common/protocol/bundle.ts'
import type { Answer, Joined, MineFrame, Position, PresenceFrame, ReadSay, ToldFrame } from '../../common/protocol/live.ts'
import type { Refusal } from '../../common/result.ts'
import type { Mine } from '../../common/visibility/mine.ts'
import type { SeenRecord } from '../../common/visibility/seen.ts'
import { answerWithin, type Connection } from '../net/connection.ts'
import { InOrder } from './in-order.ts'

/** Name of this program in the handshake. */
const app = 'proofroom-web'
/** Milliseconds before a join that failed in passing is tried again. */
const joinAgainAfter = 1_000

export interface SeatListener {
  /** `fresh`: everything known before is void, the snapshot is in `joined`; else only what was missed follows. */
  joined(joined: Joined, fresh: boolean): void
  /** Everything the join announced has arrived. */
  caughtUp(): void
  told(frame: ToldFrame): void
  sheets(frame: SheetFrame): void
  presence(frame: PresenceFrame): void
  /** Read on another page of this person. */
  read(said: ReadSay): void
  mine(mine: Mine): void
  /** Nothing arrives or leaves until the next `joined`. */
  broken(): void
  closed(refusal: Refusal): void
  /** The server cannot be reached; called again and again while that is so. `waits`: nothing failed yet, it has only not answered. */
  unreached(waits: boolean): void
}

type Phase = 'apart' | 'joining' | 'catching-up' | 'level' | 'closed'

export class Seat {
  readonly #gallery: GalleryId
  readonly #connection: Connection
  readonly #listener: SeatListener
  readonly #off: (() => void)[] = []
  readonly #line = new InOrder(() => this.#lost())
  #phase: Phase = 'apart'
  #view: Position | null = null
  #self: Position | null = null
  /** What the join announced and is not here yet. */
  #missing = { pieces: 0, frames: 0 }
  #round = 0
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(at: { gallery: GalleryId; connection: Connection; listener: SeatListener }) {
    this.#gallery = at.gallery
    this.#connection = at.connection
    this.#listener = at.listener
  }

  /** Listens, and joins as soon as there is a connection. */
  open(): void {
    const { socket } = this.#connection
    const listen = (event: string, listener: (...args: never[]) => void) => {
      socket.on(event as never, listener as never)
      this.#off.push(() => socket.off(event as never, listener as never))
    }
    listen('connect', () => this.#join())
    listen('disconnect', () => this.#broken())
    listen('connect_error', () => this.#turnedAway(false))
    listen('gallery:told', (frame: ToldFrame) => this.#line.take(() => this.#told(frame)))
    listen('sheet:frame', (bytes: Uint8Array) => this.#line.take(() => this.#sheets(bytes)))
    listen('sheet:bundle', (bytes: Uint8Array) => this.#piece(new Uint8Array(bytes)))
    listen('presence:frame', (frame: PresenceFrame) => this.#line.take(() => this.#presence(frame)))
    listen('talk:read', (said: ReadSay) => this.#line.take(() => this.#read(said)))
    listen('gallery:mine', (frame: MineFrame) => this.#line.take(() => this.#mine(frame)))
    listen('gallery:behind', (at: { gallery: GalleryId }) => {
      if (at.gallery === this.#gallery) this.#line.take(() => this.rejoin())
    })
    listen('gallery:closed', (end: { gallery: GalleryId; refusal: Refusal }) => {
      if (end.gallery === this.#gallery) this.#close(end.refusal)
    })
    if (socket.connected) this.#join()
    else this.#turnedAway(true)
  }

  leave(): void {
    for (const off of this.#off.splice(0)) off()
    this.#rest()
    this.#phase = 'closed'
    if (this.#connection.socket.connected) this.#connection.socket.emit('gallery:leave', { gallery: this.#gallery })
  }

  /** Nothing announced is missing: what waits may be sent. */
  get level(): boolean {
    return this.#phase === 'level'
  }

  /** The place in the flow is lost: what is missed is asked for. */
  rejoin(): void {
    if (this.#phase !== 'catching-up' && this.#phase !== 'level') return
    this.#broken()
    if (this.#connection.socket.connected) this.#join()
  }

  get #sits(): boolean {
    return this.#phase === 'catching-up' || this.#phase === 'level'
  }

  #join(): void {
    if (this.#phase === 'closed') return
    this.#rest()
    this.#phase = 'joining'
    const round = ++this.#round
    // Without the whole bundle nothing is held that one could go on from.
    const have = this.#view && this.#missing.pieces === 0 ? { have: { view: this.#view, self: this.#self } } : {}
    const ask = { gallery: this.#gallery, protocol, app, ...have }
    this.#connection.socket.timeout(answerWithin).emit('gallery:join', ask, (lost: Error | null, answer: Answer<Joined>) => {
      if (round !== this.#round || this.#phase !== 'joining') return
      if (lost) this.#joinLater()
      else if (answer.ok) this.#answered(answer)
      else if (answer.refusal.code === 'retry' || answer.refusal.code === 'too-many' || answer.refusal.code === 'failed') this.#joinLater()
      else this.#close(answer.refusal)
    })
  }

  #joinLater(): void {
    this.#phase = 'apart'
    this.#timer = setTimeout(() => {
      if (this.#connection.socket.connected) this.#join()
    }, joinAgainAfter)
  }

  #answered({ packed, ...joined }: Joined): void {
    if (!packed) this.#line.take(() => this.#joined(joined))
    else
      this.#line.unpack(new Uint8Array(packed), (text) => {
        this.#joined({ ...joined, snapshot: JSON.parse(new TextDecoder().decode(text)) as readonly SeenRecord[] })
      })
  }

  #joined(joined: Joined): void {
    const fresh = joined.snapshot !== undefined
    this.#phase = 'catching-up'
    this.#missing = { pieces: joined.pieces, frames: joined.frames }
    if (fresh || !this.#view) [this.#view, this.#self] = [joined.view, joined.self]
    this.#listener.joined(joined, fresh)
    this.#level()
  }

  #told(frame: ToldFrame): void {
    if (frame.gallery !== this.#gallery || !this.#sits) return
    if (frame.view !== undefined) this.#view = { id: frame.view, n: frame.n }
    else if (!this.#counts('view', frame.n)) return
    this.#listener.told(frame)
    this.#level()
  }

  #presence(frame: PresenceFrame): void {
    if (frame.gallery === this.#gallery && this.#sits) this.#listener.presence(frame)
  }

  #read(said: ReadSay): void {
    if (said.gallery === this.#gallery && this.#sits) this.#listener.read(said)
  }

  #mine(frame: MineFrame): void {
    if (frame.gallery === this.#gallery && this.#sits) this.#listener.mine(frame.mine)
  }

  #piece(bytes: Uint8Array): void {
    if (isPacked(bytes)) this.#line.unpack(bytes, (plain) => this.#sheets(plain))
    else this.#line.take(() => this.#sheets(bytes))
  }

  #sheets(bytes: Uint8Array): void {
    if (!this.#sits) return
    const frame = decodeFrame(bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes))
    if (frame.gallery !== this.#gallery) return
    if (frame.n > 0 && !this.#counts(frame.channel, frame.n)) return
    if (frame.n === 0 && this.#missing.pieces > 0) this.#missing.pieces--
    this.#listener.sheets(frame)
    this.#level()
  }

  /** True for the next frame of a channel; anything later means some were left out. */
  #counts(channel: 'view' | 'self', n: number): boolean {
    const at = channel === 'view' ? this.#view : this.#self
    if (!at || n > at.n + 1) this.rejoin()
    if (!at || n !== at.n + 1) return false
    const next = { id: at.id, n }
    if (this.#missing.frames > 0) this.#missing.frames--
    if (channel === 'view') this.#view = next
    else this.#self = next
    return true
  }

  #level(): void {
    if (this.#phase !== 'catching-up') return
    if (this.#missing.pieces > 0 || this.#missing.frames > 0) return
    this.#phase = 'level'
    this.#listener.caughtUp()
  }

  #broken(): void {
    this.#rest()
    this.#round++
    if (this.#phase === 'closed') return
    this.#phase = 'apart'
    this.#listener.broken()
  }

  /** The server's own door said no: no use in waiting. */
  #turnedAway(waits: boolean): void {
    const refusal = this.#connection.refused()
    if (refusal && refusal.code !== 'retry' && refusal.code !== 'too-many' && refusal.code !== 'failed') this.#close(refusal)
    else this.#listener.unreached(waits)
  }

  #close(refusal: Refusal): void {
    if (this.#phase === 'closed') return
    this.#rest()
    this.#phase = 'closed'
    this.#listener.closed(refusal)
  }

  /** Something of what was sent cannot be read: everything is asked for again, in a while. */
  #lost(): void {
    if (this.#phase === 'closed') return
    this.#broken()
    this.#joinLater()
  }

  #rest(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    this.#line.clear()
  }
}
