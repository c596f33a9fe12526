/** One browser's connection: its seats, its measure, its outbox. Asks come in parsed, answers go out as values. */
import type { Socket } from 'socket.io'
import type { z } from 'zod'
import type { GalleryId, PersonId, SheetId } from '../../common/ids.ts'
import { oldestProtocol, presenceBytes, presenceLaidBytes, protocol } from '../../common/limits.ts'
import type { Answer, JoinAsk, Joined, PresenceSay, PushAnswer, PushAsk } from '../../common/protocol/live.ts'
import type { RefusalCode } from '../../common/refusals.ts'
import { type Result, refuse } from '../../common/result.ts'
import type { ReadThread } from '../../common/sheet/reading.ts'
import type { Subject } from '../../common/visibility/view-as.ts'
import type { Galleries, Seat } from '../galleries/api.ts'
import type { commandAsk } from './asks.ts'
import { Bucket } from './bucket.ts'
import type { LiveLimits } from './limits.ts'
import { Outbox } from './outbox.ts'
import { Sink } from './sink.ts'

export interface ConnectionDeps {
  readonly galleries: Galleries
  readonly limits: LiveLimits
  /** `as`: as whom they only look, over all of this connection; null as themselves. */
  readonly who: { readonly person: PersonId; readonly name: string; readonly as: Subject | null }
}

/** Where engine.io keeps what it was handed: typed as its own business, and the only way to know what waits. */
interface Wire {
  readonly transport: { readonly socket?: { readonly bufferedAmount?: number } }
  readonly writeBuffer: readonly { readonly data?: string | Uint8Array }[]
}

interface Place {
  readonly seat: Seat
  readonly sink: Sink
}

/** Refusals no honest client meets often; what others may cause (a hide, an outage) does not count. */
const suspicious: ReadonlySet<RefusalCode> = new Set(['malformed', 'too-large', 'too-many', 'not-yourself', 'not-allowed'])

export class Connection {
  readonly #deps: ConnectionDeps
  readonly #socket: Socket
  readonly #outbox: Outbox
  readonly #places = new Map<GalleryId, Place>()
  /** The newest join of each gallery: an older one that is answered later is void. */
  readonly #joining = new Map<GalleryId, object>()
  readonly #pushes: Bucket
  readonly #asks: Bucket
  readonly #presences: Bucket
  readonly #refusals: Bucket
  #under = 0
  #closed = false
  #granted = 0
  #later: PresenceSay | null = null
  #timer: NodeJS.Timeout | null = null

  constructor(socket: Socket, deps: ConnectionDeps) {
    const { limits } = deps
    const now = Date.now()
    this.#socket = socket
    this.#deps = deps
    this.#outbox = new Outbox(socket.conn, () => this.#under > 0)
    this.#pushes = new Bucket(limits.pushesPerSecond, limits.pushBurst, now)
    this.#asks = new Bucket(limits.asksPerSecond, limits.askBurst, now)
    this.#presences = new Bucket(limits.presencePerSecond, limits.presencePerSecond, now)
    this.#refusals = new Bucket(limits.refusalsPerMinute / 60, limits.refusalsPerMinute, now)
  }

  /** Answers the join, and from then on sends what follows. The answer must leave in the tick it is given in. */
  async join(ask: JoinAsk): Promise<Answer<Joined>> {
    if (!this.#asks.take(Date.now())) return refuse('too-many')
    if (ask.protocol < oldestProtocol || ask.protocol > protocol) return refuse('upgrade-required')
    const { gallery, have, ...rest } = ask
    const holds = have && !this.#places.get(gallery)?.sink.broken
    this.leave(gallery)
    const mine = {}
    this.#joining.set(gallery, mine)
    const sink: Sink = new Sink(gallery, {
      outbox: this.#outbox,
      limits: this.#deps.limits,
      onClosed: () => {
        if (this.#places.get(gallery)?.sink === sink) this.#places.delete(gallery)
      },
    })
    const sat = await this.#sit({ gallery, ...rest, ...(holds ? { have } : {}) }, sink)
    if (!sat.ok) return sat
    if (this.#closed || this.#joining.get(gallery) !== mine) {
      sat.value.leave()
      return refuse('stale')
    }
    this.#places.set(gallery, { seat: sat.value, sink })
    return { ok: true, ...sat.value.joined }
  }

  #sit(ask: JoinAsk, sink: Sink): Promise<Result<Seat>> {
    const { galleries, who } = this.#deps
    return who.as === null ? galleries.sit(who.person, who.name, ask, sink) : galleries.look(who.person, who.as, ask, sink)
  }

  /** Whoever looks as somebody else changes nothing: neither as them nor as themselves. */
  get #onlyLooks(): boolean {
    return this.#deps.who.as !== null
  }

  leave(gallery: GalleryId): void {
    this.#joining.delete(gallery)
    const place = this.#places.get(gallery)
    if (!place) return
    this.#places.delete(gallery)
    place.sink.stop()
    this.#outbox.drop(place.sink)
    place.seat.leave()
  }

  async perform(ask: z.infer<typeof commandAsk>): Promise<Answer<{ readonly rev: number }>> {
    if (!this.#asks.take(Date.now())) return refuse('too-many')
    if (this.#onlyLooks) return refuse('only-looking')
    const { gallery, id, command } = ask
    return answerOf(await this.#deps.galleries.perform({ gallery, by: this.#deps.who.person, commandId: id, command }))
  }

  async push(ask: PushAsk): Promise<PushAnswer> {
    if (!this.#pushes.take(Date.now()) || this.#under >= this.#deps.limits.pushWindow) return refuse('too-many')
    if (this.#onlyLooks) return refuse('only-looking')
    const seat = this.#places.get(ask.gallery)?.seat
    if (!seat) return refuse('revoked')
    this.#under++
    try {
      return await seat.push(ask)
    } finally {
      this.#under--
    }
  }

  async fetch(gallery: GalleryId, sheets: readonly SheetId[]): Promise<Answer<{ readonly bytes: Uint8Array; readonly sub: number }>> {
    if (!this.#asks.take(Date.now())) return refuse('too-many')
    const seat = this.#places.get(gallery)?.seat
    return seat ? answerOf(await seat.fetch(sheets)) : refuse('revoked')
  }

  async callable(gallery: GalleryId, sheet: SheetId): Promise<Answer<{ readonly persons: readonly PersonId[] }>> {
    if (!this.#asks.take(Date.now())) return refuse('too-many')
    const seat = this.#places.get(gallery)?.seat
    return seat ? { ok: true, persons: await seat.callable(sheet) } : refuse('revoked')
  }

  async read(gallery: GalleryId, threads: readonly ReadThread[]): Promise<Answer<object>> {
    if (!this.#asks.take(Date.now())) return refuse('too-many')
    if (this.#onlyLooks) return refuse('only-looking')
    const seat = this.#places.get(gallery)?.seat
    if (!seat) return refuse('revoked')
    await seat.read(threads)
    return { ok: true }
  }

  get person(): PersonId {
    return this.#deps.who.person
  }

  /** Something that concerns no gallery, within what a connection may ask. */
  async ask(what: () => Promise<Result<void>> | Result<void>): Promise<Answer<object>> {
    if (!this.#asks.take(Date.now())) return refuse('too-many')
    if (this.#onlyLooks) return refuse('only-looking')
    const answer = await what()
    return answer.ok ? { ok: true } : answer
  }

  /** Presence is worth nothing a moment later: of what is too much only the last is said, as soon as it may be. */
  say(say: PresenceSay): void {
    if (JSON.stringify(say).length > (say.side ? presenceLaidBytes : presenceBytes)) return
    const waits = this.#later
    // What was laid side by side is said once: a later word without it does not take it away.
    const now = say.side === undefined && waits?.side !== undefined && waits.gallery === say.gallery ? { ...say, side: waits.side } : say
    if (this.#presences.take(Date.now())) {
      this.#later = null
      this.#places.get(say.gallery)?.seat.say(now)
      return
    }
    this.#later = now
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      if (this.#later) this.say(this.#later)
    }, 1_000 / this.#deps.limits.presencePerSecond)
  }

  /** True while the connection behaves; counts what it was refused. */
  behaves(code: RefusalCode): boolean {
    return !suspicious.has(code) || this.#refusals.take(Date.now())
  }

  /** The answer to a join may be larger than anything else: it is let through, one at a time. */
  joinAnswered(): void {
    if (this.#granted === 0) this.#granted = this.#waitingBytes()
  }

  /** A reader that takes nothing while it goes on asking is closed. */
  overfull(): boolean {
    const waiting = this.#waitingBytes()
    if (waiting < this.#deps.limits.softBytes) this.#granted = 0
    return waiting > this.#deps.limits.hardBytes + this.#granted
  }

  #waitingBytes(): number {
    const { transport, writeBuffer } = this.#socket.conn as unknown as Wire
    let waiting = this.#outbox.bytes + (transport.socket?.bufferedAmount ?? 0)
    for (const { data } of writeBuffer) waiting += data?.length ?? 0
    return waiting
  }

  close(): void {
    this.#closed = true
    this.#later = null
    if (this.#timer) clearTimeout(this.#timer)
    this.#joining.clear()
    for (const gallery of [...this.#places.keys()]) this.leave(gallery)
  }
}

function answerOf<T extends object>(result: Result<T>): Answer<T> {
  return result.ok ? { ok: true, ...result.value } : result
}
