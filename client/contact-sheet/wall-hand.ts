/** What clicks and keys on the wall do to the active photo and the selection: pure. */
import type { PhotoId } from '../../common/ids.ts'
import type { Layout } from './layout.ts'
import { between, type Direction, hanging, step } from './walk.ts'

export interface Held {
  readonly active: PhotoId | null
  readonly selected: ReadonlySet<PhotoId>
}
export interface Keys {
  readonly shift: boolean
  /** Ctrl, or Cmd. */
  readonly command: boolean
}

const one = (photo: PhotoId | null): ReadonlySet<PhotoId> => new Set(photo ? [photo] : [])

export function toggled(set: ReadonlySet<PhotoId>, photo: PhotoId): ReadonlySet<PhotoId> {
  const next = new Set(set)
  if (!next.delete(photo)) next.add(photo)
  return next
}

/** A click on a photo. */
export function pressed(held: Held, photo: PhotoId, keys: Keys, layout: Layout): Held {
  if (keys.command) return { active: photo, selected: toggled(held.selected, photo) }
  if (keys.shift && held.active) return { active: photo, selected: new Set([...held.selected, ...between(layout, held.active, photo)]) }
  return { active: photo, selected: one(photo) }
}

/** An arrow key: moves; with Shift the selection grows by what is passed. */
export function moved(held: Held, direction: Direction, keys: Keys, layout: Layout): Held {
  const next = step(layout, held.active, direction)
  if (!next) return held
  if (!keys.shift || !held.active) return { active: next, selected: one(next) }
  return { active: next, selected: new Set([...held.selected, ...between(layout, held.active, next)]) }
}

export const everything = (held: Held, layout: Layout): Held => ({ active: held.active, selected: new Set(hanging(layout)) })

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
}
export const directionOf = (key: string): Direction | null => directions[key] ?? null
