/** A MongoDB database for one test server, on the server that MONGO_URL names. */
import mongoose from 'mongoose'
import type { Database } from './databases.ts'

export interface MongoDatabase {
  readonly url: string
  drop(): Promise<void>
}

let made = 0

/** `url`: an existing one to use again. Throws without MONGO_URL. */
export function makeMongoDatabase(url?: string): MongoDatabase {
  const base = url ?? process.env.MONGO_URL
  if (!base) throw new Error('MONGO_URL is not set')
  const address = new URL(base)
  made += 1
  if (!url) address.pathname = `/proofroom_${process.pid}_${Date.now().toString(36)}_${made}`
  return {
    url: address.href,
    drop: async () => {
      const connection = await mongoose.createConnection(address.href).asPromise()
      await connection.dropDatabase()
      await connection.close()
    },
  }
}

/** For a database that a test may run on: null on SQLite. */
export const mongoOn = (database: Database): MongoDatabase | null => (database === 'mongo' ? makeMongoDatabase() : null)
