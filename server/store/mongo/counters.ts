import type { Counters } from '../../ports.ts'
import { asked, insertedOnce } from './faults.ts'
import type { Models } from './schema.ts'

export function countersIn({ counters }: Models): Counters {
  const advanced = async (counter: string, count: number): Promise<number> => {
    const row = await counters.findOneAndUpdate({ _id: counter }, { $inc: { last: count } }, { returnDocument: 'after' }).lean()
    if (row) return row.last - count + 1
    // Of two first callers one starts the counter; both then advance it.
    await insertedOnce(() => counters.create({ _id: counter, last: 0 }))
    return advanced(counter, count)
  }

  return { reserve: (counter, count) => asked(() => advanced(counter, count)) }
}
