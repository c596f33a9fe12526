/** A stock server of the y-websocket protocol: one document with everything, every update to everyone, nothing checked or kept. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { type WebSocket, WebSocketServer } from 'ws'
import * as sync from 'y-protocols/sync'
import * as Y from 'yjs'
import { oneDocument } from '../content.ts'
import { serve } from '../processes.ts'

const messageSync = 0
const doc = new Y.Doc()
oneDocument(doc, Number(process.argv[2]))
const sockets = new Set<WebSocket>()

doc.on('update', (update: Uint8Array) => {
  const out = encoding.createEncoder()
  encoding.writeVarUint(out, messageSync)
  sync.writeUpdate(out, update)
  const bytes = encoding.toUint8Array(out)
  for (const socket of sockets) socket.send(bytes)
})

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
server.on('connection', (socket) => {
  sockets.add(socket)
  socket.on('close', () => sockets.delete(socket))
  socket.on('message', (data: Buffer) => {
    const from = decoding.createDecoder(new Uint8Array(data))
    if (decoding.readVarUint(from) !== messageSync) return
    const out = encoding.createEncoder()
    encoding.writeVarUint(out, messageSync)
    sync.readSyncMessage(from, out, doc, socket)
    if (encoding.length(out) > 1) socket.send(encoding.toUint8Array(out))
  })
  const out = encoding.createEncoder()
  encoding.writeVarUint(out, messageSync)
  sync.writeSyncStep1(out, doc)
  socket.send(encoding.toUint8Array(out))
})
await once(server, 'listening')
serve((server.address() as AddressInfo).port)
