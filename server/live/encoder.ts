/** Packets as the client reads them; the snapshot of a view is turned into text once, for everyone who joins it. */
import { type Packet, Encoder as PlainEncoder } from '../../common/protocol/parser.ts'

/** Socket.IO's number of an acknowledgement. */
const ack = 3
/** Records below which the text is not worth keeping. */
const worthKeeping = 50

const texts = new WeakMap<object, string>()
const plain = new PlainEncoder()

export class Encoder {
  encode(packet: Packet): readonly (string | Uint8Array)[] {
    const answer = packet.type === ack ? joinedIn(packet.data) : null
    return answer ? [encodeJoined(packet, answer)] : plain.encode(packet)
  }
}

interface Large {
  readonly snapshot: readonly unknown[]
}

function joinedIn(data: unknown): Large | null {
  const first: unknown = Array.isArray(data) && data.length === 1 ? data[0] : null
  if (typeof first !== 'object' || first === null || !('snapshot' in first)) return null
  const { snapshot } = first
  return Array.isArray(snapshot) && snapshot.length >= worthKeeping ? { ...first, snapshot } : null
}

/** The snapshot goes last, so that its text can be put where its end is known. */
function encodeJoined({ type, nsp, id, data: _ }: Packet, { snapshot, ...rest }: Large): string {
  const known = texts.get(snapshot) ?? JSON.stringify(snapshot)
  texts.set(snapshot, known)
  const head = JSON.stringify([type, nsp, id ?? null, [rest]])
  return `${head.slice(0, -'}]]'.length)},"snapshot":${known}}]]`
}
