/** Our socket protocol, as the browser speaks it. */
import { io, type Socket } from 'socket.io-client'
import * as Y from 'yjs'
import { sheetIdOf } from '../../common/ids.ts'
import { protocol } from '../../common/limits.ts'
import { decodeFrame } from '../../common/protocol/bundle.ts'
import type { ClientToServer, Joined, ServerToClient } from '../../common/protocol/live.ts'
import * as parser from '../../common/protocol/parser.ts'
import { edit } from '../../common/sheet/edit.ts'
import { readSheet } from '../../common/sheet/read.ts'
import { gallery, photo, visitor } from '../helpers/gallery-house.ts'
import { plainJoined, plainPiece } from '../helpers/unpacked.ts'
import type { Joining, LoadClient, PushKey } from './clients.ts'

type Live = Socket<ServerToClient, ClientToServer>

export async function connectOurs({ port, person }: Joining): Promise<LoadClient> {
  const socket: Live = io(`http://127.0.0.1:${port}`, {
    path: '/live',
    transports: ['websocket'],
    parser,
    forceNew: true,
    reconnection: false,
    extraHeaders: { 'x-person': visitor(person) },
  })
  const states = new Map<string, Uint8Array>()
  let bytes = 0
  socket.on('connect', () => {
    socket.io.engine.on('data', (data: string | { readonly byteLength: number }) => {
      bytes += typeof data === 'string' ? Buffer.byteLength(data) : data.byteLength
    })
  })
  const joined = await join(socket, states)
  let listener = (_key: PushKey): void => undefined
  socket.on('sheet:frame', (frame) => {
    for (const { sheet } of decodeFrame(frame).sheets) listener(sheet)
  })
  const docs = new Map<number, Y.Doc>()
  return {
    joined: bytes,
    push(n) {
      const sheet = sheetIdOf(photo(n), 'shared')
      const doc = docs.get(n) ?? open(states.get(sheet), joined.clients.first)
      docs.set(n, doc)
      const update = changed(doc, joined)
      const taken = socket.emitWithAck('sheet:push', { gallery, sheet, sub: joined.sub, bytes: update }).then((answer) => {
        if (!answer.ok) throw new Error(`${answer.refusal.code} ${answer.refusal.detail ?? ''}`)
      })
      return { key: sheet, taken }
    },
    onArrival: (heard) => {
      listener = heard
    },
    close: () => socket.disconnect(),
  }
}

/** The bundle is decoded as a client does, so that "joined" means the same as for the others. */
async function join(socket: Live, states: Map<string, Uint8Array>): Promise<Joined> {
  let pieces = 0
  let missing = Number.POSITIVE_INFINITY
  let complete = (): void => undefined
  const all = new Promise<void>((resolve) => {
    complete = resolve
  })
  socket.on('sheet:bundle', (piece) => {
    for (const { sheet, bytes } of decodeFrame(plainPiece(piece)).sheets) states.set(sheet, bytes)
    pieces += 1
    if (pieces >= missing) complete()
  })
  const answer = plainJoined(await socket.emitWithAck('gallery:join', { gallery, protocol, app: 'load' }))
  if (!answer.ok) throw new Error(answer.refusal.code)
  missing = answer.pieces
  if (pieces >= missing) complete()
  await all
  return answer
}

function open(state: Uint8Array | undefined, client: number): Y.Doc {
  const doc = new Y.Doc()
  if (state) Y.applyUpdate(doc, state)
  doc.clientID = client
  return doc
}

let pushes = 0

/** Never what the sheet already says: that would be no change, and no push. */
function changed(doc: Y.Doc, { me, now }: Joined): Uint8Array {
  let update = new Uint8Array()
  const take = (bytes: Uint8Array): void => {
    update = new Uint8Array(bytes)
  }
  doc.on('update', take)
  pushes += 1
  const before = readSheet(doc).marks[me.person]?.stars ?? 0
  const stars = before === 1 ? 2 : 1
  edit(doc, { type: 'mark:set', stars }, { person: me.person, key: me.person, at: now + pushes })
  doc.off('update', take)
  return update
}
