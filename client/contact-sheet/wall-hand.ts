/** What clicks and keys on the wall do to the active photo and the selection: pure. */
import type { PhotoId } from '../../common/ids.ts'
import type { Layout } from './layout.ts'
import { between, type Direction, hanging, step } from './walk.ts'

export interface Held {
  readonly active: PhotoId | null
  readonly selected: ReadonlySet<PhotoId>
  /** Begun with a long press: taps add and take away until nothing is selected. */
  readonly gathering?: boolean
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
  if (held.gathering && !keys.shift) return gathered(held, photo)
  if (keys.command) return { active: photo, selected: toggled(held.selected, photo) }
  if (keys.shift && held.active) return { active: photo, selected: new Set([...held.selected, ...between(layout, held.active, photo)]) }
  return { active: photo, selected: one(photo) }
}

/** A long press: this photo comes to what is selected, or leaves it. */
export function gathered({ selected }: Pick<Held, 'selected'>, photo: PhotoId): Held {
  const next = toggled(selected, photo)
  return next.size > 0 ? { active: photo, selected: next, gathering: true } : { active: photo, selected: next }
}

/** An arrow key: moves; with Shift the selection grows by what is passed. */
export function moved(held: Held, direction: Direction, keys: Keys, layout: Layout): Held {
  const next = step(layout, held.active, direction)
  if (!next) return held
  if (!keys.shift || !held.active) return { active: next, selected: one(next) }
  return { active: next, selected: new Set([...held.selected, ...between(layout, held.active, next)]) }
}

export const everything = (held: Held, layout: Layout): Held => ({ active: held.active, selected: new Set(hanging(layout)) })

/** The active photo hangs no more: what hung after it is active, else what hung before. */
export function closedUp(held: Held, before: Layout, now: Layout): Held {
  if (!held.active || now.where.has(held.active) || !before.where.has(held.active)) return held
  const order = hanging(before)
  const at = order.indexOf(held.active)
  const stays = (photo: PhotoId) => now.where.has(photo)
  const active = order.slice(at + 1).find(stays) ?? order.slice(0, at).findLast(stays) ?? null
  return { ...held, active, selected: new Set([...held.selected].filter(stays)) }
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
}
export const directionOf = (key: string): Direction | null => directions[key] ?? null
