/** An event ready for the wire: encoded and framed once, for however many connections it goes to. */
import type { ServerToClient } from '../../common/protocol/live.ts'
import { encodePacket } from '../../common/protocol/parser.ts'

/** Socket.IO's number of an event packet; engine.io's letter of a text message; opcodes of WebSocket. */
const event = 2
const textMessage = '4'
const textFrame = 1
const binaryFrame = 2

export interface Message {
  readonly data: string | Buffer
  /** Bytes of the payload. */
  readonly size: number
  /** Options for one write: engine.io keeps the object. The frame is used as it is where nothing is compressed. */
  options(): { compress: boolean; wsPreEncodedFrame: readonly Buffer[] }
  /** Header and payload, as they go over the wire. */
  readonly frame: Buffer
}

const known = new WeakMap<object, Message>()

/** The message of an event. The payload is remembered by identity: the same object is encoded once. */
export function messageOf<Name extends keyof ServerToClient>(name: Name, payload: Parameters<ServerToClient[Name]>[0]): Message {
  const before = known.get(payload)
  if (before) return before
  const encoded = encodePacket({ type: event, nsp: '/', data: [name, payload] })
  const text = typeof encoded === 'string'
  const data = text ? encoded : Buffer.from(encoded.buffer, encoded.byteOffset, encoded.byteLength)
  const bytes = typeof data === 'string' ? Buffer.from(textMessage + data) : data
  const frame = frameOf(bytes, text ? textFrame : binaryFrame)
  const message: Message = { data, size: bytes.length, options: () => ({ compress: false, wsPreEncodedFrame: [frame] }), frame }
  known.set(payload, message)
  return message
}

/** A whole, unmasked WebSocket message in one frame (RFC 6455, 5.2), as servers send it. */
function frameOf(payload: Buffer, opcode: number): Buffer {
  const { length } = payload
  const head = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10)
  head[0] = 0x80 | opcode
  if (length < 126) head[1] = length
  else if (length < 65_536) {
    head[1] = 126
    head.writeUInt16BE(length, 2)
  } else {
    head[1] = 127
    head.writeBigUInt64BE(BigInt(length), 2)
  }
  // One buffer: two would be two pieces in each of many writes.
  return Buffer.concat([head, payload])
}
