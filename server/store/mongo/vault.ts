import type { Vault } from '../../ports.ts'
import { insertedOnce } from './faults.ts'
import type { Asked } from './in-flight.ts'
import type { Models } from './schema.ts'

/** Comes after every text that begins like the one before it. */
const last = '\u{10FFFF}'

export function vaultIn({ vault }: Models, asked: Asked): Vault {
  const put = async (key: string, value: string, endsAt: number): Promise<void> => {
    const { matchedCount } = await vault.updateOne({ _id: key }, { $set: { value, endsAt } })
    if (matchedCount === 1) return
    const isNew = await insertedOnce(() => vault.create({ _id: key, value, endsAt }))
    if (!isNew) await vault.updateOne({ _id: key }, { $set: { value, endsAt } })
  }

  const take = async (key: string, now: number): Promise<unknown> => {
    const row = await vault.findOne({ _id: key, endsAt: { $gt: now } }).lean()
    // Of two who found it, one deletes it; what was put in its place since stays.
    const isOurs = row !== null && (await vault.deleteOne(row)).deletedCount === 1
    return isOurs ? parsed(row) : null
  }

  return {
    put: (key, value, endsAt) => asked(() => put(key, JSON.stringify(value ?? null), endsAt)),
    get: (key, now) => asked(async () => parsed(await vault.findOne({ _id: key, endsAt: { $gt: now } }).lean())),
    there: (keys, now) =>
      asked(async () => (await vault.find({ _id: { $in: [...keys] }, endsAt: { $gt: now } }, { _id: 1 }).lean()).map(({ _id }) => _id)),
    take: (key, now) => asked(() => take(key, now)),
    drop: (key) =>
      asked(async () => {
        await vault.deleteOne({ _id: key })
      }),
    dropPrefix: (prefix) =>
      asked(async () => {
        await vault.deleteMany({ _id: { $gte: prefix, $lt: `${prefix}${last}` } })
      }),
    sweep: (now) => asked(async () => (await vault.deleteMany({ endsAt: { $lte: now } })).deletedCount),
  }
}

const parsed = (row: { readonly value: string } | null): unknown => (row === null ? null : JSON.parse(row.value))
