/**
 * Collections and indexes. Whatever is decided between two writers is decided by inserting one document under a unique key, never by a
 * conditional update: a single mongod, a replica set, a sharded cluster and compatible servers all keep to that. What the shelf never
 * looks into (commands, record values) is kept as JSON text: any key survives.
 */
import { type Connection, Schema } from 'mongoose'
import type { GalleryId, PersonId, SheetId, StreamId } from '../../../common/ids.ts'

export interface EntryRow {
  readonly _id: string
  readonly stream: StreamId
  readonly rev: number
  readonly commandId: string | null
  readonly command: string
  readonly writes: string
  readonly by: PersonId | null
  readonly at: number
  /** True until the records it writes are known to be kept. */
  readonly lagging: boolean
}

/** A record as one revision left it. Of several rows of a record the one of the highest revision counts; the others are on their way out. */
export interface RecordRow {
  readonly _id: string
  readonly stream: StreamId
  readonly kind: string
  readonly id: string
  readonly rev: number
  readonly keys: readonly string[]
  /** Null once removed: the row stays, so that an older one that is written late does not count. */
  readonly value: string | null
}

export interface SheetEntryRow {
  readonly sheet: SheetId
  readonly gallery: GalleryId
  readonly epoch: number
  readonly seq: number
  readonly bytes: Buffer
  readonly writes: string
  readonly at: number
  /** True once a snapshot covers it: history only. */
  readonly folded: boolean
}

/** Of several rows of a sheet the one of the highest place counts. */
export interface SnapshotRow {
  readonly sheet: SheetId
  readonly gallery: GalleryId
  readonly epoch: number
  readonly seq: number
  readonly bytes: Buffer
}

/** A value as its n-th change left it (`chains.ts`). */
export interface LinkRow {
  readonly _id: string
  readonly chain: string
  readonly group: string
  readonly rev: number
  readonly value: string
}

const text = { type: String, required: true } as const
const number = { type: Number, required: true } as const
const flag = { type: Boolean, required: true } as const
const bytes = { type: Buffer, required: true } as const
const kept = { autoIndex: false, autoCreate: false, versionKey: false, minimize: false } as const

const entries = new Schema<EntryRow>(
  { _id: text, stream: text, rev: number, commandId: String, command: text, writes: text, by: String, at: number, lagging: flag },
  { ...kept, collection: 'entries' },
)
entries.index({ stream: 1, rev: 1 }, { unique: true })
entries.index({ lagging: 1, stream: 1, rev: 1 })

const records = new Schema<RecordRow>(
  { _id: text, stream: text, kind: text, id: text, rev: number, keys: [String], value: String },
  { ...kept, collection: 'records' },
)
records.index({ stream: 1, kind: 1, id: 1, rev: 1 }, { unique: true })
records.index({ keys: 1 })

const sheetEntries = new Schema<SheetEntryRow>(
  { sheet: text, gallery: text, epoch: number, seq: number, bytes, writes: text, at: number, folded: flag },
  { ...kept, collection: 'sheet_entries' },
)
sheetEntries.index({ sheet: 1, epoch: 1, seq: 1 }, { unique: true })
sheetEntries.index({ gallery: 1, folded: 1, sheet: 1, epoch: 1, seq: 1 })
sheetEntries.index({ gallery: 1, at: 1, sheet: 1, epoch: 1, seq: 1 })

const snapshots = new Schema<SnapshotRow>(
  { sheet: text, gallery: text, epoch: number, seq: number, bytes },
  { ...kept, collection: 'sheet_snapshots' },
)
snapshots.index({ sheet: 1, epoch: 1, seq: 1 }, { unique: true })
snapshots.index({ gallery: 1, sheet: 1, epoch: 1, seq: 1 })

const links = new Schema<LinkRow>({ _id: text, chain: text, group: text, rev: number, value: text }, { ...kept, collection: 'chains' })
links.index({ chain: 1, rev: 1 }, { unique: true })
links.index({ group: 1, chain: 1, rev: 1 })

const names = new Schema<{ _id: string; owner: string }>({ _id: text, owner: text }, { ...kept, collection: 'names' })
const meta = new Schema<{ _id: string; version: number }>({ _id: text, version: number }, { ...kept, collection: 'meta' })
const vault = new Schema<{ _id: string; value: string; endsAt: number }>(
  { _id: text, value: text, endsAt: number },
  { ...kept, collection: 'vault' },
)
vault.index({ endsAt: 1 })

export const modelsOf = (connection: Connection) => ({
  entries: connection.model<EntryRow>('entry', entries),
  records: connection.model<RecordRow>('record', records),
  names: connection.model('name', names),
  vault: connection.model('vault', vault),
  sheetEntries: connection.model<SheetEntryRow>('sheet_entry', sheetEntries),
  snapshots: connection.model<SnapshotRow>('sheet_snapshot', snapshots),
  links: connection.model<LinkRow>('link', links),
  meta: connection.model('meta', meta),
})

export type Models = ReturnType<typeof modelsOf>
