/**
 * What waits for one connection. Socket.IO itself has no back-pressure: only as much is handed to it as the network
 * takes, so that what waits can still be counted, and dropped when it may no longer be seen.
 */
import type { Socket } from 'socket.io'
import type { Message } from './message.ts'

/** Bytes handed over at once. */
const handfulBytes = 64 * 1024

interface Waiting {
  readonly message: Message
  readonly from: object
  /** Pieces of a bundle are shared and asked for: they do not count against the reader. */
  readonly counts: boolean
}

export class Outbox {
  readonly #connection: Socket['conn']
  readonly #answers: () => boolean
  #waiting: Waiting[] = []
  #counted = 0
  #under = false

  /** `answers`: whether this connection may be answered in the stretch that puts something here, as authors are whose group is told. */
  constructor(connection: Socket['conn'], answers: () => boolean) {
    this.#connection = connection
    this.#answers = answers
  }

  /** Bytes that wait and count. */
  get bytes(): number {
    return this.#counted
  }

  get idle(): boolean {
    return !this.#under && this.#waiting.length === 0
  }

  put(waiting: Waiting): void {
    if (!this.#under && this.#waiting.length === 0 && this.#straight(waiting.message)) return
    this.#waiting.push(waiting)
    if (waiting.counts) this.#counted += waiting.message.size
    if (!this.#under) this.#hand()
  }

  /** Drops what one seat has waiting; true if there was anything. */
  drop(from: object): boolean {
    const kept = this.#waiting.filter((one) => one.from !== from)
    const dropped = kept.length < this.#waiting.length
    this.#waiting = kept
    this.#counted = kept.reduce((sum, one) => sum + (one.counts ? one.message.size : 0), 0)
    return dropped
  }

  /** The commonest case by far, past the layers between: a ready frame to a stream nothing waits for. False where something does. */
  #straight(message: Message): boolean {
    const stream = openStream(this.#connection)
    if (!stream) return false
    this.#under = true
    if (this.#answers()) withWhatFollows(stream)
    stream.write(message.frame, this.#handed)
    return true
  }

  #hand(): void {
    let size = 0
    let count = 0
    for (const { message } of this.#waiting) {
      if (count > 0 && size + message.size > handfulBytes) break
      size += message.size
      count++
    }
    const handful = this.#waiting.splice(0, count)
    handful.forEach(({ message, counts }, i) => {
      if (counts) this.#counted -= message.size
      const last = i === handful.length - 1
      this.#under = true
      this.#connection.write(message.data, message.options(), last ? this.#handed : undefined)
    })
  }

  readonly #handed = (): void => {
    this.#under = false
    if (this.#waiting.length > 0) this.#hand()
  }
}

interface Stream {
  write(bytes: Buffer, done: () => void): void
  cork(): void
  uncork(): void
}

/** One write for all that is written until what runs now, and what was promised by it, is done. */
function withWhatFollows(stream: Stream): void {
  stream.cork()
  process.nextTick(() => stream.uncork())
}

/** Where engine.io and ws keep what is under way: typed as their own business. Without it everything goes their way, and nothing else. */
interface Wire {
  readonly writeBuffer?: readonly unknown[]
  readonly transport?: { readonly name: string; readonly socket?: { readonly readyState: number; readonly _socket?: Stream | null } }
}

/** `WebSocket.OPEN`. */
const open = 1

/** The network stream, if what is written to it now comes after everything that was sent before. */
function openStream(connection: Socket['conn']): Stream | null {
  const { writeBuffer, transport } = connection as unknown as Wire
  if (writeBuffer?.length !== 0 || transport?.name !== 'websocket' || transport.socket?.readyState !== open) return null
  return transport.socket._socket ?? null
}
