import type { Names } from '../../ports.ts'
import { insertedOnce } from './faults.ts'
import type { Asked } from './in-flight.ts'
import type { Models } from './schema.ts'

export function namesIn({ names }: Models, asked: Asked): Names {
  const owner = async (name: string) => (await names.findById(name).lean())?.owner ?? null

  return {
    owner: (name) => asked(() => owner(name)),
    reserve: (name, wanted) =>
      asked(async () => (await insertedOnce(() => names.create({ _id: name, owner: wanted }))) || (await owner(name)) === wanted),
    release: (name, from) =>
      asked(async () => {
        await names.deleteOne({ _id: name, owner: from })
      }),
  }
}
