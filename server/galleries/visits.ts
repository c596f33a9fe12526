/** When a person was in a gallery, and how far they have read there: kept for them alone, on whatever device they come. */
import { z } from 'zod'
import { commentId, type GalleryId, type PersonId } from '../../common/ids.ts'
import { readThreadsKept } from '../../common/limits.ts'
import type { Visit } from '../../common/protocol/live.ts'
import { type ReadThread, withRead } from '../../common/sheet/reading.ts'
import type { Clock, Vault } from '../ports.ts'
import { Turn } from './turn.ts'

/** Milliseconds: away for longer, and the next time is another visit. */
const apartMs = 30 * 60_000
/** Milliseconds within which being here is not written again. */
const freshMs = 60_000
/** Milliseconds after which nobody remembers what they read: two years. */
const keptMs = 2 * 365 * 24 * 3_600_000

const count = z.number().int().nonnegative()
const keptVisit = z.object({
  /** When this visit began, and when this person was last here. */
  began: count,
  seen: count,
  /** When the visit before this one ended. */
  before: count.nullable(),
  /** Everything said until then counts as read. */
  readUntil: count,
  read: z.array(z.tuple([commentId, count, count])),
})
type KeptVisit = z.infer<typeof keptVisit>

export class Visits {
  readonly #vault: Vault
  readonly #clock: Clock
  /** What is read and written of one person in one gallery goes in turn. */
  readonly #turns = new Map<string, Turn>()

  constructor({ vault, clock }: { readonly vault: Vault; readonly clock: Clock }) {
    this.#vault = vault
    this.#clock = clock
  }

  /** When this person was here last; null: never, or so long ago that nobody remembers. */
  async last(gallery: GalleryId, person: PersonId): Promise<number | null> {
    const known = keptVisit.safeParse(await this.#vault.get(keyOf(gallery, person), this.#clock.now()))
    return known.success ? known.data.seen : null
  }

  /** This person is here: what they are told of themselves. */
  here(gallery: GalleryId, person: PersonId): Promise<Visit> {
    return this.#change(gallery, person, (kept, now) => (now - kept.seen > freshMs ? { ...kept, seen: now } : kept))
  }

  /** This person leaves, or still is here. */
  async seen(gallery: GalleryId, person: PersonId): Promise<void> {
    await this.#change(gallery, person, (kept, now) => ({ ...kept, seen: now }))
  }

  /** Durable when it resolves. */
  async read(gallery: GalleryId, person: PersonId, threads: readonly ReadThread[]): Promise<void> {
    await this.#change(gallery, person, (kept) => {
      const counts = withRead(new Map(kept.read.map((thread) => [thread[0], thread])), threads)
      return counts ? bounded({ ...kept, read: [...counts.values()].map((thread) => [...thread]) }) : kept
    })
  }

  /** When everything asked so far is done. */
  async rest(): Promise<void> {
    await Promise.all([...this.#turns.values()].map((turn) => turn.rest()))
  }

  #change(gallery: GalleryId, person: PersonId, change: (kept: KeptVisit, now: number) => KeptVisit): Promise<Visit> {
    const key = keyOf(gallery, person)
    const turn = this.#turns.get(key) ?? new Turn()
    this.#turns.set(key, turn)
    const done = turn.take(async () => {
      const now = this.#clock.now()
      const known = keptVisit.safeParse(await this.#vault.get(key, now))
      const before = known.success ? arrived(known.data, now) : { began: now, seen: now, before: null, readUntil: 0, read: [] }
      const after = change(before, now)
      if (!known.success || after !== known.data) await this.#vault.put(key, after, now + keptMs)
      return { lastVisit: after.before, readUntil: after.readUntil, read: after.read }
    })
    const ended = () => {
      if (turn.idle) this.#turns.delete(key)
    }
    done.then(ended, ended)
    return done
  }
}

const keyOf = (gallery: GalleryId, person: PersonId): string => `visit:${gallery}:${person}`

/** The same visit goes on, or another begins. */
const arrived = (kept: KeptVisit, now: number): KeptVisit =>
  now - kept.seen > apartMs ? { ...kept, began: now, seen: now, before: kept.seen } : kept

/** More threads than anybody reads: the first read are forgotten, and what was said before this visit counts as read. */
function bounded(kept: KeptVisit): KeptVisit {
  if (kept.read.length <= readThreadsKept) return kept
  return { ...kept, readUntil: kept.began, read: kept.read.slice(-readThreadsKept / 2) }
}
