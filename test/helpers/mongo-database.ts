/** A MongoDB database for one test server, when MONGO_URL names a server to make it on. */
import mongoose from 'mongoose'

export interface MongoDatabase {
  readonly url: string
  drop(): Promise<void>
}

let made = 0

/** `url`: an existing one to use again. Null without MongoDB: the embedded database serves. */
export async function makeMongoDatabase(url?: string): Promise<MongoDatabase | null> {
  const base = url ?? process.env.MONGO_URL
  if (!base) return null
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
