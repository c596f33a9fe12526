import { expect, test } from '@jest/globals'
import { liveLimits } from '../../../server/live/limits.ts'
import { Outbox } from '../../../server/live/outbox.ts'
import { Sink } from '../../../server/live/sink.ts'

/** The far end of a connection, as slow as a test wants it. */
class Network {
  readonly written: (string | Buffer)[] = []
  readonly #taken: (() => void)[] = []
  write(data: string | Buffer, _options: object, taken?: () => void): void {
    this.written.push(data)
    if (taken) this.#taken.push(taken)
  }
  take(): void {
    this.#taken.shift()?.()
  }
}

const gallery = 'g_00000000000000000001' as never

function open(softBytes: number) {
  const network = new Network()
  const outbox = new Outbox(network as never, () => false)
  const sink = new Sink(gallery, { outbox, limits: { ...liveLimits, softBytes }, onClosed: () => undefined })
  return { network, outbox, sink }
}

const frame = (size: number) => new Uint8Array(size)
const textOf = (network: Network) => network.written.map((one) => (typeof one === 'string' ? one : `${one.length} bytes`)).join('\n')

test('[LIVE-61] only as much is handed over as the network takes, and the rest follows in order', () => {
  const { network, outbox, sink } = open(1_000_000)
  for (let i = 0; i < 5; i++) sink.sheets(frame(50_000), 'frame')
  expect(network.written).toHaveLength(1)
  expect(outbox.bytes).toBeGreaterThan(190_000)
  for (let i = 0; i < 5; i++) network.take()
  expect(network.written).toHaveLength(5)
  expect(outbox.bytes).toBe(0)
})

test('[LIVE-60] above the measure what waits is dropped, and the client told to join again, once', () => {
  const { network, sink } = open(100_000)
  for (let i = 0; i < 20; i++) sink.sheets(frame(20_000), 'frame')
  for (let i = 0; i < 20; i++) network.take()
  expect(textOf(network).match(/gallery:behind/g)).toHaveLength(1)
  expect(network.written).toHaveLength(2)
  expect(sink.broken).toBe(true)
})

test('[LIVE-62] pieces of a bundle do not count against the reader', () => {
  const { network, outbox, sink } = open(100_000)
  for (let i = 0; i < 10; i++) sink.sheets(frame(50_000), 'bundle')
  expect(outbox.bytes).toBe(0)
  expect(sink.broken).toBe(false)
  for (let i = 0; i < 10; i++) network.take()
  expect(network.written).toHaveLength(10)
})

test('[LIVE-63] what waits when something leaves sight is dropped and never sent', () => {
  const { network, sink } = open(1_000_000)
  sink.sheets(frame(10), 'frame')
  sink.sheets(frame(20_000), 'frame')
  expect(sink.forget()).toBe(true)
  sink.told({ gallery, n: 3, changes: [] })
  for (let i = 0; i < 5; i++) network.take()
  expect(textOf(network)).not.toContain('20')
  expect(textOf(network)).toContain('gallery:behind')
  expect(textOf(network)).toContain('gallery:told')
  expect(sink.forget()).toBe(false)
})

test('[LIVE-64] the same buffer is encoded once for however many connections it goes to', () => {
  const [a, b] = [open(1_000_000), open(1_000_000)]
  const bytes = frame(100)
  a.sink.sheets(bytes, 'frame')
  b.sink.sheets(bytes, 'frame')
  expect(a.network.written[0]).toBe(b.network.written[0])
})

/** A connection whose network stream says what left in which write. */
function streaming(answers: boolean) {
  const writes: string[][] = []
  let [corked, kept]: [number, string[]] = [0, []]
  const stream = {
    write: (bytes: Buffer, done: () => void) => {
      if (corked > 0) kept.push(String(bytes))
      else writes.push([String(bytes)])
      queueMicrotask(done)
    },
    cork: () => void corked++,
    uncork: () => {
      corked--
      if (kept.length > 0) writes.push(kept)
      kept = []
    },
  }
  const connection = { writeBuffer: [], transport: { name: 'websocket', socket: { readyState: 1, _socket: stream } } }
  return { writes, stream, outbox: new Outbox(connection as never, () => answers) }
}

test.each([
  ['an author’s answer leaves with the frame of its group, in one write', true, [['frame', 'answer']]],
  ['what goes to whoever only watches leaves at once', false, [['frame'], ['answer']]],
])('%s', async (_title, answers, expected) => {
  const { writes, stream, outbox } = streaming(answers)
  const message = { data: 'frame', size: 5, frame: Buffer.from('frame'), options: () => ({ compress: false, wsPreEncodedFrame: [] }) }
  outbox.put({ message, from: outbox, counts: true })
  await Promise.resolve()
  stream.write(Buffer.from('answer'), () => undefined)
  await new Promise((resolve) => setImmediate(resolve))
  expect(writes).toEqual(expected)
})
