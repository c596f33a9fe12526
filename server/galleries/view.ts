/** Everyone with equal grants before one gallery: told once, sent the same bytes. */
import type { GalleryState } from '../../common/gallery/model.ts'
import type { PersonId, PhotoId, SheetId } from '../../common/ids.ts'
import type { PresenceState } from '../../common/protocol/live.ts'
import type { SeenRecord, ToldChange } from '../../common/visibility/seen.ts'
import { readsSheet } from '../../common/visibility/sheets.ts'
import type { Viewer } from '../../common/visibility/viewer.ts'
import type { Channel, Sent } from './channel.ts'
import type { OpenSeat } from './seat.ts'
import type { SheetPlace } from './sheet-index.ts'

/** Whoever a view's viewer is, it is nobody in particular: nothing that belongs to one person can be in its flow. */
export const nobody = 'v_00000000000000000000' as PersonId

/** The sheets of a view as encoded frames, as they were after frame `n`. */
export interface Bundle {
  readonly n: number
  /** Plain at first; `packing` replaces them by the same, gzipped. */
  readonly pieces: Uint8Array[]
  packing: Promise<void> | null
}

/** The snapshot as gzipped JSON. */
export interface PackedRecords {
  readonly records: readonly SeenRecord[]
  readonly packing: Promise<void>
  /** Null until it is ready. */
  bytes: Uint8Array | null
}

export class View {
  readonly key: string
  readonly viewer: Viewer
  readonly channel: Channel
  readonly seats = new Set<OpenSeat>()
  /** Persons whose presence this view may know of. */
  readonly persons = new Set<string>()
  /** Presence as this view was last told. */
  readonly shown = new Map<string, PresenceState>()
  /** Seats some already met in the answer to their join, ahead of the others. */
  readonly early = new Set<string>()
  /** Everything seen now; null after a change, until somebody asks. */
  records: readonly SeenRecord[] | null
  bundle: Bundle | null = null
  packed: PackedRecords | null = null
  readonly #reads = new Map<SheetId, boolean>()

  constructor(viewer: Viewer, at: { key: string; channel: Channel; records: readonly SeenRecord[] }) {
    this.key = at.key
    this.viewer = viewer
    this.channel = at.channel
    this.records = at.records
    for (const record of at.records) this.#meet(record)
  }

  /** Asked for every sheet of every batch: remembered until the state changes. */
  reads(state: GalleryState, place: SheetPlace): boolean {
    const known = this.#reads.get(place.id)
    if (known !== undefined) return known
    const reads = readsPlace(this.viewer, state, place)
    this.#reads.set(place.id, reads)
    return reads
  }

  stateChanged(): void {
    this.#reads.clear()
  }

  /** After something was told: what was made ready before is void. */
  fold(changes: readonly ToldChange[]): void {
    this.records = null
    this.packed = null
    this.bundle = null
    for (const change of changes) {
      if (change.type === 'removed') this.persons.delete(change.id)
      else this.#meet(change.record)
    }
  }

  #meet(record: SeenRecord): void {
    if (record.kind !== 'person') return
    if (record.apart) this.persons.delete(record.id)
    else this.persons.add(record.id)
  }

  /** Something went out of sight: nothing sent or waiting is kept. */
  forget(): void {
    this.channel.forget()
    this.bundle = null
    for (const seat of this.seats) seat.forget()
  }

  deliver(sent: Sent): void {
    for (const seat of this.seats) seat.deliver(sent)
  }
}

export function readsPlace(viewer: Viewer, state: GalleryState, place: SheetPlace): boolean {
  const photo = state.photos.get(place.photo)
  return photo !== undefined && readsSheet(viewer, state, photo, place.audience)
}

/** Photos that came into sight. */
export function freshPhotos(changes: readonly ToldChange[]): readonly PhotoId[] {
  const photos: PhotoId[] = []
  for (const change of changes) if (change.type === 'added' && change.record.kind === 'photo') photos.push(change.record.id)
  return photos
}
