/** What a join brings, as it was before it was gzipped. `note` is told of everything unpacked. */
import { gunzipSync } from 'node:zlib'
import { isPacked } from '../../common/protocol/bundle.ts'
import type { Answer, Joined } from '../../common/protocol/live.ts'

type Note = (plain: Buffer) => void

export function plainPiece(bytes: Uint8Array, note?: Note): Uint8Array {
  if (!isPacked(bytes)) return bytes
  const plain = gunzipSync(bytes)
  note?.(plain)
  return plain
}

export function plainJoined(answer: Answer<Joined>, note?: Note): Answer<Joined> {
  if (!answer.ok || !answer.packed) return answer
  const { packed, ...rest } = answer
  return { ...rest, snapshot: JSON.parse(new TextDecoder().decode(plainPiece(packed, note))) }
}
