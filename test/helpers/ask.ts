/** Asks `decide` in few words. Everything given is frozen: a decision that changes what it was given throws. */
import type { AnyCommand } from '../../common/gallery/commands.ts'
import { decide } from '../../common/gallery/decide.ts'
import type { Change, GalleryState } from '../../common/gallery/model.ts'
import { apply } from '../../common/gallery/state.ts'
import type { Viewer } from '../../common/visibility/viewer.ts'
import { staffViewer } from './sample-gallery.ts'

export const now = 1_000

export interface Asking {
  readonly viewer?: Viewer | null
  readonly at?: number
  readonly secret?: string
  readonly codeHash?: string | null
}

/** By default the photographer asks. */
export function ask(state: GalleryState, command: AnyCommand, { viewer = staffViewer(), at = now, ...secrets }: Asking = {}) {
  const by = viewer?.person ?? null
  return decide(frozen({ state, viewer, by, command, at, secret: 'fresh-secret', ...secrets }))
}

/** The changes; throws if it was refused. */
export function changes(state: GalleryState, command: AnyCommand, asking: Asking = {}): readonly Change[] {
  const decided = ask(state, command, asking)
  if (!decided.ok) throw new Error(`refused: ${decided.refusal.code} ${decided.refusal.detail ?? ''}`)
  return decided.value
}

/** The state afterwards; throws if it was refused. */
export function afterwards(state: GalleryState, command: AnyCommand, asking: Asking = {}): GalleryState {
  return apply(state, changes(state, command, asking))
}

/** `code` or `code detail`, or `done` with the number of changes. */
export function answer(state: GalleryState, command: AnyCommand, asking: Asking = {}): string {
  const decided = ask(state, command, asking)
  if (decided.ok) return `done ${decided.value.length}`
  return [decided.refusal.code, decided.refusal.detail].filter(Boolean).join(' ')
}

export const server: Asking = { viewer: null }

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  const inside: Iterable<unknown> = value instanceof Map ? value.values() : Object.values(value)
  for (const one of inside) frozen(one)
  return value
}
