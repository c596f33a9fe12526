/** Updates of format V1 written byte by byte, as no honest program would. */
import * as encoding from 'lib0/encoding'

type Id = readonly [client: number, clock: number]
type Write = (encoder: encoding.Encoder) => void

export const kind = { gc: 0, deleted: 1, json: 2, binary: 3, string: 4, embed: 5, format: 6, type: 7, any: 8, doc: 9, skip: 10 } as const
export const typeRef = { array: 0, map: 1, text: 2, element: 3, fragment: 4, hook: 5, xmlText: 6 } as const

export interface RawItem {
  readonly kind: number
  readonly origin?: Id
  readonly right?: Id
  /** A root's name, or an item. */
  readonly parent?: string | Id
  readonly sub?: string
  readonly content: Write
}

export const item =
  ({ kind: ref, origin, right, parent, sub, content }: RawItem): Write =>
  (encoder) => {
    encoding.writeUint8(encoder, ref | (origin ? 0x80 : 0) | (right ? 0x40 : 0) | (sub !== undefined ? 0x20 : 0))
    for (const id of [origin, right]) {
      if (!id) continue
      encoding.writeVarUint(encoder, id[0])
      encoding.writeVarUint(encoder, id[1])
    }
    if (!origin && !right) {
      encoding.writeVarUint(encoder, typeof parent === 'string' ? 1 : 0)
      if (typeof parent === 'string') encoding.writeVarString(encoder, parent)
      else {
        encoding.writeVarUint(encoder, parent?.[0] ?? 0)
        encoding.writeVarUint(encoder, parent?.[1] ?? 0)
      }
      if (sub !== undefined) encoding.writeVarString(encoder, sub)
    }
    content(encoder)
  }

export const gc =
  (len: number): Write =>
  (encoder) => {
    encoding.writeUint8(encoder, kind.gc)
    encoding.writeVarUint(encoder, len)
  }
export const skip =
  (len: number): Write =>
  (encoder) => {
    encoding.writeUint8(encoder, kind.skip)
    encoding.writeVarUint(encoder, len)
  }

export const any =
  (...values: readonly unknown[]): Write =>
  (encoder) => {
    encoding.writeVarUint(encoder, values.length)
    for (const value of values) encoding.writeAny(encoder, value as encoding.AnyEncodable)
  }
export const text =
  (value: string): Write =>
  (encoder) =>
    encoding.writeVarString(encoder, value)
export const number =
  (value: number): Write =>
  (encoder) =>
    encoding.writeVarUint(encoder, value)
export const bytes =
  (value: Uint8Array): Write =>
  (encoder) =>
    encoding.writeUint8Array(encoder, value)

export interface RawUpdate {
  readonly clients?: readonly {
    readonly client: number
    readonly clock: number
    readonly structs: readonly Write[]
    readonly count?: number
  }[]
  readonly deletes?: readonly { readonly client: number; readonly ranges: readonly (readonly [clock: number, len: number])[] }[]
  readonly trailing?: Uint8Array
}

export function update({ clients = [], deletes = [], trailing }: RawUpdate): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, clients.length)
  for (const { client, clock, structs, count } of clients) {
    encoding.writeVarUint(encoder, count ?? structs.length)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    for (const write of structs) write(encoder)
  }
  encoding.writeVarUint(encoder, deletes.length)
  for (const { client, ranges } of deletes) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, ranges.length)
    for (const [clock, len] of ranges) {
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarUint(encoder, len)
    }
  }
  if (trailing) encoding.writeUint8Array(encoder, trailing)
  return encoding.toUint8Array(encoder)
}
