import type { Names } from '../../ports.ts'
import { asked, insertedOnce } from './faults.ts'
import type { Models } from './schema.ts'

export function namesIn({ names }: Models): Names {
  const owner = (name: string) => asked(async () => (await names.findById(name).lean())?.owner ?? null)

  return {
    owner,
    reserve: (name, wanted) =>
      asked(async () => (await insertedOnce(() => names.create({ _id: name, owner: wanted }))) || (await owner(name)) === wanted),
    release: (name, from) =>
      asked(async () => {
        await names.deleteOne({ _id: name, owner: from })
      }),
  }
}
