/** A seat's way out: into the outbox of its connection, with an eye on how much waits there. */
import type { GalleryId } from '../../common/ids.ts'
import type { MineFrame, PresenceFrame, ReadSay, ToldFrame } from '../../common/protocol/live.ts'
import type { Refusal } from '../../common/result.ts'
import type { SeatSink } from '../galleries/api.ts'
import type { LiveLimits } from './limits.ts'
import { messageOf } from './message.ts'
import type { Outbox } from './outbox.ts'

export class Sink implements SeatSink {
  readonly #gallery: GalleryId
  readonly #outbox: Outbox
  readonly #limits: LiveLimits
  readonly #onClosed: () => void
  /** The client was told to join again: nothing follows on this seat. */
  #behind = false
  #over = false
  #broken = false

  constructor(gallery: GalleryId, at: { outbox: Outbox; limits: LiveLimits; onClosed: () => void }) {
    this.#gallery = gallery
    this.#outbox = at.outbox
    this.#limits = at.limits
    this.#onClosed = at.onClosed
  }

  told(frame: ToldFrame): void {
    this.#put(messageOf('gallery:told', frame), true)
  }

  sheets(bytes: Uint8Array, kind: 'frame' | 'bundle'): void {
    this.#put(messageOf(kind === 'frame' ? 'sheet:frame' : 'sheet:bundle', bytes), kind === 'frame')
  }

  presence(frame: PresenceFrame): boolean {
    if (!this.#outbox.idle) return false
    this.#put(messageOf('presence:frame', frame), true)
    return true
  }

  read(said: ReadSay): void {
    this.#put(messageOf('talk:read', said), true)
  }

  mine(frame: MineFrame): void {
    this.#put(messageOf('gallery:mine', frame), true)
  }

  forget(): boolean {
    if (this.#behind || this.#over || !this.#outbox.drop(this)) return false
    this.#broken = true
    this.#say()
    return true
  }

  behind(): void {
    this.#behind = true
    this.#broken = true
    this.#outbox.drop(this)
    this.#say()
  }

  closed(refusal: Refusal): void {
    if (this.#over) return
    this.#outbox.drop(this)
    const message = messageOf('gallery:closed', { gallery: this.#gallery, refusal })
    this.#outbox.put({ message, from: this, counts: true })
    this.stop()
    this.#onClosed()
  }

  queued(): number {
    return this.#outbox.bytes
  }

  /** Something was dropped, perhaps of the bundle: the client cannot hold what it believes to hold. */
  get broken(): boolean {
    return this.#broken
  }

  /** Nothing more is sent for this seat. */
  stop(): void {
    this.#over = true
  }

  #put(message: ReturnType<typeof messageOf>, counts: boolean): void {
    if (this.#behind || this.#over) return
    this.#outbox.put({ message, from: this, counts })
    if (this.#outbox.bytes > this.#limits.softBytes) this.behind()
  }

  #say(): void {
    this.#outbox.put({ message: messageOf('gallery:behind', { gallery: this.#gallery }), from: this, counts: true })
  }
}
