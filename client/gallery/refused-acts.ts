/**
 * Acts of this person that were refused, until they are put away one by one: across reloads, and the same on all pages of the browser.
 * Once the gallery is shared no more, only what somebody wrote outlives the page, and nothing that was seen.
 */
import type { GalleryId, PersonId } from '../../common/ids.ts'
import type { Refusal } from '../../common/result.ts'
import type { ServerClock } from '../net/server-clock.ts'
import type { Outbox } from '../sheet/outbox.ts'
import { type OutboxEntry, photoOf, wordsOf } from '../sheet/outbox-entry.ts'
import type { RefusedAct } from '../sheet/refused-act.ts'
import type { Notice } from './notice.ts'

/** Milliseconds in which an act was made before the eyes of whoever is told. */
const justNow = 15_000

export interface RefusedActsOptions {
  readonly gallery: GalleryId
  readonly outbox: Outbox
  readonly clock: ServerClock
  changed(): void
}

export class RefusedActs {
  readonly #options: RefusedActsOptions
  /** Other pages of this browser that show the same gallery; null where pages cannot hear each other. */
  readonly #others: BroadcastChannel | null
  #acts: readonly RefusedAct[] = []
  #person: PersonId | null = null
  /** Grows with every change made here: what was read meanwhile is old. */
  #changes = 0
  readonly #away = new Set<number>()
  #closed = false

  constructor(options: RefusedActsOptions) {
    this.#options = options
    this.#others = globalThis.BroadcastChannel ? new BroadcastChannel(`proofroom-refused-${options.gallery}`) : null
    this.#others?.addEventListener('message', () => void this.#read())
    // In Node it would keep the process.
    if (this.#others && 'unref' in this.#others && typeof this.#others.unref === 'function') this.#others.unref()
  }

  /** The oldest first. */
  get acts(): readonly RefusedAct[] {
    return this.#acts
  }

  /** Whose acts these are; null: nobody's, and none are shown. */
  of(person: PersonId | null): void {
    if (this.#person === person) return
    this.#person = person
    this.#acts = []
    void this.#read()
  }

  take({ acts, refusal, photo, cameraName }: Extract<Notice, { type: 'refused' }>): void {
    // A list without room is told by the bar that offers a swap, unless it was filled up while this page was away.
    const told = refusal.code === 'list-full' ? acts.filter(({ at }) => this.#options.clock.now() - at > justNow) : acts
    this.#add(told.map((act) => refusedOf(act, { refusal, photo: photo ?? photoOf(act), cameraName })))
  }

  /** Put away, or on its way again. */
  putAway(acts: readonly RefusedAct[]): void {
    const orders = acts.map(({ order }) => order)
    for (const order of orders) this.#away.add(order)
    this.#acts = this.#left(this.#acts)
    this.#options.outbox.putAway(orders)
    this.#tell()
  }

  /** Shared no more: these will never be kept. */
  over(person: PersonId, { waiting, refusal }: { readonly waiting: readonly OutboxEntry[]; readonly refusal: Refusal }): void {
    this.of(person)
    const { outbox } = this.#options
    const lost = waiting.map((act) => refusedOf(act, { refusal, photo: photoOf(act), cameraName: null }))
    outbox.remove(waiting.map(({ order }) => order))
    outbox.refuse(lost.filter(hasWords))
    void outbox.refused(person).then((kept) => {
      const before = this.#left(kept ?? this.#acts).map((one) => ({ ...one, cameraName: null }))
      outbox.putAway(before.filter((one) => !hasWords(one)).map(({ order }) => order))
      outbox.refuse(before.filter(hasWords))
      this.#acts = inOrder([...before, ...lost.filter(({ act }) => act.kind !== 'read')])
      this.#tell()
    })
  }

  close(): void {
    this.#closed = true
    this.#others?.close()
  }

  #add(acts: readonly RefusedAct[]): void {
    if (acts.length === 0) return
    this.#acts = inOrder([...this.#acts, ...acts])
    this.#options.outbox.refuse(acts)
    this.#tell()
  }

  #tell(): void {
    this.#changes++
    this.#options.changed()
    void this.#options.outbox.settled().then(() => !this.#closed && this.#others?.postMessage('changed'))
  }

  /** Without what was put away here while it was read. */
  #left(acts: readonly RefusedAct[]): readonly RefusedAct[] {
    return acts.filter(({ order }) => !this.#away.has(order))
  }

  async #read(): Promise<void> {
    const person = this.#person
    if (!person) return
    let [changes, kept] = [-1, null as readonly RefusedAct[] | null]
    while (changes !== this.#changes) {
      changes = this.#changes
      kept = await this.#options.outbox.refused(person)
    }
    if (!kept || person !== this.#person) return
    this.#acts = this.#left(kept)
    this.#options.changed()
  }
}

const hasWords = ({ act }: RefusedAct): boolean => wordsOf(act) !== null

const refusedOf = (act: OutboxEntry, told: Pick<RefusedAct, 'refusal' | 'photo' | 'cameraName'>): RefusedAct => ({
  order: act.order,
  person: act.person,
  act,
  ...told,
})

/** One of each, in the order they were done. */
const inOrder = (acts: readonly RefusedAct[]): readonly RefusedAct[] =>
  [...new Map(acts.map((one) => [one.order, one])).values()].sort((a, b) => a.order - b.order)
