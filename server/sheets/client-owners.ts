/** Which person each Yjs client id of a gallery belongs to. */
import type { GalleryId, PersonId } from '../../common/ids.ts'
import { clientIdBlock, maxClock } from '../../common/limits.ts'
import type { Counters, Journal } from '../ports.ts'

interface Range {
  readonly first: number
  readonly count: number
  readonly person: PersonId
}

/** Blocks that a claimed id stands in are passed over; more than this in a row is a fault. */
const blockTries = 16
/** Yjs makes its ids of 32 bits. */
const clientIds = 2 ** 32
/** Ids from here on below 2^31 are the server's own, one for each epoch. */
const houseIds = maxClock - 2 ** 20

export class ClientOwners {
  readonly #gallery: GalleryId
  readonly #journal: Journal
  readonly #counters: Counters
  /** By first id, ascending, never overlapping. */
  #ranges: Range[]
  #reloading: Promise<void> | null = null

  constructor(at: { gallery: GalleryId; journal: Journal; counters: Counters; ranges: readonly Range[] }) {
    this.#gallery = at.gallery
    this.#journal = at.journal
    this.#counters = at.counters
    this.#ranges = [...at.ranges].sort((a, b) => a.first - b.first)
  }

  ownerOf(client: number): PersonId | null {
    let [low, high] = [0, this.#ranges.length - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const range = this.#ranges[middle]
      if (!range) return null
      if (client < range.first) high = middle - 1
      else if (client >= range.first + range.count) low = middle + 1
      else return range.person
    }
    return null
  }

  /** A new block, durable before it is returned. */
  async block(person: PersonId): Promise<{ readonly first: number; readonly count: number }> {
    for (let tries = 0; tries < blockTries; tries++) {
      const first = await this.#counters.reserve(`clients:${this.#gallery}`, clientIdBlock)
      if (first + clientIdBlock >= houseIds) break
      const range = { first, count: clientIdBlock, person }
      // Also not where the same person brought an id along: two documents must never write under one.
      if (this.#ranges.some((known) => known.first < first + clientIdBlock && first < known.first + known.count)) continue
      if (!(await this.#journal.claimClients(this.#gallery, first, clientIdBlock, person))) continue
      this.#add(range)
      return { first, count: clientIdBlock }
    }
    throw new Error('no Yjs client ids left')
  }

  /** An id the person brings along; true if it is (now) theirs. */
  async claim(person: PersonId, client: number): Promise<boolean> {
    if (!Number.isSafeInteger(client) || client < 1 || client >= clientIds) return false
    if (client >= houseIds && client < maxClock) return false
    const owner = this.ownerOf(client)
    if (owner) return owner === person
    const claimed = await this.#journal.claimClients(this.#gallery, client, 1, person)
    if (claimed && this.ownerOf(client) === null) this.#add({ first: client, count: 1, person })
    return claimed
  }

  /** What other nodes handed out meanwhile. */
  reload(): Promise<void> {
    this.#reloading ??= this.#reload().finally(() => {
      this.#reloading = null
    })
    return this.#reloading
  }

  async #reload(): Promise<void> {
    const kept = await this.#journal.clientsOf(this.#gallery)
    const known = new Set(kept.map(({ first }) => first))
    // What this node handed out while the journal was being read stays.
    const newer = this.#ranges.filter(({ first }) => !known.has(first))
    this.#ranges = [...kept, ...newer].sort((a, b) => a.first - b.first)
  }

  #add(range: Range): void {
    let at = this.#ranges.length
    while (at > 0 && (this.#ranges[at - 1]?.first ?? 0) > range.first) at--
    this.#ranges.splice(at, 0, range)
  }
}
