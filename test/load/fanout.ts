/** From one person's edit to the other 49: time and the server's work, at a steady rate. */
import { type BenchRow, median, percentile } from './rows.ts'
import { type Contender, inTurn, nextSheet, viewers, withContenders, writers } from './stage.ts'

const rounds = 3
const seconds = 3
const perSecond = 300

interface Fanout {
  readonly p50: number
  readonly p99: number
  /** Milliseconds of the server's processor for each push. */
  readonly cpu: number
}

export async function benchFanout(): Promise<readonly BenchRow[]> {
  const taken = await withContenders((contenders) => inTurn(contenders, rounds, fanout))
  const middle = (name: Contender['name'], field: keyof Fanout) => median((taken.get(name) ?? []).map((one) => one[field]))
  const row = (what: string, peer: 'hocuspocus' | 'stock', field: keyof Fanout, target: string): BenchRow => {
    const [ours, theirs] = [middle('ours', field), middle(peer, field)]
    const named = peer === 'stock' ? 'y-websocket' : 'Hocuspocus'
    return {
      name: `${viewers} viewers, ${perSecond} pushes/s, ${what} ÷ ${named}`,
      ours,
      peer: theirs,
      ratio: ours / theirs,
      target,
      unit: 'ms',
    }
  }
  return [
    row('p50 to another viewer', 'hocuspocus', 'p50', '–'),
    row('p50 to another viewer', 'stock', 'p50', '–'),
    row('p99 to another viewer', 'hocuspocus', 'p99', '≤ 2'),
    row('p99 to another viewer', 'stock', 'p99', '–'),
    row('server CPU a push', 'hocuspocus', 'cpu', '≤ 0.8'),
    row('server CPU a push', 'stock', 'cpu', '–'),
  ]
}

async function fanout({ name, server, clients }: Contender): Promise<Fanout> {
  const sent = new Map<string, { readonly at: number; readonly by: number }>()
  const delays: number[] = []
  for (const [listener, client] of clients.entries()) {
    client.onArrival((key) => {
      const push = sent.get(key)
      if (push && push.by !== listener) delays.push(performance.now() - push.at)
    })
  }
  const before = await server.cpu()
  const began = performance.now()
  const total = perSecond * seconds
  for (let n = 0; n < total; n++) {
    await until(began + (n * 1000) / perSecond)
    const by = n % writers
    const push = clients[by]?.push(nextSheet())
    if (!push) continue
    push.taken.catch(() => undefined)
    sent.set(push.key, { at: performance.now(), by })
  }
  const expected = total * (viewers - 1)
  for (let patience = 500; delays.length < expected && patience > 0; patience--) await until(performance.now() + 20)
  if (delays.length < expected) throw new Error(`${name}: ${expected - delays.length} of ${expected} arrivals are missing`)
  const cpu = ((await server.cpu()) - before) / total
  return { p50: percentile(delays, 0.5), p99: percentile(delays, 0.99), cpu }
}

async function until(at: number): Promise<void> {
  const left = at - performance.now()
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left))
}
