/** Saved views: everyone keeps their own, the team shares among itself, and who manages the gallery shares with everyone. */
import { viewsPerCircle } from '../limits.ts'
import { assertNever, done, type Refusal, refuse } from '../result.ts'
import { same } from '../same.ts'
import { mayManage } from '../visibility/rights.ts'
import { canEnter, isStaff } from '../visibility/see.ts'
import { type Asked, authorOf, type Decided } from './asked.ts'
import type { SavedView, ViewCircle, ViewCommand } from './saved-view.ts'
import { removed, written } from './state.ts'

export function decideViews(asked: Asked<ViewCommand>): Decided {
  const { command, viewer, state } = asked
  if (viewer && !canEnter(viewer, state)) return refuse('not-found')
  switch (command.type) {
    case 'view:save':
      return saveView({ ...asked, command })
    case 'view:remove':
      return removeView({ ...asked, command })
    default:
      return assertNever(command)
  }
}

type Of<Type extends ViewCommand['type']> = Asked<Extract<ViewCommand, { type: Type }>>

/** A view that is there is renamed, changed or shared; it stays its author's. */
function saveView(asked: Of<'view:save'>): Decided {
  const { state, command, at } = asked
  const { id, name, pairs, circle } = command
  const there = state.views.get(id)
  const refusal = (there && refusalToTouch(asked, there)) ?? refusalToPut(asked, circle)
  if (refusal) return { ok: false, refusal }
  const view: SavedView = { kind: 'view', id, name, pairs, circle, by: there?.by ?? authorOf(asked), at: there?.at ?? at }
  if (there && same(there, view)) return done([])
  const fellows = [...state.views.values()].filter((one) => one.id !== id && circleOf(one) === circleOf(view))
  if (fellows.length >= viewsPerCircle) return refuse('limit-reached', String(viewsPerCircle))
  return done([written(view)])
}

function removeView(asked: Of<'view:remove'>): Decided {
  const view = asked.state.views.get(asked.command.id)
  if (!view) return done([])
  const refusal = refusalToTouch(asked, view)
  return refusal ? { ok: false, refusal } : done([removed(view)])
}

/** Somebody else's own view is not there; a shared one belongs to whoever may share so. */
function refusalToTouch(asked: Asked<ViewCommand>, view: SavedView): Refusal | null {
  const { viewer } = asked
  if (!viewer) return null
  if (view.circle === 'me') return view.by === viewer.person ? null : { code: 'not-found' }
  if (!isStaff(viewer)) return { code: view.circle === 'team' ? 'not-found' : 'not-allowed' }
  return refusalToPut(asked, view.circle)
}

function refusalToPut({ viewer }: Asked<ViewCommand>, circle: ViewCircle): Refusal | null {
  if (!viewer || circle === 'me') return null
  const may = circle === 'team' ? isStaff(viewer) : mayManage(viewer)
  return may ? null : { code: 'not-allowed' }
}

const circleOf = ({ circle, by }: SavedView): string => (circle === 'me' ? by : 'shared')
