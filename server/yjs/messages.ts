/** Framing of y-protocols: what stock Yjs programs say and hear. */
import { createDecoder, hasContent, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'

const sync = 0
const awareness = 1
const auth = 2
const queryAwareness = 3

export interface AwarenessState {
  readonly client: number
  readonly clock: number
  /** JSON text; `null` says that the client is gone. */
  readonly json: string
}

export type Message =
  | { readonly type: 'step1'; readonly stateVector: Uint8Array }
  | { readonly type: 'step2' | 'update'; readonly bytes: Uint8Array }
  | { readonly type: 'awareness'; readonly states: readonly AwarenessState[] }
  | { readonly type: 'queryAwareness' }

/** States one awareness message may carry; programs repeat what they heard of others. */
const statesPerMessage = 256

/** Null for anything that is not one message. `bytes` must own their buffer. */
export function readMessage(bytes: Uint8Array<ArrayBuffer>): Message | null {
  try {
    const decoder = createDecoder(bytes)
    const message = readBody(decoder)
    return hasContent(decoder) ? null : message
  } catch {
    return null
  }
}

function readBody(decoder: ReturnType<typeof createDecoder>): Message | null {
  switch (readVarUint(decoder)) {
    case sync: {
      const step = (['step1', 'step2', 'update'] as const)[readVarUint(decoder)]
      const bytes = readVarUint8Array(decoder)
      if (!step) return null
      return step === 'step1' ? { type: step, stateVector: bytes } : { type: step, bytes }
    }
    case awareness:
      return { type: 'awareness', states: readStates(readVarUint8Array(decoder)) }
    case queryAwareness:
      return { type: 'queryAwareness' }
    default:
      return null
  }
}

function readStates(bytes: Uint8Array): readonly AwarenessState[] {
  const decoder = createDecoder(bytes)
  const count = readVarUint(decoder)
  if (count > statesPerMessage) throw new Error('too many states')
  return Array.from({ length: count }, () => ({ client: readVarUint(decoder), clock: readVarUint(decoder), json: readVarString(decoder) }))
}

function syncMessage(step: 0 | 1 | 2, bytes: Uint8Array): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, sync)
  writeVarUint(encoder, step)
  writeVarUint8Array(encoder, bytes)
  return toUint8Array(encoder)
}

export const step1 = (stateVector: Uint8Array): Uint8Array => syncMessage(0, stateVector)
export const step2 = (update: Uint8Array): Uint8Array => syncMessage(1, update)
export const updateMessage = (update: Uint8Array): Uint8Array => syncMessage(2, update)

/** With no states: something to hear, for programs that leave a silent connection. */
export function awarenessMessage(states: readonly AwarenessState[]): Uint8Array {
  const body = createEncoder()
  writeVarUint(body, states.length)
  for (const { client, clock, json } of states) {
    writeVarUint(body, client)
    writeVarUint(body, clock)
    writeVarString(body, json)
  }
  const encoder = createEncoder()
  writeVarUint(encoder, awareness)
  writeVarUint8Array(encoder, toUint8Array(body))
  return toUint8Array(encoder)
}

export function deniedMessage(reason: string): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, auth)
  writeVarUint(encoder, 0)
  writeVarString(encoder, reason)
  return toUint8Array(encoder)
}
