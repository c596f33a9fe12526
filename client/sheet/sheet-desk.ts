/** All sheets of one open gallery on this page: takes what the server sends, does what the person does, and sends it on, once. */
import type { PhotoId, SheetId } from '../../common/ids.ts'
import { catchUpBytes, pushBytes } from '../../common/limits.ts'
import type { SheetFrame } from '../../common/protocol/bundle.ts'
import type { PushAnswer, PushAsk } from '../../common/protocol/live.ts'
import type { Refusal } from '../../common/result.ts'
import { emptyContent, type SheetContent } from '../../common/sheet/shape.ts'
import { placeOf, type SheetPlace } from './audience.ts'
import { believable } from './believable.ts'
import { ClientIds } from './client-ids.ts'
import type { Outbox } from './outbox.ts'
import type { SheetEntry } from './outbox-entry.ts'
import { PushFlow } from './push-flow.ts'
import { Replica } from './replica.ts'
import { Subscriptions } from './subscriptions.ts'

export interface SheetDeskEvents {
  /** A photo's marks or words may have changed. `theirs`: by a frame; what was known before, if anybody had looked. */
  changed(photo: PhotoId, theirs: { readonly before: SheetContent; readonly after: SheetContent } | null): void
  waiting(): void
  /** Entries that will never be kept. */
  refused(refusal: Refusal, photo: PhotoId, entries: readonly SheetEntry[]): void
  /** The page's place is lost: join again. */
  lost(): void
}

export interface SheetDeskOptions {
  readonly outbox: Outbox
  readonly events: SheetDeskEvents
  /** `answered` is called in the order of the wire; null: no answer. */
  send(ask: Omit<PushAsk, 'gallery'>, answered: (answer: PushAnswer | null) => void): void
}

export class SheetDesk {
  readonly #replicas = new Map<SheetId, Replica>()
  readonly #byPhoto = new Map<PhotoId, Set<Replica>>()
  readonly #subs = new Subscriptions()
  readonly #ids: ClientIds
  readonly #flow: PushFlow
  readonly #outbox: Outbox
  readonly #events: SheetDeskEvents

  constructor({ outbox, events, send }: SheetDeskOptions) {
    this.#outbox = outbox
    this.#events = events
    this.#ids = new ClientIds(() => events.lost())
    this.#flow = new PushFlow({
      largest: (first) => (first ? catchUpBytes : pushBytes),
      send: ({ place }, { parcel, catchUp }, answered) =>
        send({ sheet: place.id, sub: this.#subs.of(place), bytes: parcel.bytes, catchUp }, answered),
      subOf: (replica) => this.#subs.of(replica.place),
      holds: (replica) => this.#replicas.get(replica.place.id) === replica,
      saved: (entries) => this.#settle(entries),
      renewed: (replica, { sub, state, client }) => {
        if (sub !== undefined) this.#subs.giveSheet(replica.place, sub)
        if (client !== undefined) this.#ids.give(replica.place.id, client)
        if (state) replica.takeState(state)
      },
      rebuild: (replica) => this.#rebuild(replica),
      refused: (replica, refusal, entries) => {
        this.#settle(entries)
        events.refused(refusal, replica.place.photo, entries)
      },
      lost: () => events.lost(),
    })
  }

  /** Acts not confirmed, the oldest first. */
  get entries(): readonly SheetEntry[] {
    const all: SheetEntry[] = []
    for (const replica of this.#replicas.values()) if (replica.waiting > 0) all.push(...replica.entries)
    return all.sort((a, b) => a.order - b.order)
  }

  waitsOn(photo: PhotoId): boolean {
    return [...(this.#byPhoto.get(photo) ?? [])].some((replica) => replica.waiting > 0)
  }

  contents(photo: PhotoId): readonly { readonly place: SheetPlace; readonly content: SheetContent }[] {
    return [...(this.#byPhoto.get(photo) ?? [])].map((replica) => ({ place: replica.place, content: replica.content() }))
  }

  content(place: SheetPlace): SheetContent | null {
    return this.#replicas.get(place.id)?.content() ?? null
  }

  /** The server's time is known now: what waits was not made after it. */
  timed(now: number): void {
    const times = new Map(believable(this.entries, now).map((entry) => [entry.order, entry]))
    for (const replica of this.#replicas.values()) if (replica.waiting > 0) replica.retime((entry) => times.get(entry.order) ?? entry)
  }

  /** A join was answered. `fresh`: a snapshot and its bundle follow, else only what was missed. */
  joined(at: {
    readonly sub: number
    readonly clients: { readonly first: number; readonly count: number }
    readonly fresh: boolean
  }): void {
    this.#subs.joined(at.sub)
    this.#ids.block(at.clients.first, at.clients.count)
    if (at.fresh) for (const replica of this.#replicas.values()) replica.stale = true
  }

  /** Everything announced by the join is here: what waits is done again on it and sent. */
  caughtUp(): void {
    for (const replica of [...this.#replicas.values()]) {
      const empty = replica.stale
      if (empty) replica.takeState(new Uint8Array())
      if (replica.waiting > 0) this.#rebuild(replica)
      else if (empty) this.#changed(replica)
    }
    this.#flow.start([...this.#replicas.values()].filter((replica) => replica.waiting > 0))
  }

  broken(): void {
    this.#flow.stop()
  }

  /** New subscriptions of photos that came into sight. */
  given(photos: readonly PhotoId[], sub: number): void {
    for (const photo of photos) this.#subs.givePhoto(photo, sub)
  }

  take(frame: SheetFrame): void {
    for (const { sheet, form, bytes } of frame.sheets) {
      const place = placeOf(sheet)
      const first = form === 'update' && !this.#replicas.has(place.id)
      const replica = this.#replica(place)
      const before = first ? emptyContent : replica.read
      if (form === 'update') {
        if (replica.takeUpdate(bytes)) this.#flow.renew(replica)
      } else {
        if (frame.sub > 0) this.#subs.giveSheet(place, frame.sub)
        replica.takeState(bytes)
        if (replica.waiting > 0) this.#flow.renew(replica)
      }
      this.#events.changed(place.photo, before && frame.n > 0 ? { before, after: replica.content() } : null)
    }
  }

  /** Shows the acts and sends them as soon as may be. Returns those that changed something. */
  act(entries: readonly SheetEntry[], { kept = false } = {}): readonly SheetEntry[] {
    const real: SheetEntry[] = []
    for (const entry of entries) {
      const replica = this.#replica(placeOf(entry.sheet))
      const mine = kept ? entry : replica.remembering(entry)
      if (replica.act(mine, () => this.#ids.next(entry.sheet), !kept)) real.push(mine)
    }
    if (!kept) this.#outbox.put(real)
    else this.#outbox.remove(entries.filter((entry) => !real.includes(entry)).map(({ order }) => order))
    for (const entry of real) {
      const replica = this.#replica(placeOf(entry.sheet))
      this.#changed(replica)
      this.#flow.push(replica)
    }
    if (real.length > 0) this.#events.waiting()
    return real
  }

  /** A photo, or sheets of it, went out of sight. Returns the acts that can no longer be kept. */
  drop(photo: PhotoId, gone: (place: SheetPlace) => boolean = () => true): readonly SheetEntry[] {
    const lost: SheetEntry[] = []
    const kept = this.#byPhoto.get(photo)
    for (const replica of kept ?? []) {
      if (!gone(replica.place)) continue
      lost.push(...replica.entries)
      this.#replicas.delete(replica.place.id)
      kept?.delete(replica)
    }
    if (lost.length > 0) this.#settle(lost)
    this.#events.changed(photo, null)
    return lost
  }

  /** Out of sight because the gallery is: what waits stays in the outbox, for the day it is shared again. */
  forget(photo: PhotoId): void {
    for (const { place } of this.#byPhoto.get(photo) ?? []) this.#replicas.delete(place.id)
    this.#byPhoto.delete(photo)
  }

  /** All the server confirmed. */
  states(): readonly { readonly sheet: SheetId; readonly bytes: Uint8Array }[] {
    return [...this.#replicas.values()].flatMap(({ place, confirmed }) => (confirmed ? [{ sheet: place.id, bytes: confirmed }] : []))
  }

  /** As it was when there was a connection: shown until the next join brings everything anew. */
  restore(states: readonly { readonly sheet: SheetId; readonly bytes: Uint8Array }[]): void {
    for (const { sheet, bytes } of states) {
      const replica = this.#replica(placeOf(sheet))
      replica.takeState(bytes)
      this.#changed(replica)
    }
  }

  photos(): readonly PhotoId[] {
    return [...this.#byPhoto.keys()]
  }

  #replica(place: SheetPlace): Replica {
    const known = this.#replicas.get(place.id)
    if (known) return known
    const replica = new Replica(place)
    this.#replicas.set(place.id, replica)
    const siblings = this.#byPhoto.get(place.photo)
    if (siblings) siblings.add(replica)
    else this.#byPhoto.set(place.photo, new Set([replica]))
    return replica
  }

  #rebuild(replica: Replica): void {
    const done = replica.rebuild(() => this.#ids.next(replica.place.id))
    if (done.length > 0) this.#settle(done)
    this.#changed(replica)
  }

  #settle(entries: readonly SheetEntry[]): void {
    this.#outbox.remove(entries.map(({ order }) => order))
    this.#events.waiting()
    for (const sheet of new Set(entries.map((entry) => entry.sheet))) this.#events.changed(placeOf(sheet).photo, null)
  }

  #changed(replica: Replica): void {
    this.#events.changed(replica.place.photo, null)
  }
}
