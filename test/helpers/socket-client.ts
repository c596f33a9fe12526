/** A small honest client of the socket door: follows the protocol by the letter and keeps every byte it was sent. */
import { io, type Socket } from 'socket.io-client'
import * as Y from 'yjs'
import type { GalleryCommand } from '../../common/gallery/commands.ts'
import { type CommandId, type GalleryId, type PersonId, type PhotoId, parseSheetId, type SheetId } from '../../common/ids.ts'
import { decodeFrame } from '../../common/protocol/bundle.ts'
import type { Answer, ClientToServer, Joined, PresenceState, PushAnswer, ServerToClient, ToldFrame } from '../../common/protocol/live.ts'
import * as parser from '../../common/protocol/parser.ts'
import { goneIn, heard } from '../../common/protocol/presence.ts'
import type { Refusal } from '../../common/result.ts'
import type { SheetCommand } from '../../common/sheet/commands.ts'
import { edit } from '../../common/sheet/edit.ts'
import { readSheet } from '../../common/sheet/read.ts'
import type { SheetContent } from '../../common/sheet/shape.ts'
import type { Seen } from '../../common/visibility/seen.ts'
import { fold } from '../../common/visibility/told.ts'
import type { Subject } from '../../common/visibility/view-as.ts'
import { gallery, id } from './gallery-house.ts'
import { plainJoined, plainPiece } from './unpacked.ts'

let commands = 0
export const newCommand = (): CommandId => id<CommandId>('command', ++commands)

interface Held {
  doc: Y.Doc
  sub: number
}

export class SocketClient {
  readonly socket: Socket<ServerToClient, ClientToServer>
  readonly person: PersonId
  readonly gallery: GalleryId
  /** Raw messages as they came over the wire, with their place in time; what was gzipped also as it was before. */
  readonly received: { readonly order: number; readonly bytes: Buffer }[] = []
  readonly sheets = new Map<SheetId, Held>()
  readonly toldFrames: ToldFrame[] = []
  readonly here = new Map<string, PresenceState>()
  /** Everything noticed, in order, for asserting what came before what. */
  readonly log: string[] = []
  seen: Seen = new Map()
  readonly sees = (key: string): boolean => this.seen.has(key)
  joined: Joined | null = null
  closed: Refusal | null = null
  behind = 0
  gaps = 0
  readonly #note = (bytes: Buffer) => void this.received.push({ order: this.received.length, bytes })
  #view = { id: '', n: 0 }
  #self = { id: '', n: 0 }
  #client = 0
  /** Told to join again: what still comes is not for what is held. */
  #apart = false
  #photoSubs = new Map<PhotoId, number>()
  #joinSub = 0

  /** `as`: as whom this person looks. */
  constructor(url: string, person: PersonId, at: GalleryId = gallery, as: Subject | null = null) {
    this.person = person
    this.gallery = at
    this.socket = io(url, {
      path: '/live',
      transports: ['websocket'],
      parser,
      extraHeaders: { 'x-person': person },
      auth: as === null ? {} : { as },
      reconnection: false,
      forceNew: true,
      autoConnect: false,
    })
    this.#listen()
  }

  async connect(): Promise<this> {
    await new Promise<void>((done, fail) => {
      this.socket.once('connect', () => done())
      this.socket.once('connect_error', fail)
      this.socket.connect()
      this.socket.io.engine?.on('data', (data: string | ArrayBuffer | Buffer) => {
        this.#note(typeof data === 'string' ? Buffer.from(data) : Buffer.from(data as ArrayBuffer))
      })
    })
    return this
  }

  /** Joins, from the beginning or from what is still held. */
  join(have = false): Promise<Answer<Joined>> {
    const ask = { gallery: this.gallery, protocol: 1, app: 'test', ...(have ? { have: { view: this.#view, self: this.#self } } : {}) }
    // In the callback itself: pieces and frames may follow within the same tick.
    return new Promise((done, fail) => {
      this.socket.timeout(10_000).emit('gallery:join', ask, (late, given) => {
        if (late) return fail(late)
        const answer = plainJoined(given, this.#note)
        if (answer.ok) this.#enter(answer)
        done(answer)
      })
    })
  }

  #enter(answer: Joined): void {
    this.#apart = false
    this.#joinSub = answer.sub
    this.#client = answer.clients.first
    if (answer.snapshot) {
      this.seen = new Map(answer.snapshot.map((record) => [`${record.kind}:${record.id}`, record]))
      this.sheets.clear()
    } else for (const held of this.sheets.values()) held.sub = answer.sub
    this.#photoSubs.clear()
    this.#view = { ...answer.view }
    this.#self = answer.self ? { ...answer.self } : this.#self
    this.here.clear()
    for (const state of answer.here) this.here.set(state.seat, state)
    this.joined = answer
  }

  async start(): Promise<this> {
    await this.connect()
    const answer = await this.join()
    if (!answer.ok) throw new Error(answer.refusal.code)
    return this
  }

  do(command: GalleryCommand, commandId: string = newCommand()): Promise<Answer<{ readonly rev: number }>> {
    return this.socket.timeout(10_000).emitWithAck('gallery:do', { gallery: this.gallery, id: commandId, command })
  }

  /** Edits the document here and pushes what changed. */
  async write(sheet: SheetId, command: SheetCommand, key: PersonId | 'house' = this.person): Promise<PushAnswer> {
    const held = this.#hold(sheet)
    held.doc.clientID = this.#client
    let bytes: Uint8Array | null = null
    const take = (update: Uint8Array) => {
      bytes = update
    }
    held.doc.on('update', take)
    edit(held.doc, command, { person: this.person, key, at: this.joined?.now ?? 0 })
    held.doc.off('update', take)
    if (!bytes) return { ok: true }
    const answer = await this.push(sheet, held.sub, bytes)
    if (!answer.ok && answer.state && answer.sub !== undefined) {
      this.#replace(sheet, answer.state, answer.sub)
      this.#client = answer.client ?? this.#client
    }
    return answer
  }

  push(sheet: SheetId, sub: number, bytes: Uint8Array): Promise<PushAnswer> {
    return this.socket.timeout(10_000).emitWithAck('sheet:push', { gallery: this.gallery, sheet, sub, bytes })
  }

  subOf(sheet: SheetId): number {
    return this.#hold(sheet).sub
  }

  content(sheet: SheetId): SheetContent | null {
    const held = this.sheets.get(sheet)
    return held ? readSheet(held.doc) : null
  }

  text(): string {
    return Buffer.concat(this.received.map(({ bytes }) => bytes)).toString('latin1')
  }

  close(): void {
    this.socket.disconnect()
  }

  #listen(): void {
    this.socket.on('gallery:told', (frame) => this.#told(frame))
    this.socket.on('sheet:bundle', (bytes) => {
      const { sheets } = decodeFrame(plainPiece(bytes, this.#note))
      for (const one of sheets) this.#replace(one.sheet, one.bytes, this.#joinSub)
    })
    this.socket.on('sheet:frame', (bytes) => this.#frame(bytes))
    this.socket.on('gallery:closed', ({ refusal }) => {
      this.closed = refusal
      this.log.push('closed')
    })
    this.socket.on('gallery:behind', () => {
      this.behind++
      this.log.push('behind')
      this.#apart = true
      void this.join(true).catch(() => undefined)
    })
    this.socket.on('gallery:mine', ({ mine }) => Object.assign(this.joined ?? {}, { mine }))
    this.socket.on('presence:frame', (frame) => {
      for (const seat of goneIn(frame, this.here.keys())) this.here.delete(seat)
      for (const state of frame.changed) this.here.set(state.seat, heard(state, this.here.get(state.seat)))
    })
  }

  #told(frame: ToldFrame): void {
    if (this.#apart) return
    if (frame.view) this.#view = { id: frame.view, n: frame.n }
    else this.#count(this.#view, frame.n)
    this.toldFrames.push(frame)
    this.log.push('told')
    this.seen = fold(this.seen, frame.changes)
    for (const change of frame.changes) {
      if (change.type === 'removed' && change.kind === 'photo') this.#dropPhoto(change.id as PhotoId)
      if (change.type === 'added' && change.record.kind === 'photo' && frame.sub) this.#photoSubs.set(change.record.id, frame.sub)
    }
  }

  #frame(bytes: Uint8Array): void {
    if (this.#apart) return
    const frame = decodeFrame(bytes)
    if (frame.n > 0) this.#count(frame.channel === 'view' ? this.#view : this.#self, frame.n)
    this.log.push('frame')
    for (const one of frame.sheets) {
      if (one.form === 'state') this.#replace(one.sheet, one.bytes, frame.sub)
      else Y.applyUpdate(this.#hold(one.sheet).doc, one.bytes)
    }
  }

  #count(position: { n: number }, n: number): void {
    if (n !== position.n + 1) {
      this.gaps++
      this.log.push(`gap ${position.n} -> ${n}`)
    }
    position.n = n
  }

  #hold(sheet: SheetId): Held {
    const known = this.sheets.get(sheet)
    if (known) return known
    const photo = parseSheetId(sheet)?.photo
    const sub = (photo && this.#photoSubs.get(photo)) ?? this.#joinSub
    const held = { doc: new Y.Doc({ guid: sheet }), sub }
    this.sheets.set(sheet, held)
    return held
  }

  #replace(sheet: SheetId, state: Uint8Array, sub: number): void {
    const doc = new Y.Doc({ guid: sheet })
    Y.applyUpdate(doc, state)
    this.sheets.set(sheet, { doc, sub })
  }

  #dropPhoto(photo: PhotoId): void {
    for (const sheet of this.sheets.keys()) if (parseSheetId(sheet)?.photo === photo) this.sheets.delete(sheet)
  }
}

/** Waits until something holds; fails after twenty seconds. */
export async function until(holds: () => boolean, what = 'what was waited for'): Promise<void> {
  const end = Date.now() + 20_000
  while (!holds()) {
    if (Date.now() > end) throw new Error(`never came: ${what}`)
    await new Promise((later) => setTimeout(later, 5))
  }
}
