/** The sheets of one open gallery, shared by everyone who opened it. */
import {
  type Audience,
  type CommentId,
  type GalleryId,
  type PersonId,
  type PhotoId,
  parseSheetId,
  type SelectionId,
  type SheetId,
} from '../../common/ids.ts'
import { readSheet } from '../../common/sheet/read.ts'
import { parsePickKey } from '../../common/sheet/shape.ts'
import type { KeptSheet } from '../ports.ts'
import type { OpenSheets, Push, PushOutcome, Reach, SheetBatch } from './api.ts'
import type { ClientOwners } from './client-owners.ts'
import { decodePush, ownBytes } from './decode.ts'
import type { SheetsLog } from './deps.ts'
import type { Flusher, Update } from './flusher.ts'
import { documentOf } from './hot-sheet.ts'
import type { HotShelf } from './hot-shelf.ts'
import { type MendTools, mend, snapshot, wantsFold } from './mend.ts'
import { picksIn } from './picks.ts'
import { Sheet } from './sheet.ts'
import type { SheetSurroundings } from './surroundings.ts'

export interface GallerySheetsAt {
  readonly gallery: GalleryId
  readonly kept: readonly KeptSheet[]
  readonly owners: ClientOwners
  readonly flusher: Flusher
  readonly hot: HotShelf
  readonly tools: MendTools
  readonly log: SheetsLog
}

export class OpenGallerySheets implements Omit<OpenSheets, 'close'> {
  readonly #at: GallerySheetsAt
  readonly #sheets = new Map<SheetId, Sheet>()
  readonly #listeners = new Set<(batch: SheetBatch) => void>()
  readonly #around: SheetSurroundings

  constructor(at: GallerySheetsAt) {
    this.#at = at
    this.#around = this.#surroundings()
    for (const kept of at.kept) this.#sheet(kept.sheet).load(kept)
  }

  list(): readonly SheetId[] {
    return [...this.#sheets.values()].flatMap((sheet) => (sheet.durable.empty ? [] : sheet.id))
  }

  state(sheet: SheetId): Uint8Array | null {
    return this.#sheets.get(sheet)?.durable.state() ?? null
  }

  said(sheet: SheetId, comment: CommentId): string | null {
    const state = this.state(sheet)
    const said = state && readSheet(documentOf(sheet, [state])).comments[comment]
    return said && said.deleted === null ? said.body : null
  }

  reach(sheet: SheetId): Reach {
    const { epoch, seq } = this.#sheets.get(sheet)?.durable ?? { epoch: 0, seq: 0 }
    return { epoch, seq }
  }

  async push(push: Push): Promise<PushOutcome> {
    const outcome = await this.#pushOnce(push)
    if (outcome.ok || outcome.refusal.code !== 'not-yourself' || !this.#bringsUnknown(push.bytes)) return outcome
    await this.#at.owners.reload()
    return this.#bringsUnknown(push.bytes) ? outcome : this.#pushOnce(push)
  }

  async picksIn(sheet: SheetId, bytes: Uint8Array): Promise<readonly string[]> {
    return this.#sheets.get(sheet)?.picksIn(bytes) ?? picksIn(documentOf(sheet, []), bytes)
  }

  async picks(sheet: SheetId): Promise<readonly string[]> {
    const known = this.#sheets.get(sheet)
    await known?.rest()
    return known?.picks() ?? []
  }

  async picked(selection: SelectionId, audience: Audience): Promise<ReadonlySet<PhotoId>> {
    const photos = new Set<PhotoId>()
    for (const id of [...this.#sheets.keys()]) {
      const place = parseSheetId(id)
      if (place?.audience !== audience) continue
      if ((await this.picks(id)).some((key) => parsePickKey(key)?.selection === selection)) photos.add(place.photo)
    }
    return photos
  }

  async readOn(sheet: SheetId): Promise<void> {
    await this.#sheet(sheet).readOn()
  }

  onBatch(listener: (batch: SheetBatch) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  clients(person: PersonId): Promise<{ readonly first: number; readonly count: number }> {
    return this.#at.owners.block(person)
  }

  claim(person: PersonId, client: number): Promise<boolean> {
    return this.#at.owners.claim(person, client)
  }

  /** When nothing is under way any more. */
  async rest(): Promise<void> {
    await Promise.all([...this.#sheets.values()].map((sheet) => sheet.rest()))
  }

  end(): void {
    for (const sheet of this.#sheets.values()) this.#at.hot.drop(sheet)
    this.#listeners.clear()
    this.#sheets.clear()
  }

  #sheet(id: SheetId): Sheet {
    const known = this.#sheets.get(id)
    if (known) return known
    const sheet = new Sheet(id, this.#at.gallery, this.#around)
    this.#sheets.set(id, sheet)
    return sheet
  }

  async #pushOnce(push: Push): Promise<PushOutcome> {
    const sheet = this.#sheet(push.sheet)
    const outcome = await sheet.push(push)
    // Nothing stays of a sheet that nobody could write on.
    if (!outcome.ok && sheet.blank && this.#sheets.get(push.sheet) === sheet) {
      this.#at.hot.drop(sheet)
      this.#sheets.delete(push.sheet)
    }
    return outcome
  }

  /** A client id that another node may have handed out. */
  #bringsUnknown(bytes: Uint8Array): boolean {
    const structs = decodePush(ownBytes(bytes))?.structs ?? []
    return structs.some(({ id }) => this.#at.owners.ownerOf(id.client) === null)
  }

  #surroundings(): SheetSurroundings {
    const { owners, flusher, hot, tools, log } = this.#at
    return {
      log,
      now: () => tools.clock.now(),
      ownerOf: (client) => owners.ownerOf(client),
      mark: (sheet) => flusher.mark(sheet),
      used: (sheet) => hot.used(sheet),
      tell: (updates) => this.#tell(updates),
      wantsFold,
      snapshot: (sheet) => void snapshot(tools, sheet).catch((fault) => log.warn({ err: fault, sheet: sheet.id }, 'no snapshot')),
      mend: (ask) => mend(tools, ask),
    }
  }

  #tell(updates: readonly Update[]): void {
    for (const listener of this.#listeners) {
      try {
        listener({ gallery: this.#at.gallery, updates })
      } catch (fault) {
        this.#at.log.error({ err: fault }, 'a listener of sheets failed')
      }
    }
  }
}
