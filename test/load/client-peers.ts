/** The protocols of y-websocket and Hocuspocus on a bare socket: one document with everything. */
import { once } from 'node:events'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as sync from 'y-protocols/sync'
import * as Y from 'yjs'
import { id, visitor } from '../helpers/gallery-house.ts'
import { Expected, type Joining, type LoadClient, type PushKey } from './clients.ts'

const messageSync = 0
const messageAuth = 2
const messageSyncReply = 4
const messageSyncStatus = 8

/** What differs: Hocuspocus names the document in each message, wants a token first, and acknowledges. */
interface Dialect {
  readonly prefix: string | null
  readonly acknowledges: boolean
}

export const connectStock = (joining: Joining): Promise<LoadClient> => connect(joining, { prefix: null, acknowledges: false })
export const connectHocuspocus = (joining: Joining): Promise<LoadClient> => connect(joining, { prefix: 'all', acknowledges: true })

async function connect({ port, person }: Joining, dialect: Dialect): Promise<LoadClient> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}`, { perMessageDeflate: false })
  socket.binaryType = 'nodebuffer'
  let received = 0
  let listener = (_key: PushKey): void => undefined
  const echoes = new Expected()
  const acks: (() => void)[] = []
  const whole = new Promise<void>((resolve) => {
    socket.on('message', (data: Buffer) => {
      received += data.length
      const message = read(data, dialect)
      if (message.type === 'state') resolve()
      if (message.type === 'taken') acks.shift()?.()
      if (message.type !== 'update') return
      for (const key of message.keys) {
        echoes.meet(key)
        listener(key)
      }
    })
  })
  await once(socket, 'open')
  for (const bytes of hello(dialect)) socket.send(bytes)
  await whole
  const bytes = received
  const own = new Y.Doc()
  return {
    joined: bytes,
    push(n) {
      const update = changed(own, n, person)
      const [key = ''] = keysOf(update)
      const taken = dialect.acknowledges ? new Promise<void>((resolve) => acks.push(resolve)) : echoes.wait(key)
      socket.send(framed(dialect, (out) => sync.writeUpdate(out, update)))
      return { key, taken }
    },
    onArrival: (heard) => {
      listener = heard
    },
    close: () => socket.terminate(),
  }
}

function framed({ prefix }: Dialect, write: (out: encoding.Encoder) => void, type = messageSync): Uint8Array {
  const out = encoding.createEncoder()
  if (prefix !== null) encoding.writeVarString(out, prefix)
  encoding.writeVarUint(out, type)
  write(out)
  return encoding.toUint8Array(out)
}

/** What opens the conversation: a token where one is wanted, then "I have nothing". */
export function hello(dialect: Dialect): readonly Uint8Array[] {
  const ask = framed(dialect, (out) => sync.writeSyncStep1(out, new Y.Doc()))
  if (dialect.prefix === null) return [ask]
  const token = framed(
    dialect,
    (out) => {
      encoding.writeVarUint(out, 0)
      encoding.writeVarString(out, 'token')
    },
    messageAuth,
  )
  return [token, ask]
}

type Message = { readonly type: 'state' | 'taken' | 'other' } | { readonly type: 'update'; readonly keys: readonly PushKey[] }

export function read(data: Buffer, { prefix }: Dialect): Message {
  const from = decoding.createDecoder(new Uint8Array(data.buffer, data.byteOffset, data.length))
  if (prefix !== null) decoding.readVarString(from)
  const type = decoding.readVarUint(from)
  if (type === messageSyncStatus) return { type: 'taken' }
  if (type !== messageSync && type !== messageSyncReply) return { type: 'other' }
  const step = decoding.readVarUint(from)
  if (step === sync.messageYjsSyncStep2) return { type: 'state' }
  return step === sync.messageYjsUpdate ? { type: 'update', keys: keysOf(decoding.readVarUint8Array(from)) } : { type: 'other' }
}

/** Each push is one step of its writer's clock; a server may send several together. */
function keysOf(update: Uint8Array): readonly PushKey[] {
  const { from, to } = Y.parseUpdateMeta(update)
  return [...from].flatMap(([client, first]) =>
    Array.from({ length: (to.get(client) ?? first) - first }, (_, n) => `${client}:${first + n}`),
  )
}

let stars = 0

function changed(own: Y.Doc, n: number, person: number): Uint8Array {
  const who = visitor(person)
  let update = new Uint8Array()
  const take = (bytes: Uint8Array): void => {
    update = new Uint8Array(bytes)
  }
  own.on('update', take)
  stars = (stars % 5) + 1
  const mark = { flag: null, label: null, stars, favourite: stars % 2 === 0, by: who, at: 1_800_000_000_000 + stars }
  own.getMap(`photo ${n}`).set(`mark ${id('visitor', person)}`, mark)
  own.off('update', take)
  return update
}
