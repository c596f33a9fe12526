/** Updates nobody honest would send: honest ones damaged, structures at random, and forbidden edits made with Yjs itself. */
import type * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { PersonId } from '../../common/ids.ts'
import { roots } from '../../common/sheet/shape.ts'
import { any, gc, item, kind, number, skip, text, typeRef, update } from '../server/sheets/raw.ts'
import { album, full, sent, start, version } from '../server/sheets/studio.ts'
import type { Chance } from './chance.ts'

export interface Surroundings {
  readonly chance: Chance
  /** The sheet as the server has it. */
  readonly doc: Y.Doc
  readonly me: PersonId
  readonly client: number
  readonly people: readonly PersonId[]
}

/** An honest update with something broken in it. */
export function damaged({ chance }: Surroundings, honest: Uint8Array, other: Uint8Array): Uint8Array {
  const bytes = [...honest]
  const at = () => chance.int(Math.max(1, bytes.length))
  for (let n = 1 + chance.int(4); n > 0; n--) {
    switch (chance.int(6)) {
      case 0:
        bytes[at()] = chance.int(256)
        break
      case 1:
        bytes[at()] = ((bytes[at()] ?? 0) ^ (1 << chance.int(8))) & 0xff
        break
      case 2:
        bytes.splice(at(), 1 + chance.int(3))
        break
      case 3:
        bytes.splice(at(), 0, chance.int(256))
        break
      case 4:
        bytes.splice(at(), chance.int(8), ...other.slice(chance.int(other.length), chance.int(other.length)))
        break
      default:
        bytes[at()] = (bytes[at()] ?? 0) + chance.int(3) - 1
    }
  }
  return new Uint8Array(bytes)
}

/** Structs at random around what really stands on the sheet. */
export function random(around: Surroundings): Uint8Array {
  const { chance, doc, client } = around
  const own = Y.getState(doc.store, client)
  const count = chance.int(4)
  const structs = Array.from({ length: count }, () => randomStruct(around))
  const writer = chance.flip(0.9) ? client : (someId(around)?.[0] ?? 1)
  const clock = chance.flip(0.9) ? (writer === client ? own : Y.getState(doc.store, writer)) : chance.int(own + 5)
  const deletes = chance.flip() ? [] : Array.from({ length: 1 + chance.int(2) }, () => randomRange(around))
  return update({ clients: count > 0 ? [{ client: writer, clock, structs }] : [], deletes })
}

function randomRange({ chance, doc }: Surroundings): { client: number; ranges: (readonly [number, number])[] } {
  const client = chance.pickFrom([...doc.store.clients.keys()]) ?? 1
  const state = Y.getState(doc.store, client)
  const from = chance.int(state + 1)
  return { client, ranges: [[from, chance.flip(0.9) ? 1 + chance.int(Math.max(1, state - from)) : chance.int(1_000)]] }
}

function someId({ chance, doc }: Surroundings): readonly [number, number] | null {
  const client = chance.pickFrom([...doc.store.clients.keys()])
  return client === undefined ? null : [client, chance.int(Y.getState(doc.store, client) + (chance.flip(0.05) ? 3 : 0))]
}

function randomKey({ chance, doc, me, people }: Surroundings): string {
  const known = roots.flatMap((root) => [...doc.getMap(root).keys()])
  const fields = ['body', 'author', 'at', 'deleted', 'resolved', 'edited', 'mentions', '__proto__', 'x']
  const picks = [album, full, sent].flatMap((selection) => [`${selection}/${me}`, `${selection}/${people[0]}`])
  return chance.pickFrom([me, ...people, ...known, ...picks, ...fields]) ?? me
}

function randomStruct(around: Surroundings) {
  const { chance } = around
  if (chance.flip(0.05)) return chance.flip() ? gc(1 + chance.int(5)) : skip(1 + chance.int(5))
  const content = randomContent(around)
  const links = {
    ...(chance.flip(0.3) ? { origin: someId(around) ?? ([around.client, 0] as const) } : {}),
    ...(chance.flip(0.2) ? { right: someId(around) ?? ([around.client, 0] as const) } : {}),
  }
  const parent = chance.flip(0.6) ? chance.pick([...roots, 'other'] as const) : (someId(around) ?? 'marks')
  return item({ ...content, ...links, parent, ...(chance.flip(0.85) ? { sub: randomKey(around) } : {}) })
}

function randomContent(around: Surroundings): { kind: number; content: (encoder: encoding.Encoder) => void } {
  const { chance } = around
  switch (chance.int(10)) {
    case 0:
      return { kind: kind.string, content: text(chance.pick(['x', 'forged', '']) as string) }
    case 1:
      return { kind: kind.deleted, content: number(chance.int(5)) }
    case 2:
    case 3:
      return { kind: kind.type, content: number(chance.pickFrom(Object.values(typeRef).filter((ref) => ref < 3)) ?? 1) }
    case 4:
      return { kind: kind.embed, content: text('{}') }
    default:
      return { kind: kind.any, content: any(randomValue(around)) }
  }
}

function randomValue({ chance, me, people }: Surroundings): unknown {
  const who = chance.flip(0.7) ? me : (chance.pickFrom(people) ?? me)
  const at = chance.flip(0.8) ? start : start + 10 ** chance.int(14)
  switch (chance.int(7)) {
    case 0:
      return { flag: 'pick', label: null, stars: chance.int(8), favourite: false, by: who, at }
    case 1:
      return { by: who, at }
    case 2:
      return {
        author: who,
        at,
        version,
        tool: 'pen',
        colour: null,
        width: 0.1,
        points: new Uint8Array(4),
        pressure: new Uint8Array(),
        text: null,
        hidden: chance.flip(),
      }
    case 3:
      return chance.pickFrom(['', who, start])
    case 4:
      return { by: who, at, more: [[[[1]]]] }
    case 5:
      return null
    default:
      return chance.flip() ? [] : { flag: 'reject', label: 'red', stars: 5, favourite: true, by: who, at }
  }
}

/** A forbidden (or by chance allowed) edit made by a program that knows Yjs well. */
export function forged(around: Surroundings): Uint8Array {
  const { chance, doc, client } = around
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  copy.clientID = client
  const from = Y.encodeStateVector(copy)
  const sent: Uint8Array[] = []
  copy.on('update', (bytes: Uint8Array) => sent.push(bytes))
  copy.transact(() => {
    for (let n = 1 + chance.int(3); n > 0; n--) forgeOnce(around, copy)
  })
  if (chance.flip(0.1)) return Y.encodeStateAsUpdate(copy, from)
  return sent[0] ?? new Uint8Array([0, 0])
}

function forgeOnce(around: Surroundings, copy: Y.Doc): void {
  const { chance } = around
  const root = chance.pick(roots)
  const map = copy.getMap(root)
  const key = chance.pickFrom([...map.keys()]) ?? randomKey(around)
  if (key === '__proto__') return
  const value = map.get(key)
  switch (chance.int(8)) {
    case 7:
      if (value instanceof Y.Map)
        value.set(
          'mentions',
          [...around.people, 'nobody'].filter(() => chance.flip(0.4)),
        )
      break
    case 0:
      map.delete(key)
      break
    case 1:
      map.set(chance.flip() ? key : randomKey(around), randomValue(around))
      break
    case 2:
      if (value instanceof Y.Map) value.set(randomKey(around), randomValue(around))
      break
    case 3: {
      const body = value instanceof Y.Map ? value.get('body') : null
      if (body instanceof Y.Text) body.insert(chance.int(body.length + 1), 'forged')
      break
    }
    case 4: {
      const body = value instanceof Y.Map ? value.get('body') : null
      if (body instanceof Y.Text && body.length > 0) body.delete(chance.int(body.length), 1)
      break
    }
    case 5:
      map.set(key, twisted(around, value))
      break
    default:
      if (value instanceof Y.Map) map.set(randomKey(around), value.clone())
      else if (value !== undefined) map.set(randomKey(around), value)
  }
}

/** What stands, with one field as somebody else would like it. */
function twisted(around: Surroundings, value: unknown): unknown {
  const { chance, me, people } = around
  if (typeof value !== 'object' || value === null || value instanceof Y.AbstractType) return randomValue(around)
  const wishes = {
    author: chance.pickFrom(people) ?? me,
    at: start + chance.int(3),
    width: chance.int(3) / 4,
    points: new Uint8Array(4 * chance.int(3)),
    pressure: new Uint8Array(chance.int(3)),
    colour: chance.pick(['#0000ff', 'blue', null] as const),
    text: chance.pick(['forged', null] as const),
    tool: chance.pick(['line', 'pen', 'axe'] as const),
    hidden: chance.flip(),
    by: chance.pickFrom(people) ?? me,
  }
  const [field, wish] = chance.pickFrom(Object.entries(wishes)) ?? ['hidden', true]
  return { ...value, [field]: wish }
}
