/** People who do random but honest things to a sheet. */
import type { CommentId, DrawingId, PersonId } from '../../common/ids.ts'
import type { SheetCommand } from '../../common/sheet/commands.ts'
import { packPoints } from '../../common/sheet/geometry.ts'
import type { SheetContent } from '../../common/sheet/shape.ts'
import { album, id, version } from '../server/sheets/studio.ts'
import type { Chance } from './chance.ts'

let made = 0
const freshComment = () => id<CommentId>('c', `n${++made}`)
const freshDrawing = () => id<DrawingId>('d', `n${++made}`)

const words = ['lovely', 'too dark', 'crop, please', '👰 smiles', 'naïve', '', 'left hand', 'a'.repeat(40)] as const
const sentence = (chance: Chance): string => `${chance.pick(words)} ${chance.pick(words)} ${chance.int(100)}`

export interface Someone {
  readonly person: PersonId
  readonly staff: boolean
  readonly content: SheetContent
  /** Who may be called by name there. */
  readonly callable: readonly PersonId[]
}

/** A command this person may give on a sheet that holds `content`. */
export function honestCommand(chance: Chance, at: Someone): SheetCommand {
  const { person, staff, content } = at
  const calls = () => at.callable.filter(() => chance.flip(0.3))
  const ownComments = Object.values(content.comments).filter((comment) => comment.author === person && comment.deleted === null)
  const ownDrawings = Object.entries(content.drawings).flatMap(([key, drawing]) =>
    drawing.author === person || staff ? [key as DrawingId] : [],
  )
  const changeable = Object.entries(content.drawings).flatMap(([key, one]) => (one.author === person ? [key as DrawingId] : []))
  const resolvable = Object.values(content.comments).filter((comment) => staff || comment.author === person)
  const own = chance.pickFrom(ownComments)
  const drawing = chance.pickFrom(ownDrawings)
  const change = chance.pickFrom(changeable)
  const resolve = chance.pickFrom(resolvable)
  const firsts = Object.values(content.comments).filter((comment) => comment.parent === null)
  const choice = chance.int(15)
  if (choice >= 13 && !staff) return { type: chance.flip() ? 'pick:add' : 'pick:remove', selection: album }
  if (choice === 0 && own)
    return { type: 'comment:edit', id: own.id, body: sentence(chance), ...(chance.flip() ? { mentions: calls() } : {}) }
  if (choice === 1 && own) return { type: 'comment:delete', id: own.id }
  if (choice === 2 && resolve) return { type: 'comment:resolve', id: resolve.id, resolved: chance.flip() }
  if (choice === 3 && drawing) return { type: 'drawing:hide', id: drawing, hidden: chance.flip() }
  if (choice === 4 && drawing) return { type: 'drawing:delete', id: drawing }
  if (choice === 12 && change) return changeDrawing(chance, change)
  if (choice === 5) return addDrawing(chance)
  if (choice <= 7) {
    const parent = chance.flip() ? (chance.pickFrom(firsts)?.id ?? null) : null
    const place = chance.flip() ? ([chance.next(), chance.next()] as [number, number]) : null
    return { type: 'comment:add', id: freshComment(), body: sentence(chance), parent, place, version, drawing: null, mentions: calls() }
  }
  return markCommand(chance)
}

function markCommand(chance: Chance): SheetCommand {
  return {
    type: 'mark:set',
    ...(chance.flip() ? { flag: chance.pick(['pick', 'reject', null] as const) } : {}),
    ...(chance.flip() ? { label: chance.pick(['red', 'green', null] as const) } : {}),
    ...(chance.flip() ? { stars: chance.pick([0, 1, 2, 3, 4, 5] as const) } : {}),
    ...(chance.flip() ? { favourite: chance.flip() } : {}),
  }
}

function addDrawing(chance: Chance): SheetCommand {
  return {
    type: 'drawing:add',
    id: freshDrawing(),
    version,
    tool: chance.pick(['pen', 'arrow', 'pin'] as const),
    colour: chance.pick(['#ff0000', null] as const),
    width: 0.01,
    ...stroke(chance),
    text: null,
  }
}

function changeDrawing(chance: Chance, drawing: DrawingId): SheetCommand {
  return {
    type: 'drawing:change',
    id: drawing,
    ...(chance.flip() ? stroke(chance) : {}),
    ...(chance.flip() ? { colour: chance.pick(['#00ff00', null] as const) } : {}),
    ...(chance.flip() ? { width: (1 + chance.int(20)) / 1_000 } : {}),
    ...(chance.flip(0.2) ? { text: chance.pick(words) } : {}),
  }
}

function stroke(chance: Chance): { points: Uint8Array; pressure: Uint8Array } {
  const count = 1 + chance.int(6)
  return {
    points: packPoints(Array.from({ length: count }, () => [chance.next(), chance.next()] as const)),
    pressure: chance.flip() ? new Uint8Array(count) : new Uint8Array(),
  }
}
