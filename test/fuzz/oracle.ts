/**
 * The slow and obviously right judge: a throw-away document, everything as JSON before and after, the same policy on every difference.
 * It looks at nothing the server looks at: neither the update's structs nor what Yjs says has changed.
 */
import * as Y from 'yjs'
import { parseSheetId } from '../../common/ids.ts'
import { judge } from '../../common/sheet/rules.ts'
import { commentSchema, drawingSchema, markSchema, pickSchema } from '../../common/sheet/schema.ts'
import { roots } from '../../common/sheet/shape.ts'
import type { EntryChange } from '../../common/sheet/verdict.ts'
import type { Push } from '../../server/sheets/api.ts'

const schemas = { marks: markSchema, picks: pickSchema, comments: commentSchema, drawings: drawingSchema }

export interface OracleAsk {
  readonly before: Uint8Array
  readonly push: Push
  readonly now: number
  owns(client: number): boolean
}

/** Why this update may not stand, or null. */
export function whyNot({ before, push, now, owns }: OracleAsk): string | null {
  const was = load(before)
  const is = load(before)
  try {
    Y.applyUpdate(is, new Uint8Array(push.bytes))
  } catch (error) {
    return `throws ${error}`
  }
  if (is.store.pendingStructs || is.store.pendingDs) return 'something waits'
  for (const name of is.share.keys()) if (!roots.some((root) => root === name)) return `unknown root ${name}`
  for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(is))) {
    if (clock !== Y.getState(was.store, client) && !owns(client)) return `writes as ${client}`
  }
  return strange(is) ?? judged({ was, is, push, now })
}

function judged({ was, is, push, now }: { was: Y.Doc; is: Y.Doc; push: Push; now: number }): string | null {
  const place = parseSheetId(push.sheet)
  if (!place) return 'no sheet'
  const changes: EntryChange[] = []
  for (const root of roots) {
    const [from, to] = [plain(was, root), plain(is, root)]
    for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) {
      if (canonical(from[key]) !== canonical(to[key])) changes.push({ root, key, before: from[key], after: to[key] })
    }
  }
  if (changes.length === 0) return null
  const facts = {
    viewer: push.viewer,
    state: push.state,
    photo: place.photo,
    audience: place.audience,
    now,
    count: (root: (typeof roots)[number]) => is.getMap(root).size,
    comment: (key: string) => plain(is, 'comments')[key],
  }
  return judge(facts, changes)
}

/** Everything that could hide: list items in maps, types where values belong, formats, entries against their schema. */
function strange(doc: Y.Doc): string | null {
  for (const root of roots) {
    const map = doc.getMap(root)
    if (map._start !== null) return `list items in ${root}`
    for (const [key, value] of map.entries()) {
      if (root === 'comments' && !(value instanceof Y.Map && value._start === null && oddBody(value.get('body')) === null))
        return `odd comment ${key}`
      if (root !== 'comments' && value instanceof Y.AbstractType) return `a type in ${root}`
      if (!schemas[root].safeParse(plain(doc, root)[key]).success) return `${root}.${key} breaks its schema`
    }
  }
  return null
}

function oddBody(body: unknown): string | null {
  if (!(body instanceof Y.Text) || body._map.size > 0) return 'no text'
  return body.toDelta().every((piece: { insert?: unknown; attributes?: unknown }) => typeof piece.insert === 'string' && !piece.attributes)
    ? null
    : 'formats'
}

function plain(doc: Y.Doc, root: (typeof roots)[number]): Record<string, unknown> {
  const found: Record<string, unknown> = Object.create(null)
  for (const [key, value] of doc.getMap(root).entries()) found[key] = value instanceof Y.AbstractType ? value.toJSON() : value
  return found
}

/** JSON with its keys in order: maps come in any. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner) && !(inner instanceof Uint8Array)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) ?? 'nothing'

function load(bytes: Uint8Array): Y.Doc {
  const doc = new Y.Doc({ guid: 'oracle' })
  for (const root of roots) doc.getMap(root)
  Y.applyUpdate(doc, bytes)
  return doc
}
