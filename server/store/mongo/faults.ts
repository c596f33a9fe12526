/** What the driver throws, told apart: "not now", "this exists already", and faults of ours. */
import mongoose from 'mongoose'
import { storeUnavailable } from '../shelf-fault.ts'

const duplicateKey = 11_000

/** The server steps down, shuts down, is full, or could not reach a majority in time. */
const notNowCodes: ReadonlySet<number> = new Set([64, 89, 91, 112, 189, 262, 9001, 10_107, 11_600, 11_602, 13_435, 13_436, 14_031])
const notNowNames =
  /^(Mongoose|Mongo)(Network|ServerSelection|NotConnected|PoolCleared|PoolClosed|WaitQueueTimeout|TopologyClosed|ServerClosed|ClientClosed|WriteConcern|OperationTimeout)/

export const isDuplicate = (error: unknown): boolean => error instanceof mongoose.mongo.MongoServerError && error.code === duplicateKey

/** Does it; rejects with `store-unavailable` if the database does not answer. */
export async function answerOf<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw isNotNow(error) ? storeUnavailable(error) : error
  }
}

function isNotNow(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (notNowNames.test(error.name)) return true
  return error instanceof mongoose.mongo.MongoServerError && typeof error.code === 'number' && notNowCodes.has(error.code)
}

/** True if it was written, false if its unique key was taken. */
export async function insertedOnce(insert: () => Promise<unknown>): Promise<boolean> {
  try {
    await insert()
    return true
  } catch (error) {
    if (isDuplicate(error)) return false
    throw error
  }
}

/** Places in a group whose unique keys were taken; throws if anything else went wrong. */
export async function takenPlaces(insertAll: () => Promise<unknown>): Promise<ReadonlySet<number>> {
  try {
    await insertAll()
    return new Set()
  } catch (error) {
    if (!(error instanceof mongoose.mongo.MongoBulkWriteError)) throw error
    const failed = [error.writeErrors].flat()
    if (failed.length === 0 || failed.some(({ code }) => code !== duplicateKey)) throw error
    return new Set(failed.map(({ index }) => index))
  }
}
