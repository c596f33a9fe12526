/**
 * Socket.IO packets as single WebSocket messages. A packet without bytes is one text message, a JSON array
 * `[type, namespace, acknowledgement id or null, data]`; a packet with bytes (an argument, or a direct property of
 * one, is a Uint8Array) is one binary message: that array with `{ "_bytes": index }` in their places, then the bytes.
 * Socket.IO's own parser would write a message for the text and one for each of the bytes.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** A packet as Socket.IO gives and takes it. */
export interface Packet {
  readonly type: number
  readonly nsp: string
  readonly id?: number | undefined
  readonly data?: unknown
}

/** Numbers of Socket.IO's packet types, version 5. */
const connect = 0
const disconnect = 1
const event = 2
const ack = 3
const connectError = 4

/** Names Socket.IO gives a meaning of its own: never an event from outside. */
const reserved = new Set(['connect', 'connect_error', 'disconnect', 'disconnecting', 'newListener', 'removeListener'])
/** More bytes values in one packet are a mistake or an attack. */
const mostAttachments = 10

export class Encoder {
  encode(packet: Packet): readonly (string | Uint8Array)[] {
    return [encodePacket(packet)]
  }
}

export function encodePacket({ type, nsp, id, data }: Packet): string | Uint8Array {
  const whole = [type, nsp, id ?? null, data ?? null]
  return hasBytes(data) ? encodeBinary(whole) : JSON.stringify(whole)
}

/** Turns messages into packets for whoever listens to `decoded`. Throws on anything `Encoder` does not write; the connection is then closed. */
export class Decoder {
  readonly #listeners = new Set<(packet: Packet) => void>()

  on(_event: 'decoded', listener: (packet: Packet) => void): this {
    this.#listeners.add(listener)
    return this
  }

  off(_event: 'decoded', listener: (packet: Packet) => void): this {
    this.#listeners.delete(listener)
    return this
  }

  removeListener(name: 'decoded', listener: (packet: Packet) => void): this {
    return this.off(name, listener)
  }

  add(message: unknown): void {
    const packet = decodeMessage(message)
    for (const listener of [...this.#listeners]) listener(packet)
  }

  destroy(): void {
    this.#listeners.clear()
  }
}

export function decodeMessage(message: unknown): Packet {
  if (typeof message === 'string') return checked(JSON.parse(message))
  if (message instanceof Uint8Array) return checked(decodeBinary(message))
  if (message instanceof ArrayBuffer) return checked(decodeBinary(new Uint8Array(message)))
  throw new Error('neither text nor bytes')
}

function hasBytes(data: unknown): boolean {
  if (!Array.isArray(data)) return false
  return data.some((one) => one instanceof Uint8Array || (isObject(one) && Object.values(one).some((value) => value instanceof Uint8Array)))
}

function encodeBinary(whole: readonly unknown[]): Uint8Array {
  const attachments: Uint8Array[] = []
  // Bytes are looked up in their holder: a Buffer has turned itself into JSON before the replacer sees it.
  const text = JSON.stringify(whole, function replace(this: Record<string, unknown>, key: string, value: unknown) {
    const own = this[key]
    return own instanceof Uint8Array ? { _bytes: attachments.push(own) - 1 } : value
  })
  const out = encoding.createEncoder()
  encoding.writeVarString(out, text)
  encoding.writeVarUint(out, attachments.length)
  for (const bytes of attachments) encoding.writeVarUint8Array(out, bytes)
  return encoding.toUint8Array(out)
}

function decodeBinary(message: Uint8Array): unknown {
  const from = decoding.createDecoder(message)
  const text = decoding.readVarString(from)
  const count = decoding.readVarUint(from)
  if (count > mostAttachments) throw new Error('too many bytes values')
  const attachments: Uint8Array[] = []
  for (let i = 0; i < count; i++) attachments.push(decoding.readVarUint8Array(from))
  if (decoding.hasContent(from)) throw new Error('bytes after the end')
  const whole: unknown = JSON.parse(text)
  const data: unknown = Array.isArray(whole) ? whole[3] : null
  if (!Array.isArray(data)) throw new Error('no place for bytes')
  for (const [at, one] of data.entries()) data[at] = filled(one, attachments)
  return whole
}

/** With bytes in the places `encodeBinary` left for them; anything deeper stays what it is. */
function filled(one: unknown, attachments: readonly Uint8Array[]): unknown {
  if (!isObject(one)) return one
  const whole = bytesAt(one, attachments)
  if (whole) return whole
  for (const [key, value] of Object.entries(one)) {
    const bytes = bytesAt(value, attachments)
    if (!bytes) continue
    if (key === '__proto__') throw new Error('not a name for bytes')
    one[key] = bytes
  }
  return one
}

function bytesAt(value: unknown, attachments: readonly Uint8Array[]): Uint8Array | null {
  if (!isObject(value) || typeof value._bytes !== 'number') return null
  const bytes = attachments[value._bytes]
  if (!bytes) throw new Error('bytes that are not there')
  return bytes
}

function checked(whole: unknown): Packet {
  if (!Array.isArray(whole) || whole.length !== 4) throw new Error('not a packet')
  const [type, nsp, id, data] = whole as readonly unknown[]
  if (typeof type !== 'number' || typeof nsp !== 'string') throw new Error('not a packet')
  if (id !== null && !(Number.isSafeInteger(id) && Number(id) >= 0)) throw new Error('not an acknowledgement id')
  if (!fits(type, data)) throw new Error('not the data of its type')
  return { type, nsp, ...(id === null ? {} : { id: Number(id) }), ...(data === null ? {} : { data }) }
}

function fits(type: number, data: unknown): boolean {
  if (type === connect) return data === null || isObject(data)
  if (type === disconnect) return data === null
  if (type === event) return Array.isArray(data) && typeof data[0] === 'string' && !reserved.has(data[0])
  if (type === ack) return Array.isArray(data)
  return type === connectError && (typeof data === 'string' || isObject(data))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
