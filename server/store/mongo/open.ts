/** A MongoDB database, or one that speaks its protocol. */
import mongoose, { type Connection } from 'mongoose'
import type { Store } from '../../ports.ts'
import { clientsIn } from './clients.ts'
import { countersIn } from './counters.ts'
import { answerOf } from './faults.ts'
import { InFlight } from './in-flight.ts'
import { journalIn } from './journal.ts'
import { migrate } from './migrate.ts'
import { namesIn } from './names.ts'
import { mendAll } from './records.ts'
import { type Models, modelsOf } from './schema.ts'
import { streamsIn } from './streams.ts'
import { vaultIn } from './vault.ts'
import { watch } from './watch.ts'

/** Milliseconds to wait for a server before saying that the database does not answer: shorter than a person's patience. */
const patience = 5_000
/** Milliseconds without a byte after which a connection counts as lost. */
const silence = 20_000
/** Milliseconds between two looks whether the server is there. */
const heartbeat = 10_000

/**
 * Opens (and creates or migrates) the database named by `database`, by the URL, or `proofroom`. Rejects with `store-unavailable` if no
 * server answers, and with a plain Error if a newer Proofroom has written it.
 */
export async function openMongo({ url, database }: { readonly url: string; readonly database?: string }): Promise<Store> {
  const connection = mongoose.createConnection(url, {
    dbName: database ?? databaseIn(url) ?? 'proofroom',
    autoCreate: false,
    autoIndex: false,
    // A call while the database is gone fails at once instead of waiting in a queue.
    bufferCommands: false,
    // What was answered is on the disks of a majority.
    writeConcern: { w: 'majority', j: true },
    readConcern: { level: 'majority' },
    // A write whose answer was lost is decided by its unique key, on every kind of server.
    retryWrites: false,
    promoteBuffers: true,
    serverSelectionTimeoutMS: patience,
    connectTimeoutMS: patience,
    heartbeatFrequencyMS: heartbeat,
    socketTimeoutMS: silence,
  })
  try {
    await answerOf(() => connection.asPromise())
    const models = modelsOf(connection)
    await answerOf(() => migrate(models))
    await answerOf(() => mendAll(models))
    return storeOn(connection, models)
  } catch (error) {
    await connection.destroy()
    throw error
  }
}

function storeOn(connection: Connection, models: Models): Store {
  const inFlight = new InFlight()
  const { asked } = inFlight
  const unwatch = watch(connection, { heartbeat, patience })
  return {
    streams: streamsIn(models, asked),
    names: namesIn(models, asked),
    vault: vaultIn(models, asked),
    counters: countersIn(models, asked),
    journal: { ...journalIn(models, asked), ...clientsIn(models, asked) },
    healthy: async () => {
      try {
        await asked(() => models.meta.findById('schema').lean().exec())
        return true
      } catch {
        return false
      }
    },
    close: async () => {
      unwatch()
      await inFlight.close()
      await connection.close()
    },
  }
}

const databaseIn = (url: string): string | null => /^mongodb(?:\+srv)?:\/\/[^/]+\/([^?]+)/.exec(url)?.[1] ?? null
