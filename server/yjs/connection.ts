/**
 * One stock Yjs program on one sheet. It can be told neither yes nor no: what may not stand is neutralised, what cannot be understood
 * closes the connection, and before anything is sent or taken its right to the sheet is asked again.
 */
import { randomUUID } from 'node:crypto'
import type { WebSocket } from 'ws'
import * as Y from 'yjs'
import { catchUpBytes, outboxHardBytes, presenceBytes, pushBurst, pushesPerSecond, refusalsPerMinute } from '../../common/limits.ts'
import { type RefusalCode, refusals } from '../../common/refusals.ts'
import { writesSheet } from '../../common/visibility/sheets.ts'
import type { OpenSheets } from '../sheets/api.ts'
import { decodePush, ownBytes } from '../sheets/decode.ts'
import { Allowance } from './allowance.ts'
import type { YjsDeps } from './deps.ts'
import { type Asked, type Guest, type Standing, standingOf } from './entering.ts'
import { type AwarenessState, awarenessMessage, deniedMessage, type Message, readMessage, step1, step2, updateMessage } from './messages.ts'
import type { Room, RoomMember } from './room.ts'

/** Yjs ids one connection may bring: a program has one, and one more for each session it kept. */
const clientsPerConnection = 8
/** Messages of one connection waiting for their turn. */
const messagesWaiting = 500
const nothing = new Uint8Array([0, 0])

export interface ConnectionAt {
  readonly deps: YjsDeps
  readonly socket: WebSocket
  readonly asked: Asked
  readonly guest: Guest
  readonly sheets: OpenSheets
}

export class Connection implements RoomMember {
  readonly asked: Asked
  readonly #at: ConnectionAt
  readonly #id = randomUUID()
  readonly #claimed = new Set<number>()
  readonly #pushes: Allowance
  readonly #refusals: Allowance
  #room: Room | null = null
  #turn: Promise<void> = Promise.resolve()
  #waiting = 0
  #ended = false

  constructor(at: ConnectionAt) {
    this.#at = at
    this.asked = at.asked
    const now = at.deps.clock.now()
    this.#pushes = new Allowance({ perMs: pushesPerSecond / 1_000, most: pushBurst, now })
    this.#refusals = new Allowance({ perMs: refusalsPerMinute / 60_000, most: refusalsPerMinute, now })
  }

  /** After everything is wired: asks what the program knows that we do not, and says who is here. */
  greet(room: Room): void {
    this.#room = room
    const state = this.#at.sheets.state(this.asked.sheet) ?? nothing
    this.#send(step1(Y.encodeStateVectorFromUpdate(state)))
  }

  take(data: Uint8Array): void {
    const message = readMessage(ownBytes(data))
    if (!message) this.end('malformed')
    else if (this.#waiting >= messagesWaiting) this.end('too-many')
    else this.#inTurn(() => this.#act(message))
  }

  /** What a flush made durable of this sheet. */
  told(update: { readonly bytes: Uint8Array; readonly state: boolean }): void {
    this.#inTurn(async () => {
      // Another lineage: the program's document can never come together with it.
      if (update.state) this.end('stale')
      else if (await this.#standing()) this.#send(updateMessage(update.bytes))
    })
  }

  hear(bytes: Uint8Array): void {
    this.#inTurn(async () => {
      if (await this.#standing()) this.#send(bytes)
    })
  }

  /** Asks again whether this connection may be here. */
  review(): void {
    this.#inTurn(async () => void (await this.#standing()))
  }

  keepAlive(): void {
    this.#send(awarenessMessage([]))
  }

  end(code: RefusalCode): void {
    if (this.#ended) return
    this.#ended = true
    deny(this.#at.socket, code)
  }

  /** The socket is gone. */
  over(): void {
    this.#ended = true
  }

  #inTurn(work: () => Promise<void>): void {
    if (this.#ended) return
    this.#waiting++
    this.#turn = this.#turn
      .then(() => (this.#ended ? undefined : work()))
      .catch((fault) => {
        this.#at.deps.log.error({ err: fault, sheet: this.asked.sheet }, 'a Yjs connection failed')
        this.end('failed')
      })
      .finally(() => {
        this.#waiting--
      })
  }

  async #standing(): Promise<Standing | null> {
    const standing = await standingOf(this.#at.deps, this.#at.guest.person, this.asked)
    if (standing.ok) return this.#ended ? null : standing.value
    this.end('revoked')
    return null
  }

  async #act(message: Message): Promise<void> {
    switch (message.type) {
      case 'step1':
        return this.#answerState(message.stateVector)
      case 'step2':
      case 'update':
        return this.#push(message.bytes, message.type === 'step2')
      case 'awareness':
        return this.#aware(message.states)
      case 'queryAwareness':
        return
    }
  }

  async #answerState(stateVector: Uint8Array): Promise<void> {
    if (!(await this.#standing())) return
    const state = this.#at.sheets.state(this.asked.sheet) ?? nothing
    const missing = difference(state, stateVector)
    if (missing) this.#send(step2(missing))
    else this.end('malformed')
  }

  async #push(bytes: Uint8Array, catchUp: boolean): Promise<void> {
    if (bytes.length === 2 && bytes[0] === 0 && bytes[1] === 0) return
    if (bytes.length > catchUpBytes) return this.end('too-large')
    if (!this.#pushes.take(this.#at.deps.clock.now())) return this.end('too-many')
    const claim = await this.#claim(bytes)
    if (claim) return this.end(claim)
    await this.#note()
    if (!(await this.#standing())) return
    const { sheet, gallery } = this.asked
    await this.#at.deps.galleries.takePlaces({ gallery, person: this.#at.guest.person, sheet, bytes })
    const standing = await this.#standing()
    if (!standing) return
    const outcome = await this.#at.sheets.push({ sheet, ...standing, connection: this.#id, bytes, catchUp, neutralise: true })
    if (!outcome.ok) return this.end(outcome.refusal.code)
    if (outcome.undone && !this.#refusals.take(this.#at.deps.clock.now())) this.end('too-many')
  }

  /** Whose words stand on a shared sheet is known by name to whoever reads it. */
  async #note(): Promise<void> {
    const { audience, photo, gallery } = this.asked
    if (audience !== 'shared') return
    const standing = await this.#standing()
    const guest = standing?.state.guests.get(standing.viewer.person)
    const on = standing?.state.photos.get(photo)
    if (!standing || !guest || guest.staff || guest.wrote || !on || !writesSheet(standing.viewer, standing.state, on, audience)) return
    const command = { type: 'guest:wrote', person: guest.id } as const
    await this.#at.deps.galleries.perform({ gallery, by: null, commandId: null, command })
  }

  /** The ids a program chose for itself become its person's; ids of others end the connection. */
  async #claim(bytes: Uint8Array): Promise<RefusalCode | null> {
    const decoded = decodePush(ownBytes(bytes))
    if (!decoded) return 'malformed'
    for (const client of new Set(decoded.structs.map(({ id }) => id.client))) {
      if (this.#claimed.has(client)) continue
      if (this.#claimed.size >= clientsPerConnection) return 'too-many'
      if (!(await this.#at.sheets.claim(this.#at.guest.person, client))) return 'stale'
      this.#claimed.add(client)
    }
    return null
  }

  /** Programs repeat what they heard of others; only what they say of themselves counts, under their true name. */
  async #aware(states: readonly AwarenessState[]): Promise<void> {
    const { person, name } = this.#at.guest
    const own: AwarenessState[] = []
    for (const state of states) {
      if (state.json.length > presenceBytes) continue
      if (!(await this.#isOwn(state.client, states.length))) continue
      const json = stamped(state.json, { id: person, name })
      if (json === null) return this.end('malformed')
      own.push({ ...state, json })
    }
    this.#room?.say(this, own)
  }

  async #isOwn(client: number, among: number): Promise<boolean> {
    if (this.#claimed.has(client)) return true
    // Among others it is an echo; a program introduces itself alone.
    if (among > 1 || this.#claimed.size > 0 || !(await this.#at.sheets.claim(this.#at.guest.person, client))) return false
    this.#claimed.add(client)
    return true
  }

  #send(bytes: Uint8Array): void {
    const { socket } = this.#at
    if (this.#ended || socket.readyState !== socket.OPEN) return
    if (socket.bufferedAmount > outboxHardBytes) this.end('retry')
    else socket.send(bytes)
  }
}

/** Close code for a sheet one may not read, and alike for one that does not exist. */
const denied = 4403

/** Says why, then closes with the code that tells stock programs whether to come back. */
export function deny(socket: WebSocket, code: RefusalCode): void {
  const { sentence } = refusals[code]
  const close = code === 'not-found' ? denied : refusals[code].close
  if (socket.readyState === socket.OPEN && close >= 4400 && close < 4500) socket.send(deniedMessage(sentence))
  socket.close(close, code)
}

/** Null if the state vector cannot be read. */
function difference(state: Uint8Array, stateVector: Uint8Array): Uint8Array | null {
  try {
    return Y.diffUpdate(state, stateVector)
  } catch {
    return null
  }
}

/** The state with its `user` replaced by who it truly is; null if it is no state. */
function stamped(json: string, user: { readonly id: string; readonly name: string }): string | null {
  try {
    const state: unknown = JSON.parse(json)
    if (state === null) return 'null'
    if (typeof state !== 'object' || Array.isArray(state)) return null
    return JSON.stringify({ ...state, user })
  } catch {
    return null
  }
}
