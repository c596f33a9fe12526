/** Joining a gallery in which 2,000 photos carry feedback. */
import { once } from 'node:events'
import { WebSocket } from 'ws'
import { connectOurs } from './client-ours.ts'
import { connectHocuspocus, connectStock, hello, read } from './client-peers.ts'
import type { Connect } from './clients.ts'
import { type Served, startServer } from './processes.ts'
import { type BenchRow, median } from './rows.ts'

const sheets = 2_000
const atOnce = 20
const rounds = 3
/** Joins with a document for each sheet cost a peer so much that a few say it. */
const atOnceMultiplexed = 4

interface Joins {
  /** Milliseconds of the server's processor for each join. */
  readonly cpu: number
  readonly bytes: number
  /** Milliseconds until the last one has everything. */
  readonly last: number
}

export async function benchJoin(): Promise<readonly BenchRow[]> {
  const [ours, hocuspocus, stock] = await Promise.all([
    startServer('ours.ts', sheets),
    startServer('peers/hocuspocus.ts', sheets),
    startServer('peers/stock.ts', sheets),
  ])
  try {
    const contenders = [
      (people = atOnce) => joinAll(ours, connectOurs, people),
      (people = atOnce) => joinAll(stock, connectStock, people),
      (people = atOnce) => joinAll(hocuspocus, connectHocuspocus, people),
      (people = atOnceMultiplexed) => joinMultiplexed(hocuspocus, people),
    ]
    for (const contender of contenders) await contender(1)
    const taken: Joins[][] = contenders.map(() => [])
    for (let round = 0; round < rounds; round++) {
      for (const [at, contender] of contenders.entries()) taken[at]?.push(await contender())
    }
    return rowsOf(taken)
  } finally {
    await Promise.all([ours.stop(), hocuspocus.stop(), stock.stop()])
  }
}

function rowsOf([ours = [], stock = [], hocuspocus = [], multiplexed = []]: readonly (readonly Joins[])[]): readonly BenchRow[] {
  const row = (name: string, peer: readonly Joins[], field: keyof Joins, target: string, unit: string): BenchRow => {
    const [a, b] = [median(ours.map((one) => one[field])), median(peer.map((one) => one[field]))]
    return { name: `join of 2,000 sheets, ${name}`, ours: a, peer: b, ratio: a / b, target, unit }
  }
  return [
    row('server CPU a join ÷ y-websocket, one document', stock, 'cpu', '≤ 0.10', 'ms'),
    row('server CPU a join ÷ Hocuspocus, one document', hocuspocus, 'cpu', '≤ 0.10', 'ms'),
    row('server CPU a join ÷ Hocuspocus, one document a sheet', multiplexed, 'cpu', '≤ 0.20', 'ms'),
    row('bytes a join ÷ y-websocket, one document', stock, 'bytes', '≤ 0.35', 'bytes'),
    row('last of 20 has everything ÷ y-websocket, one document', stock, 'last', '≤ 0.15', 'ms'),
    row('last of 20 has everything ÷ Hocuspocus, one document', hocuspocus, 'last', '≤ 0.15', 'ms'),
  ]
}

async function joinAll(server: Served, connect: Connect, count: number): Promise<Joins> {
  const before = await server.cpu()
  const began = performance.now()
  const people = Array.from({ length: count }, (_, n) => n + 1)
  const clients = await Promise.all(people.map((person) => connect({ port: server.port, person, sheets })))
  const last = performance.now() - began
  const cpu = ((await server.cpu()) - before) / count
  for (const client of clients) client.close()
  await settle()
  return { cpu, last, bytes: median(clients.map(({ joined }) => joined)) }
}

async function joinMultiplexed(server: Served, count: number): Promise<Joins> {
  const before = await server.cpu()
  const began = performance.now()
  const bytes = await Promise.all(Array.from({ length: count }, () => joinEverySheet(server.port)))
  const last = performance.now() - began
  const cpu = ((await server.cpu()) - before) / count
  await settle()
  return { cpu, last, bytes: median(bytes) }
}

async function joinEverySheet(port: number): Promise<number> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}`, { perMessageDeflate: false })
  let bytes = 0
  let missing = sheets
  const all = new Promise<void>((resolve) => {
    socket.on('message', (data: Buffer) => {
      bytes += data.length
      if (read(data, { prefix: '', acknowledges: true }).type === 'state') missing -= 1
      if (missing === 0) resolve()
    })
  })
  await once(socket, 'open')
  for (let n = 1; n <= sheets; n++) for (const message of hello({ prefix: `sheet ${n}`, acknowledges: true })) socket.send(message)
  await all
  socket.terminate()
  return bytes
}

/** Closing costs a server something too; it is not part of the next measurement. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 300))
