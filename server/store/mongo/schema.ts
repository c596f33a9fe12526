/**
 * Collections and indexes. Every write touches one document, so a single mongod, a replica set, a sharded cluster and compatible
 * servers all serve. What the shelf never looks into (commands, record values) is kept as JSON text: any key survives.
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

export interface RecordRow {
  readonly _id: string
  readonly stream: StreamId
  readonly kind: string
  readonly id: string
  readonly rev: number
  readonly keys: readonly string[]
  /** Null once removed: the row stays, so that a late write of an older revision finds it and does nothing. */
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

export interface SnapshotRow {
  readonly _id: SheetId
  readonly gallery: GalleryId
  readonly epoch: number
  readonly seq: number
  readonly bytes: Buffer
}

/** Bound client ids of a gallery, in blocks of 65,536 ids: one claim changes one document. */
export interface ClientBlockRow {
  readonly _id: string
  readonly gallery: GalleryId
  readonly rev: number
  readonly ranges: readonly { readonly first: number; readonly count: number; readonly person: PersonId }[]
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
records.index({ stream: 1, kind: 1, id: 1 }, { unique: true })
records.index({ keys: 1 })

const sheetEntries = new Schema<SheetEntryRow>(
  { sheet: text, gallery: text, epoch: number, seq: number, bytes, writes: text, at: number, folded: flag },
  { ...kept, collection: 'sheet_entries' },
)
sheetEntries.index({ sheet: 1, epoch: 1, seq: 1 }, { unique: true })
sheetEntries.index({ gallery: 1, folded: 1, sheet: 1, epoch: 1, seq: 1 })

const snapshots = new Schema<SnapshotRow>(
  { _id: text, gallery: text, epoch: number, seq: number, bytes },
  { ...kept, collection: 'sheet_snapshots' },
)
snapshots.index({ gallery: 1 })

const clientBlocks = new Schema<ClientBlockRow>(
  { _id: text, gallery: text, rev: number, ranges: [{ _id: false, first: number, count: number, person: text }] },
  { ...kept, collection: 'client_blocks' },
)
clientBlocks.index({ gallery: 1 })

const names = new Schema<{ _id: string; owner: string }>({ _id: text, owner: text }, { ...kept, collection: 'names' })
const counters = new Schema<{ _id: string; last: number }>({ _id: text, last: number }, { ...kept, collection: 'counters' })
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
  counters: connection.model('counter', counters),
  sheetEntries: connection.model<SheetEntryRow>('sheet_entry', sheetEntries),
  snapshots: connection.model<SnapshotRow>('sheet_snapshot', snapshots),
  clientBlocks: connection.model<ClientBlockRow>('client_block', clientBlocks),
  meta: connection.model('meta', meta),
})

export type Models = ReturnType<typeof modelsOf>
