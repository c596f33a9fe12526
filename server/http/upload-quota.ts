/** How much a person may leave unfinished here: what is begun takes room on the disk, whether or not it ever becomes a photo. */
import type { PersonId } from '../../common/ids.ts'
import { unfinishedBytes, unfinishedUploads } from '../../common/limits.ts'
import { done, type Result, refuse } from '../../common/result.ts'
import type { Clock } from '../ports.ts'
import type { UploadStore } from './upload-store.ts'

interface Claim {
  /** Null for one that is not ours to count. */
  readonly person: PersonId | null
  /** Announced: that much may still come. */
  readonly size: number
  /** Until when it counts without a file, milliseconds since 1970: one that was let in has its file a moment later. */
  readonly until: number
}

interface Asked {
  readonly id: string
  readonly person: PersonId
  readonly size: number
}

/** Milliseconds an upload that was let in may take to have a file. */
const soon = 60_000

export class UploadQuota {
  readonly #store: UploadStore
  readonly #clock: Clock
  readonly #claims = new Map<string, Claim>()

  constructor(store: UploadStore, clock: Clock) {
    this.#store = store
    this.#clock = clock
  }

  /** Lets an upload begin, or not. Between counting and letting in nobody else is counted. */
  async take({ id, person, size }: Asked): Promise<Result<void>> {
    await this.#look()
    const own = [...this.#claims.values()].filter((claim) => claim.person === person)
    const bytes = own.reduce((sum, claim) => sum + claim.size, size)
    if (own.length >= unfinishedUploads || bytes > unfinishedBytes) return refuse('uploads-full')
    this.#claims.set(id, { person, size, until: this.#clock.now() + soon })
    return done(undefined)
  }

  /** It has its file: from now on it counts as long as the file is here. */
  begun(id: string): void {
    const claim = this.#claims.get(id)
    if (claim) this.#claims.set(id, { ...claim, until: 0 })
  }

  /** What is finished or dropped counts no more; what an earlier start left counts as well. */
  async #look(): Promise<void> {
    const there = new Set(await this.#store.unfinished())
    for (const [id, { until }] of this.#claims) if (!there.has(id) && until < this.#clock.now()) this.#claims.delete(id)
    for (const id of there) {
      if (this.#claims.has(id)) continue
      const kept = await this.#store.get(id)
      if (!this.#claims.has(id)) this.#claims.set(id, { person: kept?.binding.person ?? null, size: kept?.size ?? 0, until: 0 })
    }
  }
}
