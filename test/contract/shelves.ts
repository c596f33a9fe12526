/** The shelves that fill the Store port, each with what its contract needs to be tried. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mongoose from 'mongoose'
import type { Store, StreamEntry } from '../../server/ports.ts'
import { openMongo } from '../../server/store/mongo/open.ts'
import { openSqlite } from '../../server/store/sqlite/open.ts'

/** A database of its own, that can be opened by several nodes, and closed and opened again. */
export interface Place {
  open(): Promise<Store>
  /** What `storm.ts` is told to open the same database: a folder, or a URL and a name. */
  readonly names: readonly string[]
  /** Leaves what a node leaves that is killed after the commit and before its records; null where that cannot be. */
  readonly commitWithoutRecords: ((entry: StreamEntry) => Promise<void>) | null
  /** Says that a Proofroom of a far later version has written this database. */
  markNewer(): Promise<void>
  remove(): Promise<void>
}

export interface Shelf {
  readonly name: string
  /** Why it cannot be tried here, or null. */
  readonly skipped: string | null
  readonly make: () => Promise<Place>
}

export const mongoUrl = process.env.MONGO_URL || null

export const shelves: readonly Shelf[] = [
  { name: 'on SQLite', skipped: null, make: sqlitePlace },
  {
    name: 'on MongoDB',
    skipped:
      mongoUrl === null
        ? 'set MONGO_URL, for example mongodb://127.0.0.1:27017/proofroom, to a server that tests may make databases on'
        : null,
    make: () => mongoPlace(mongoUrl ?? ''),
  },
]

async function sqlitePlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'proofroom-store-'))
  return {
    open: () => openSqlite({ folder }),
    names: [folder],
    commitWithoutRecords: null,
    markNewer: async () => {
      const { default: Database } = await import('better-sqlite3')
      const db = new Database(join(folder, 'proofroom.db'))
      db.pragma('user_version = 999')
      db.close()
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

let made = 0

async function mongoPlace(url: string): Promise<Place> {
  made += 1
  const database = `contract_${process.pid}_${made}`
  const raw = async <T>(work: (db: mongoose.mongo.Db) => Promise<T>): Promise<T> => {
    const client = await mongoose.mongo.MongoClient.connect(url)
    try {
      return await work(client.db(database))
    } finally {
      await client.close()
    }
  }
  return {
    open: () => openMongo({ url, database }),
    names: [url, database],
    commitWithoutRecords: async ({ stream, rev, commandId, command, writes, by, at }) => {
      const row = { stream, rev, commandId, command: JSON.stringify(command), writes: JSON.stringify(writes), by, at, lagging: true }
      await raw((db) => db.collection<{ _id: string }>('entries').insertOne({ _id: `${stream}#${rev}`, ...row }))
    },
    markNewer: async () => {
      await raw((db) => db.collection<{ _id: string }>('meta').updateOne({ _id: 'schema' }, { $set: { version: 999 } }))
    },
    remove: async () => {
      await raw((db) => db.dropDatabase())
    },
  }
}
