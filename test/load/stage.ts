/** Three servers and fifty people in front of each, for measurements that take turns. */
import { connectOurs } from './client-ours.ts'
import { connectHocuspocus, connectStock } from './client-peers.ts'
import type { Connect, LoadClient } from './clients.ts'
import { type Served, startServer } from './processes.ts'

export const viewers = 50
export const writers = 10
/** Photos; each push changes another one. */
export const sheets = 2_000

export interface Contender {
  readonly name: 'ours' | 'hocuspocus' | 'stock'
  readonly server: Served
  readonly clients: readonly LoadClient[]
}

const cast: readonly (readonly [Contender['name'], string, Connect])[] = [
  ['ours', 'ours.ts', connectOurs],
  ['hocuspocus', 'peers/hocuspocus.ts', connectHocuspocus],
  ['stock', 'peers/stock.ts', connectStock],
]

export async function withContenders<T>(measure: (contenders: readonly Contender[]) => Promise<T>): Promise<T> {
  const contenders = await Promise.all(cast.map(async ([name, file, connect]) => ({ name, ...(await gather(file, connect)) })))
  try {
    return await measure(contenders)
  } finally {
    for (const { clients } of contenders) for (const client of clients) client.close()
    await Promise.all(contenders.map(({ server }) => server.stop()))
  }
}

async function gather(file: string, connect: Connect): Promise<Pick<Contender, 'server' | 'clients'>> {
  const server = await startServer(file, sheets)
  const clients: LoadClient[] = []
  for (let person = 1; person <= viewers; person++) clients.push(await connect({ port: server.port, person, sheets }))
  return { server, clients }
}

/** One measurement of each contender in turn, `rounds` times after one that only warms. */
export async function inTurn<T>(
  contenders: readonly Contender[],
  rounds: number,
  measure: (contender: Contender) => Promise<T>,
): Promise<ReadonlyMap<Contender['name'], readonly T[]>> {
  const taken = new Map<Contender['name'], T[]>(contenders.map(({ name }) => [name, []]))
  for (let round = 0; round <= rounds; round++) {
    for (const contender of contenders) {
      const one = await measure(contender)
      if (round > 0) taken.get(contender.name)?.push(one)
    }
  }
  return taken
}

let next = 0

/** Photos in turn, so that two pushes under way never change the same one. */
export function nextSheet(): number {
  next = (next % sheets) + 1
  return next
}
