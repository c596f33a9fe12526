/** Brings the collections to the newest version. A migration that was released is never edited: add the next one. */
import { insertedOnce } from './faults.ts'
import type { Models } from './schema.ts'

/** Each step may run twice and beside another node: it only adds what is not there. */
type Migration = (models: Models) => Promise<void>

const indexes: Migration = async (models) => {
  for (const model of Object.values(models)) await model.createIndexes()
}

/** The second time for the order of history. */
const migrations: readonly Migration[] = [indexes, indexes]

/** Throws if a newer Proofroom has written this database. */
export async function migrate(models: Models): Promise<void> {
  await insertedOnce(() => models.meta.create({ _id: 'schema', version: 0 }))
  const version = (await models.meta.findById('schema').lean())?.version ?? 0
  if (version > migrations.length) {
    throw new Error(`this database is of version ${version}, this Proofroom knows versions up to ${migrations.length}: update Proofroom`)
  }
  for (const [index, step] of migrations.entries()) {
    if (index < version) continue
    await step(models)
    await models.meta.updateOne({ _id: 'schema', version: index }, { $set: { version: index + 1 } })
  }
}
