/** A random session in the scripted gallery: words, marks, hides, shows and every change of who may see what. */
import type { SessionCommand } from '../../common/gallery/session-commands.ts'
import {
  type CommentId,
  type DecisionId,
  type PhotoId,
  type SessionId,
  type SheetId,
  sheetIdOf,
  type TopicId,
  type VoteId,
} from '../../common/ids.ts'
import type { SheetCommand } from '../../common/sheet/commands.ts'
import { seesPhoto, shares, type Word, type World } from './byte-oracle.ts'
import { gallery, id, link, photo, scene, visitor } from './gallery-house.ts'
import { listStep } from './list-session.ts'
import type { SocketClient } from './socket-client.ts'
import { viewStep } from './view-session.ts'

export class Session {
  readonly world: World
  readonly clients: readonly SocketClient[]
  readonly random: (below: number) => number
  #words = 0

  constructor(world: World, clients: readonly SocketClient[], random: (below: number) => number) {
    this.world = world
    this.clients = clients
    this.random = random
  }

  one<T>(list: readonly T[]): T {
    return list[this.random(list.length)] as T
  }

  /** Does one random thing to the world and to the gallery. */
  async step(): Promise<void> {
    const kinds = [
      'word',
      'word',
      'word',
      'mark',
      'mark',
      'hide',
      'show',
      'scene',
      'private',
      'mode',
      'link',
      'presence',
      'back',
      'race',
      'table',
      'table',
      'list',
      'pick',
      'pick',
      'send',
      'view',
    ] as const
    const kind = this.one(kinds)
    if (kind === 'race') await Promise.all([this.word(), this.mark(), this.word(), this.hide(true), this.mark(), this.word(), this.mark()])
    else if (kind === 'word') await this.word()
    else if (kind === 'mark') await this.mark()
    else if (kind === 'hide' || kind === 'show') await this.hide(kind === 'hide')
    else if (kind === 'presence') this.presence()
    else if (kind === 'back') await this.comeOrGo()
    else if (kind === 'table') await this.table()
    else if (kind === 'list' || kind === 'pick' || kind === 'send') await listStep(this, kind)
    else if (kind === 'view') await viewStep(this)
    else await this.change(kind)
  }

  async word(): Promise<void> {
    const place = this.place()
    if (!place) return
    const token = `words-${++this.#words}-`
    const word: Word = { token, photo: place.n, audience: place.audience }
    this.world.words.push(word)
    const command: SheetCommand = {
      type: 'comment:add',
      id: id<CommentId>('comment', this.#words),
      body: token,
      parent: null,
      place: null,
      version: null,
      drawing: null,
      mentions: [],
    }
    await place.client.write(sheetOf(word), command)
  }

  async mark(): Promise<void> {
    const place = this.place()
    const stars = this.random(6) as 0 | 1 | 2 | 3 | 4 | 5
    if (place) await place.client.write(sheetOf({ token: '', photo: place.n, audience: place.audience }), { type: 'mark:set', stars })
  }

  /** Somebody who sees a photo, and a sheet of it to write on. */
  place(): { client: SocketClient; n: number; audience: Word['audience'] } | null {
    const person = this.one(this.world.people)
    const client = this.clients[person.n]
    const n = 1 + this.random(9)
    if (!client?.socket.connected || !seesPhoto(this.world, person, n)) return null
    const audience = shares(this.world, person) ? 'shared' : person.n
    if (audience === 'shared') this.world.writers.set(n, new Set([...(this.world.writers.get(n) ?? []), person.n]))
    return { client, n, audience }
  }

  async hide(hide: boolean): Promise<void> {
    const by = this.one([0, 1])
    const n = 1 + this.random(9)
    const sees = this.world.people[by]
    if (!sees || !this.clients[by]?.socket.connected || !seesPhoto(this.world, sees, n)) return
    if (by > 0 && hide) this.world.hiders.add(by)
    if (hide) this.world.hidden.add(n)
    else this.world.hidden.delete(n)
    await this.clients[by]?.do({ type: hide ? 'photo:hide' : 'photo:show', photos: [photo(n)] })
  }

  async change(kind: 'scene' | 'private' | 'mode' | 'link'): Promise<void> {
    const { world } = this
    const staff = this.clients[0]
    if (kind === 'scene') {
      const n = 1 + this.random(3)
      const hiddenFor = this.one([[], [], ['guestLink'], ['invited', 'guestLink'], ['mainClient']] as const)
      world.hiddenFor.set(n, hiddenFor)
      await staff?.do({ type: 'scene:change', id: scene(n), hiddenFor: [...hiddenFor] })
    } else if (kind === 'private') {
      world.private = !world.private
      await staff?.do({ type: 'gallery:change', private: world.private })
    } else if (kind === 'mode') {
      world.mode = this.one(['private', 'clientTeam', 'collaborative', 'collaborative'] as const)
      await staff?.do({ type: 'gallery:change', feedback: world.mode })
    } else {
      const person = this.one(world.people.slice(3))
      person.scenes = this.one([[1], [1, 2], [3], [2, 3], 'all'] as const)
      await staff?.do({ type: 'link:change', id: link(person.n), scenes: person.scenes === 'all' ? 'all' : person.scenes.map(scene) })
    }
  }

  /** Somebody brings a photo up, asks, votes or decides: refused where they may not. */
  async table(): Promise<void> {
    const person = this.one(this.world.people)
    const client = this.clients[person.n]
    const n = 1 + this.random(9)
    if (!client?.socket.connected || !seesPhoto(this.world, person, n)) return
    const text = `table-${++this.#words}-`
    const command = tableCommand(this.random(8), { number: this.#words, photo: photo(n), text })
    if ('text' in command || 'question' in command || 'note' in command) this.world.table.push({ token: text, photo: n, by: person.n })
    await client.do(command)
  }

  /** Somebody opens a photo they see, alone or beside others, points there and zooms. */
  presence(): void {
    const person = this.one(this.world.people)
    const socket = this.clients[person.n]?.socket
    const seen = [1, 2, 3, 4, 5, 6, 7, 8, 9].filter((n) => seesPhoto(this.world, person, n)).map(photo)
    if (seen.length === 0 || !socket?.connected) return
    const laid = [...new Set([this.one(seen), this.one(seen), this.one(seen), this.one(seen)])]
    const [first, last] = [laid[0] ?? null, laid.at(-1) ?? null]
    const manner = this.one(['compare', 'survey', null] as const)
    if (!manner || !last) return void socket.emit('presence:say', { gallery, photo: first, side: null, pointer: [0.5, 0.5] })
    const side = { manner, photos: laid, dropped: manner === 'survey' ? laid.slice(0, this.random(laid.length)) : [] }
    socket.emit('presence:say', { gallery, photo: last, side, pointer: [0.5, 0.5], on: last, parts: [[last, [0.25, 0.25, 0.5, 0.5]]] })
  }

  /** Somebody goes, or who went comes back: from what they still hold, or from the beginning. */
  async comeOrGo(): Promise<void> {
    const away = this.clients.filter(({ socket }) => !socket.connected)
    if (away.length === 0) return this.one(this.clients.slice(1)).close()
    await this.comeBack(this.one(away))
  }

  async comeBack(client: SocketClient): Promise<void> {
    await client.connect()
    const joined = await client.join(this.random(4) > 0)
    if (!joined.ok) throw new Error(joined.refusal.code)
  }
}

const sheetOf = ({ photo: n, audience }: Word): SheetId =>
  sheetIdOf(photo(n), typeof audience === 'number' ? `person:${visitor(audience)}` : audience)

function tableCommand(kind: number, { number, photo, text }: { number: number; photo: PhotoId; text: string }): SessionCommand {
  const vote = id<VoteId>('vote', number)
  if (kind === 0) return { type: 'session:start', id: id<SessionId>('session', 1) }
  if (kind < 3) return { type: 'topic:add', id: id<TopicId>('topic', number), photo, text }
  if (kind < 5) return { type: 'vote:open', id: vote, photo, question: text }
  if (kind === 5) return { type: 'decision:add', id: id<DecisionId>('decision', number), photo, verdict: 'kept', note: text }
  // A vote among the last few: most are there.
  const last = id<VoteId>('vote', Math.max(1, number - 1 - (number % 3)))
  return kind === 6 ? { type: 'vote:cast', id: last, choice: 'unsure' } : { type: 'vote:reveal', id: last }
}

/** mulberry32. */
export function randomOf(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}
