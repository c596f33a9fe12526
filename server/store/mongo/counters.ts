import type { Counters } from '../../ports.ts'
import { changeChain } from './chains.ts'
import type { Asked } from './in-flight.ts'
import type { Models } from './schema.ts'

export function countersIn(models: Models, asked: Asked): Counters {
  const reserve = async (counter: string, count: number): Promise<number> => {
    const change = (last: number) => last + count
    const last = await changeChain<number>(models, { name: `counter:${counter}`, group: 'counters', start: 0, change })
    if (last === null) throw new Error(`counter ${counter} gave no number`)
    return last - count + 1
  }

  return { reserve: (counter, count) => asked(() => reserve(counter, count)) }
}
