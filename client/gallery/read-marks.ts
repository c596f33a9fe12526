/** How far this person has read, here and on their other pages: seen at once, sent together, kept while there is no connection. */
import type { PersonId, PhotoId } from '../../common/ids.ts'
import { readThreadsPerAsk } from '../../common/limits.ts'
import type { Joined } from '../../common/protocol/live.ts'
import { type ReadCounts, type Reading, type ReadThread, withRead } from '../../common/sheet/reading.ts'
import type { Outbox } from '../sheet/outbox.ts'
import type { ReadingEntry } from '../sheet/outbox-entry.ts'

/** Milliseconds in which what is read is gathered before it is sent. */
const gather = 600
/** Milliseconds before what was not kept is said again. */
const pause = 5_000

export interface ReadMarksOptions {
  readonly outbox: Outbox
  send(threads: readonly ReadThread[], answered: (kept: boolean) => void): void
  facts(person: PersonId): Omit<ReadingEntry, 'kind' | 'threads'>
  /** Null: on any photo. */
  changed(photo: PhotoId | null): void
}

export class ReadMarks {
  readonly #options: ReadMarksOptions
  #reading: Reading = { counts: new Map(), until: 0 }
  #person: PersonId | null = null
  #unsent: ReadCounts = new Map()
  /** What the outbox holds of `#unsent`; one entry, written over. */
  #kept: ReadingEntry | null = null
  #open = false
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(options: ReadMarksOptions) {
    this.#options = options
  }

  /** Replaced, never changed. */
  get reading(): Reading {
    return this.#reading
  }

  /** Oneself, as far as one has read now: for keeping. */
  mine(me: Joined['me'] | null): Joined['me'] | null {
    return me && { ...me, read: [...this.#reading.counts.values()], readUntil: this.#reading.until }
  }

  joined({ person, read, readUntil }: Joined['me']): void {
    this.#person = person
    this.#reading = { ...this.#reading, until: Math.max(readUntil, this.#reading.until) }
    this.take(read)
  }

  /** Read elsewhere, and known to the server. */
  take(threads: readonly ReadThread[], photo: PhotoId | null = null): boolean {
    const counts = withRead(this.#reading.counts, threads)
    if (!counts) return false
    this.#reading = { ...this.#reading, counts }
    this.#options.changed(photo)
    return true
  }

  /** Read here. */
  read(photo: PhotoId, threads: readonly ReadThread[]): void {
    if (this.#person && this.take(threads, photo)) this.#keep(threads)
  }

  /** What a page that is gone could not send. */
  adopt(entries: readonly ReadingEntry[]): void {
    for (const { threads } of entries) {
      this.take(threads)
      this.#keep(threads)
    }
    this.#options.outbox.remove(entries.map(({ order }) => order))
  }

  /** Nothing of it will be sent. */
  giveUp(): readonly ReadingEntry[] {
    const kept = this.#kept ? [this.#kept] : []
    this.#kept = null
    this.#unsent = new Map()
    return kept
  }

  start(): void {
    this.#open = true
    this.#soon(gather)
  }

  stop(): void {
    this.#open = false
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }

  #keep(threads: readonly ReadThread[]): void {
    if (!this.#person) return
    this.#unsent = withRead(this.#unsent, threads) ?? this.#unsent
    const { order, ...facts } = this.#options.facts(this.#person)
    this.#kept = { ...facts, order: this.#kept?.order ?? order, kind: 'read', threads: [...this.#unsent.values()].map((one) => [...one]) }
    this.#options.outbox.put([this.#kept])
    this.#soon(gather)
  }

  #soon(wait: number): void {
    if (this.#open && this.#unsent.size > 0) this.#timer ??= setTimeout(() => this.#send(), wait)
  }

  #send(): void {
    this.#timer = null
    const sent = [...this.#unsent.values()].slice(0, readThreadsPerAsk)
    if (!this.#open || sent.length === 0) return
    this.#options.send(sent, (kept) => {
      if (kept) this.#sent(sent)
      this.#soon(kept ? gather : pause)
    })
  }

  /** What was read further meanwhile still is to be sent. */
  #sent(sent: readonly ReadThread[]): void {
    const done = new Set(sent)
    this.#unsent = new Map([...this.#unsent].filter(([, thread]) => !done.has(thread)))
    if (this.#unsent.size > 0 || !this.#kept) return
    this.#options.outbox.remove([this.#kept.order])
    this.#kept = null
  }
}
