/** A numbered flow of frames with equal content for everyone who listens, and what of it may still be repeated. */

import type { GalleryId, PhotoId, SheetId } from '../../common/ids.ts'
import { type Channel as ChannelName, encodeFrame, type SheetBytes } from '../../common/protocol/bundle.ts'
import type { Position, ToldFrame } from '../../common/protocol/live.ts'
import type { ToldChange } from '../../common/visibility/seen.ts'

/** Frames and bytes kept for those whose connection broke: some seconds of a storm, minutes of ordinary work. */
const recentFrames = 1_000
const recentBytes = 512 * 1024
/** What a told change weighs in memory, roughly. */
const toldChangeBytes = 400
/** Subscriptions of two channels differ in their lower bits, so that one from another flow is never taken for this one's. */
const subSpace = 2 ** 21

export interface Sent {
  readonly n: number
  readonly size: number
  readonly what: { readonly told: ToldFrame } | { readonly sheets: Uint8Array }
}

/** A subscription number given for a photo's sheets or for one sheet. */
export interface Given {
  readonly sub: number
  /** Frame that gave it; 0 when no channel did. */
  readonly n: number
  /** Place among everything given in this gallery: never leaves the server. */
  readonly tick: number
}

export class Channel {
  readonly id: string
  readonly name: ChannelName
  readonly #gallery: GalleryId
  readonly #salt: number
  readonly #given = new Map<PhotoId | SheetId, Given>()
  #n = 0
  #recent: Sent[] = []
  #bytes = 0
  /** Whoever knows only what came up to here begins anew. */
  #floor = -1

  constructor(gallery: GalleryId, name: ChannelName, id: string) {
    this.#gallery = gallery
    this.name = name
    this.id = id
    this.#salt = saltOf(id)
  }

  get position(): Position {
    return { id: this.id, n: this.#n }
  }

  given(of: PhotoId | SheetId): Given | undefined {
    return this.#given.get(of)
  }

  /** Everything given by frames after `n`. */
  *givenAfter(n: number): Iterable<readonly [PhotoId | SheetId, Given]> {
    for (const entry of this.#given) if (entry[1].n > n) yield entry
  }

  /** `fresh`: photos that came into sight; their sheets get a new subscription. */
  tell(changes: readonly ToldChange[], fresh: readonly PhotoId[], tick: number): Sent & { readonly sub: number } {
    const n = this.#n + 1
    const sub = fresh.length > 0 ? this.#newSub(n) : 0
    for (const photo of fresh) this.#given.set(photo, { sub, n, tick })
    const told: ToldFrame = { gallery: this.#gallery, n, changes, ...(sub > 0 ? { sub } : {}) }
    return { ...this.#keep({ n, size: changes.length * toldChangeBytes, what: { told } }), sub }
  }

  /** `sub`: the subscription told just before, for sheets that come as state; without it they get a new one. */
  send(sheets: readonly SheetBytes[], tick: number, sub = 0): Sent {
    const n = this.#n + 1
    const states = sheets.filter((sheet) => sheet.form === 'state')
    const given = states.length === 0 ? 0 : sub > 0 ? sub : this.#newSub(n)
    for (const { sheet } of states) this.#given.set(sheet, { sub: given, n, tick })
    const bytes = encodeFrame({ gallery: this.#gallery, channel: this.name, n, sub: given, sheets })
    return this.#keep({ n, size: bytes.length, what: { sheets: bytes } })
  }

  /** What came after a position, or null if that is no longer known or may no longer be repeated. */
  since({ id, n }: Position): readonly Sent[] | null {
    const missed = this.#n - n
    if (id !== this.id || n <= this.#floor || missed < 0 || missed > this.#recent.length) return null
    return missed === 0 ? [] : this.#recent.slice(-missed)
  }

  /** Something went out of sight: nothing sent so far is ever repeated, and what still waited for somebody is lost. */
  forget(): void {
    this.#floor = this.#n
    this.#recent = []
    this.#bytes = 0
  }

  #newSub(n: number): number {
    return n * subSpace + this.#salt
  }

  #keep(sent: Sent): Sent {
    this.#n = sent.n
    this.#recent.push(sent)
    this.#bytes += sent.size
    while (this.#recent.length > recentFrames || (this.#bytes > recentBytes && this.#recent.length > 1)) {
      this.#bytes -= this.#recent.shift()?.size ?? 0
    }
    return sent
  }
}

/** An even number below `subSpace`, from a random id: those of refusals and fetches are odd. */
function saltOf(id: string): number {
  let hash = 0
  for (const char of id) hash = (hash * 31 + char.charCodeAt(0)) % (subSpace / 2)
  return hash * 2
}
