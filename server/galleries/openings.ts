/** The galleries in memory: each loaded once however many ask, and put away when nobody has used it for a while. */

import type { GalleryId } from '../../common/ids.ts'
import { sendBatch } from './batches.ts'
import type { GalleriesDeps } from './deps.ts'
import { dueAt } from './entering.ts'
import { hintAt } from './following.ts'
import { OpenGallery } from './open-gallery.ts'
import { loadState, rememberCommands } from './reading.ts'

/** Milliseconds a gallery nobody uses stays open, and somebody whose connection broke is remembered. */
const idleMs = 5 * 60_000
const leftMs = 2 * 60_000
/** Galleries above one another; more is a mistake in the data. */
const deepest = 20

export class Openings {
  readonly #deps: GalleriesDeps
  readonly #opening = new Map<GalleryId, Promise<OpenGallery | null>>()
  readonly #ready = new Map<GalleryId, OpenGallery>()
  readonly #closing = new Map<GalleryId, Promise<void>>()

  constructor(deps: GalleriesDeps) {
    this.#deps = deps
  }

  /** Those open now. */
  all(): readonly OpenGallery[] {
    return [...this.#ready.values()]
  }

  get(gallery: GalleryId): OpenGallery | undefined {
    return this.#ready.get(gallery)
  }

  /** Runs `work` on the open gallery, which stays open meanwhile; `null` if there is no such gallery. */
  async use<T>(gallery: GalleryId, work: (open: OpenGallery) => Promise<T> | T): Promise<T | null> {
    const open = await this.#open(gallery)
    if (!open) return null
    open.users++
    try {
      return await work(open)
    } finally {
      open.users--
      open.usedAt = this.#deps.clock.now()
    }
  }

  /** A gallery and those above it, nearest first. */
  async chain(gallery: GalleryId, parent: GalleryId | null): Promise<readonly GalleryId[]> {
    const chain = [gallery]
    let above = parent
    while (above && !chain.includes(above) && chain.length < deepest) {
      chain.push(above)
      const open = await this.#open(above)
      above = open?.state.gallery.parent ?? null
    }
    return chain
  }

  /** Forgets who left long ago, and puts away what nobody uses. */
  sweep(): void {
    const now = this.#deps.clock.now()
    for (const open of this.#ready.values()) {
      for (const member of open.everyone()) {
        if (member.leftAt !== null && now - member.leftAt > leftMs) open.forgetMember(member)
      }
      open.dropEmptyViews()
      if (open.idle && now - open.usedAt > idleMs) this.#putAway(open)
    }
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.#opening.values())
    for (const open of this.#ready.values()) {
      await open.turn.rest()
      this.#putAway(open)
    }
    await Promise.all(this.#closing.values())
  }

  #open(gallery: GalleryId): Promise<OpenGallery | null> {
    const known = this.#opening.get(gallery)
    if (known) return known
    const opening = this.#load(gallery).then(
      (open) => {
        if (open) this.#ready.set(gallery, open)
        else this.#opening.delete(gallery)
        return open
      },
      (fault) => {
        this.#opening.delete(gallery)
        throw fault
      },
    )
    this.#opening.set(gallery, opening)
    return opening
  }

  async #load(gallery: GalleryId): Promise<OpenGallery | null> {
    await this.#closing.get(gallery)
    const deps = this.#deps
    const loaded = await loadState(gallery, deps)
    if (!loaded) return null
    const { account } = loaded.state.gallery
    const studio = await deps.studioName(account)
    const sheets = await deps.sheets.open(gallery)
    const open: OpenGallery = new OpenGallery({
      ...loaded,
      id: gallery,
      studio,
      sheets,
      now: deps.clock.now(),
      channelId: () => deps.dice.secret().slice(0, 16),
      askStaffSeat: async (person) => deps.staffSeat(person, account, await this.chain(gallery, open.state.gallery.parent)),
    })
    open.dueAt = dueAt(open.state, deps.clock.now())
    await rememberCommands(open, deps)
    sheets.onBatch((batch) => {
      open.batches++
      sendBatch(open, batch)
      hintAt(open, batch, deps.bus)
    })
    return open
  }

  #putAway(open: OpenGallery): void {
    this.#ready.delete(open.id)
    this.#opening.delete(open.id)
    open.presence.stop()
    const closing = open.sheets.close().finally(() => this.#closing.delete(open.id))
    this.#closing.set(open.id, closing)
    closing.catch((fault) => this.#deps.log.error({ err: fault, gallery: open.id }, 'putting a gallery away failed'))
  }
}
