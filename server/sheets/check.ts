/** Static check of a push: every struct is looked at before the document is touched. What it writes is judged later, by its effect. */
import * as Y from 'yjs'
import { catchUpBytes, clientsPerPush, deleteRangesPerPush, maxClock, pushBytes, structsPerPush } from '../../common/limits.ts'
import type { RefusalCode } from '../../common/refusals.ts'
import { roots } from '../../common/sheet/shape.ts'
import { type Decoded, type DeleteRange, decodePush, ownBytes, type Struct } from './decode.ts'
import { isKey, isPlain } from './plain.ts'

export interface CheckAsk {
  readonly doc: Y.Doc
  readonly bytes: Uint8Array
  readonly catchUp: boolean
  /** Whether this Yjs client id belongs to whoever pushes. */
  owns(client: number): boolean
}
/**
 * `ends`: the state of every client that writes, once the push is applied. `raced`: a mark was set without knowledge of the one that stands,
 * as by two pages of one person; a mark is one value, so taking it would lose what the other page set. So it is with a drawing that its author
 * moves while staff hide it.
 */
export type Checked =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly ends: ReadonlyMap<number, number>; readonly raced: Raced | null }
  | { readonly ok: false; readonly code: RefusalCode }

/** Roots whose entries are one value each, set by more than one page or person. */
type Raced = 'marks' | 'drawings'

/** A catch-up of a program that keeps its own document repeats all deletions it knows. */
const catchUpDeleteRanges = 8 * deleteRangesPerPush

const no = (code: RefusalCode): Checked => ({ ok: false, code })

export function check({ doc, bytes, catchUp, owns }: CheckAsk): Checked {
  if (bytes.length > (catchUp ? catchUpBytes : pushBytes)) return no('too-large')
  const own = ownBytes(bytes)
  const decoded = decodePush(own)
  if (!decoded) return no('malformed')
  if (decoded.structs.length > structsPerPush) return no('too-large')
  if (decoded.deletes.length > (catchUp ? catchUpDeleteRanges : deleteRangesPerPush)) return no('too-large')
  const walk = new Walk(doc, decoded)
  const code = walk.structs(owns, catchUp) ?? walk.deletes()
  return code ? no(code) : { ok: true, bytes: own, ends: walk.ends, raced: walk.raced }
}

/** A type, named by its root or its item, and the key in it; null in a text. */
interface Place {
  readonly parent: string
  readonly key: string | null
}

const idName = ({ client, clock }: Y.ID): string => `${client}:${clock}`

function nameOf(doc: Y.Doc, type: Y.AbstractType<unknown>): string {
  if (type._item) return idName(type._item.id)
  return roots.find((root) => doc.share.get(root) === type) ?? ''
}

/** One look at all structs of a push, in their order. */
class Walk {
  readonly ends = new Map<number, number>()
  raced: Raced | null = null
  readonly #doc: Y.Doc
  readonly #decoded: Decoded
  readonly #written = new Map<number, Y.Item[]>()
  /** Items of the push whose place is being looked up: two may name each other. */
  readonly #visited = new Set<Y.Item>()

  constructor(doc: Y.Doc, decoded: Decoded) {
    this.#doc = doc
    this.#decoded = decoded
    for (const struct of decoded.structs) {
      if (!(struct instanceof Y.Item)) continue
      const items = this.#written.get(struct.id.client)
      if (items) items.push(struct)
      else this.#written.set(struct.id.client, [struct])
    }
  }

  structs(owns: (client: number) => boolean, catchUp: boolean): RefusalCode | null {
    let last: number | null = null
    for (const struct of this.#decoded.structs) {
      const { client, clock } = struct.id
      const known = this.ends.get(client)
      // One section for each client: of two, Yjs would read the second only.
      if (known !== undefined && client !== last) return 'malformed'
      if (known === undefined && this.ends.size === clientsPerPush) return 'too-large'
      if (struct.length < 1 || clock + struct.length >= maxClock) return 'malformed'
      if (!owns(client)) return 'not-yourself'
      if (known === undefined ? clock > this.#state(client) : clock !== known) return 'stale'
      const code = this.#struct(struct, catchUp) ?? (struct instanceof Y.Item ? this.#restHolds(struct) : null)
      if (code) return code
      if (struct instanceof Y.Item && clock >= this.#state(client)) this.raced ??= this.#races(struct)
      this.ends.set(client, clock + struct.length)
      last = client
    }
    for (const [client, end] of this.ends) this.ends.set(client, Math.max(end, this.#state(client)))
    return null
  }

  /** A new mark or drawing beside, not after, the one that stands. */
  #races({ parent, parentSub, origin }: Y.Item): Raced | null {
    if (typeof parent === 'string') {
      return isRaced(parent) && parentSub !== null && this.#doc.getMap(parent)._map.has(parentSub) ? parent : null
    }
    if (!origin || parent !== null || origin.clock >= this.#state(origin.client)) return null
    const place = this.#placeOf(origin)
    if (!place || place.key === null || !isRaced(place.parent)) return null
    const standing = this.#doc.getMap(place.parent)._map.get(place.key)?.lastId
    return standing !== undefined && !Y.compareIDs(standing, origin) ? place.parent : null
  }

  deletes(): RefusalCode | null {
    let last: DeleteRange | null = null
    for (const range of this.#decoded.deletes) {
      if (range.len < 1) return 'malformed'
      if (last?.client === range.client && range.clock < last.clock + last.len) return 'malformed'
      const end = this.ends.get(range.client) ?? this.#state(range.client)
      if (range.clock + range.len > end) return 'stale'
      last = range
    }
    return null
  }

  #state(client: number): number {
    return Y.getState(this.#doc.store, client)
  }

  #struct(struct: Struct, catchUp: boolean): RefusalCode | null {
    if (struct instanceof Y.Skip) return 'malformed'
    // Somebody's own work, deleted before it was ever sent.
    if (struct instanceof Y.GC) return catchUp ? null : 'malformed'
    if (!isContent(struct.content)) return 'malformed'
    if (struct.parentSub !== null && !isKey(struct.parentSub)) return 'malformed'
    if (typeof struct.parent === 'string') return rootHolds(struct.parent, struct) ? null : 'malformed'
    if (struct.parent instanceof Y.ID) return this.#parentHolds(struct, struct.parent)
    return this.#linksHold(struct)
  }

  /**
   * Of a struct that begins in what is known Yjs takes the rest, and puts it after the last known piece. That piece must stand where the
   * struct says it stands, or whoever loads the rest alone would put it elsewhere.
   */
  #restHolds(struct: Y.Item): RefusalCode | null {
    const { client, clock } = struct.id
    const known = this.#state(client)
    if (clock >= known || clock + struct.length <= known) return null
    const last = this.#placeOf(Y.createID(client, known - 1))
    const own = this.#writtenPlace(struct)
    if (!last || !own) return 'stale'
    return last.parent === own.parent && last.key === own.key ? null : 'malformed'
  }

  /**
   * A struct that says where it stands by its neighbours. In an entry it follows what it replaces and nothing follows it; in a text it
   * stands between two pieces of the same text. Anything else integrates differently from document to document.
   */
  #linksHold(struct: Y.Item): RefusalCode | null {
    const { origin, rightOrigin, content } = struct
    const links = [origin, rightOrigin].filter((link) => link !== null)
    if (links.length === 0) return 'malformed'
    if (!links.every((link) => this.#knows(struct, link))) return 'stale'
    const [left, right = left] = links.map((link) => this.#placeOf(link))
    if (left === undefined || right === undefined) return 'stale'
    if (left === null || right === null) return left === right ? null : 'malformed'
    if (left.parent !== right.parent || left.key !== right.key) return 'malformed'
    if (left.key === null) return isText(content) ? null : 'malformed'
    return rightOrigin === null && isField(content) ? null : 'malformed'
  }

  /** Where a known item stands: null if it is gone, undefined if it cannot be told. */
  #placeOf({ client, clock }: Y.ID): Place | null | undefined {
    if (clock >= this.#state(client)) return this.#writtenPlace(this.#find(client, clock))
    const item = Y.getItem(this.#doc.store, Y.createID(client, clock))
    if (!(item instanceof Y.Item)) return null
    const parent: unknown = item.parent
    if (!(parent instanceof Y.AbstractType)) return null
    return { parent: nameOf(this.#doc, parent), key: item.parentSub }
  }

  #writtenPlace(item: Y.Item | undefined): Place | null | undefined {
    if (!item || this.#visited.has(item)) return undefined
    if (typeof item.parent === 'string') return { parent: item.parent, key: item.parentSub }
    if (item.parent instanceof Y.ID) return { parent: idName(item.parent), key: item.parentSub }
    const link = item.origin ?? item.rightOrigin
    if (!link) return undefined
    this.#visited.add(item)
    const place = this.#placeOf(link)
    this.#visited.delete(item)
    return place
  }

  /** Already there, or written by this push; of the same client, earlier. */
  #knows(struct: Y.Item, { client, clock }: Y.ID): boolean {
    if (client === struct.id.client) return clock < struct.id.clock
    return clock < this.#state(client) || this.#find(client, clock) !== undefined
  }

  #find(client: number, clock: number): Y.Item | undefined {
    return this.#written.get(client)?.find((item) => item.id.clock <= clock && clock < item.id.clock + item.length)
  }

  #parentHolds(struct: Y.Item, parent: Y.ID): RefusalCode | null {
    if (!this.#knows(struct, parent)) return 'stale'
    const item = parent.clock < this.#state(parent.client) ? Y.getItem(this.#doc.store, parent) : this.#find(parent.client, parent.clock)
    // Written into something that is gone meanwhile: Yjs forgets it at once.
    if (item === undefined || item instanceof Y.GC || item.content instanceof Y.ContentDeleted) return null
    if (!(item.content instanceof Y.ContentType)) return 'malformed'
    const holder = item.content.type.constructor
    if (struct.parentSub === null) return holder === Y.Text && isText(struct.content) ? null : 'malformed'
    return holder === Y.Map && isField(struct.content) ? null : 'malformed'
  }
}

const isRaced = (name: string): name is Raced => name === 'marks' || name === 'drawings'
const isRoot = (name: string): name is (typeof roots)[number] => roots.some((root) => root === name)

function rootHolds(name: string, { parentSub, content }: Y.Item): boolean {
  if (!isRoot(name) || parentSub === null) return false
  if (content instanceof Y.ContentDeleted) return true
  return name === 'comments' ? content instanceof Y.ContentType && content.type.constructor === Y.Map : content instanceof Y.ContentAny
}

type Content = Y.Item['content']

const isText = (content: Content): boolean => content instanceof Y.ContentString || content instanceof Y.ContentDeleted

const isField = (content: Content): boolean =>
  content instanceof Y.ContentAny ||
  content instanceof Y.ContentDeleted ||
  (content instanceof Y.ContentType && content.type.constructor === Y.Text)

/** The four kinds a sheet is made of. */
function isContent(content: Content): boolean {
  if (content instanceof Y.ContentDeleted || content instanceof Y.ContentString) return true
  if (content instanceof Y.ContentAny) return content.arr.length === 1 && isPlain(content.arr[0])
  return content instanceof Y.ContentType && (content.type.constructor === Y.Map || content.type.constructor === Y.Text)
}
