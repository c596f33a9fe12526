/**
 * Keeps what is seen of one gallery for the time without a connection, and throws it away in the same moment it goes out of sight:
 * the state in the gallery's database, the pictures in the service worker.
 */
import type { GalleryId, PersonId, PhotoId } from '../../common/ids.ts'
import type { Refusal } from '../../common/result.ts'
import { forgetWho, isNow, lastWho } from '../net/who.ts'
import type { WorkerMessage } from '../net/worker-messages.ts'
import { forgetOthers } from '../sheet/gallery-database.ts'
import type { Outbox } from '../sheet/outbox.ts'
import { type KeptGallery, readKept, toKeep } from './kept-gallery.ts'

/** Milliseconds after a change before it is written, so that a batch is written once. */
const rest = 2_500
/** Before the first: a short visit is kept as well. */
const firstRest = 400
/** Bytes of sheets above which a gallery is not kept. */
const most = 64 * 1024 * 1024

export interface KeeperOptions {
  readonly gallery: GalleryId
  readonly outbox: Outbox
  readonly tell: (message: WorkerMessage) => void
  /** What there is to keep; null while it is not complete. */
  readonly look: () => KeptGallery | null
}

export type Keeping = Pick<Keeper, 'load' | 'joined' | 'changed' | 'gone' | 'closed' | 'close'>

/** Of what is only looked at nothing stays in this browser. */
export const keepsNothing: Keeping = {
  load: async () => null,
  joined: () => undefined,
  changed: () => undefined,
  gone: () => undefined,
  closed: () => undefined,
  close: () => undefined,
}

export class Keeper {
  readonly #options: KeeperOptions
  #timer: ReturnType<typeof setTimeout> | null = null
  #person: PersonId | null = null
  #written = false
  readonly #flush = () => {
    if (this.#timer) this.#write()
  }

  constructor(options: KeeperOptions) {
    this.#options = options
    globalThis.addEventListener?.('pagehide', this.#flush)
  }

  /** What this browser's person last saw, or null. */
  async load(): Promise<KeptGallery | null> {
    return readKept(await this.#options.outbox.kept(), lastWho())
  }

  /** A page is in. `photos`: all there are, if everything came anew. */
  joined(person: PersonId, photos: readonly PhotoId[] | null): void {
    const { tell, gallery } = this.#options
    if (this.#person !== person) {
      this.#person = person
      isNow(person)
      tell({ type: 'here', person })
      void forgetOthers(person)
    }
    if (photos) tell({ type: 'sees', gallery, photos })
  }

  /** Something differs: written in a quiet moment. */
  changed(): void {
    this.#timer ??= setTimeout(() => this.#write(), this.#written ? rest : firstRest)
  }

  /** What is still to be written is written now, and nothing after it. */
  close(): void {
    this.#flush()
    this.stop()
  }

  /** Out of sight: at once. */
  gone(photos: readonly PhotoId[]): void {
    if (photos.length === 0) return
    this.#options.tell({ type: 'gone', photos })
    this.#write()
  }

  /** Shared no more, or not with whoever this browser is now. A page that is merely too old has lost nothing. */
  closed({ code }: Refusal): void {
    this.stop()
    if (code === 'upgrade-required') return
    this.#options.outbox.keep(null)
    this.#options.tell({ type: 'closed', gallery: this.#options.gallery })
    if (code !== 'sign-in-needed') return
    forgetWho()
    this.#options.tell({ type: 'here', person: '' })
  }

  /** Nothing is written any more. */
  stop(): void {
    globalThis.removeEventListener?.('pagehide', this.#flush)
    this.#rest()
  }

  #rest(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }

  #write(): void {
    this.#rest()
    const kept = this.#options.look()
    if (!kept) return
    this.#written = true
    const bytes = kept.sheets.reduce((sum, sheet) => sum + sheet.bytes.byteLength, 0)
    this.#options.outbox.keep(bytes > most ? null : toKeep(kept))
  }
}
