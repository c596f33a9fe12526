/** As many pushes as the server takes while fifty people watch: ours are on disk before they are acknowledged, theirs are only in memory. */
import { setTimeout as sleep } from 'node:timers/promises'
import { type BenchRow, median } from './rows.ts'
import { type Contender, inTurn, nextSheet, viewers, withContenders, writers } from './stage.ts'

const rounds = 3
const total = 6_000
/** Pushes a writer has under way: together far fewer than there are photos. */
const windowEach = 60
/** Milliseconds for one storm, many times what it takes. */
const patience = 60_000

export async function benchPushes(): Promise<readonly BenchRow[]> {
  const taken = await withContenders((contenders) => inTurn(contenders, rounds, storm))
  const middle = (name: Contender['name'], field: keyof Storm) => median((taken.get(name) ?? []).map((one) => one[field]))
  const rate = (peer: 'hocuspocus' | 'stock', named: string, target: string): BenchRow => {
    const [ours, theirs] = [middle('ours', 'rate'), middle(peer, 'rate')]
    return {
      name: `pushes, ${viewers} viewers, our durable ÷ ${named}`,
      ours,
      peer: theirs,
      ratio: ours / theirs,
      target,
      unit: 'pushes/s',
    }
  }
  const cpu = (peer: 'hocuspocus' | 'stock', named: string): BenchRow => {
    const [ours, theirs] = [middle('ours', 'cpu'), middle(peer, 'cpu')]
    return {
      name: `pushes, ${viewers} viewers, server CPU a push ÷ ${named}`,
      ours,
      peer: theirs,
      ratio: ours / theirs,
      target: '≤ 0.8',
      unit: 'ms',
    }
  }
  return [
    rate('hocuspocus', 'Hocuspocus', '≥ 1.5'),
    rate('stock', 'y-websocket', '≥ 3'),
    cpu('hocuspocus', 'Hocuspocus'),
    cpu('stock', 'y-websocket'),
  ]
}

interface Storm {
  /** Pushes a second, from the first sent to the last taken and seen by all. */
  readonly rate: number
  readonly cpu: number
}

async function storm({ server, clients }: Contender): Promise<Storm> {
  const before = await server.cpu()
  const began = performance.now()
  const arrived = watch(clients.length, clients)
  const written = Promise.all(clients.slice(0, writers).map((client) => write(client)))
  // What everyone has seen was taken, also where a server forgets to say so; ours tells nobody before it is durable.
  await withinPatience(Promise.race([arrived, written.then(() => arrived)]))
  const seconds = (performance.now() - began) / 1000
  return { rate: total / seconds, cpu: ((await server.cpu()) - before) / total }
}

/** Rejects instead of waiting for ever. */
async function withinPatience(done: Promise<void>): Promise<void> {
  const stop = new AbortController()
  const late = sleep(patience, undefined, { signal: stop.signal }).then(() => {
    throw new Error(`not everything arrived in ${patience / 1000} seconds`)
  })
  await Promise.race([done, late]).finally(() => {
    late.catch(() => undefined)
    stop.abort()
  })
}

/** Resolves when every viewer has seen what the others pushed; own pushes come back in one protocol and not in another. */
function watch(count: number, clients: Contender['clients']): Promise<void> {
  const each = total - total / writers
  let missing = count
  return new Promise((resolve) => {
    for (const [at, client] of clients.entries()) {
      const wanted = at < writers ? each : total
      const seen = { arrivals: 0, enough: false }
      client.onArrival(() => {
        seen.arrivals += 1
        if (seen.enough || seen.arrivals < wanted) return
        seen.enough = true
        missing -= 1
        if (missing === 0) resolve()
      })
    }
  })
}

async function write(client: Contender['clients'][number]): Promise<void> {
  let left = total / writers
  const line = async (): Promise<void> => {
    while (left > 0) {
      left -= 1
      await client.push(nextSheet()).taken
    }
  }
  await Promise.all(Array.from({ length: windowEach }, line))
}
