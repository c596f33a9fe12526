/** Lists added, changed, closed and removed: the studio's, with or without a request, and clients' own. */
import { given } from '../given.ts'
import { ownListsPerPerson, selectionsPerGallery } from '../limits.ts'
import { done, type Result, refuse } from '../result.ts'
import { same } from '../same.ts'
import { may, mayManage } from '../visibility/rights.ts'
import { canEnter, isStaff } from '../visibility/see.ts'
import { type Asked, authorOf, type Decided, type Of, refusalToManage } from './asked.ts'
import type { Selection, SelectionRequest } from './selection.ts'
import { removed, written } from './state.ts'

/** Staff who may change the gallery ask others; a client who may select keeps lists of their own. */
export function addSelection(asked: Of<'selection:add'>): Decided {
  const { state, command, at, viewer } = asked
  const refusal = refusalToAdd(asked)
  if (refusal) return refusal
  const { id, name, order } = command
  const owner = viewer && !isStaff(viewer) ? viewer.person : null
  const request: SelectionRequest | null = command.request && { ...command.request, reminder: null }
  const there = state.selections.get(id)
  const selection: Selection = {
    kind: 'selection',
    id,
    name,
    order,
    owner,
    request,
    closed: null,
    createdAt: there?.createdAt ?? at,
    createdBy: authorOf(asked),
  }
  if (there) return same(there, selection) ? done([]) : refuse('taken')
  const own = [...state.selections.values()].filter((one) => owner !== null && one.owner === owner).length
  if (own >= ownListsPerPerson) return refuse('limit-reached', String(ownListsPerPerson))
  if (state.selections.size >= selectionsPerGallery) return refuse('limit-reached', String(selectionsPerGallery))
  return done([written(selection)])
}

/** A request keeps its reminder; of a client's own list only the name and its place change. */
export function changeSelection(asked: Of<'selection:change'>): Decided {
  const found = selectionAsked(asked)
  if (!found.ok) return found
  const { name, order, request } = asked.command
  if (request !== undefined && found.value.owner !== null) return refuse('not-allowed')
  const reminder = found.value.request?.reminder ?? null
  const next: Selection = { ...found.value, ...given({ name, order, request: request && { ...request, reminder } }) }
  return done(same(found.value, next) ? [] : [written(next)])
}

export function closeSelection(asked: Of<'selection:close'>): Decided {
  const refusal = refusalToManage(asked)
  if (refusal) return refusal
  const selection = asked.state.selections.get(asked.command.id)
  if (!selection) return refuse('not-found')
  if ((selection.closed !== null) === asked.command.closed) return done([])
  return done([written({ ...selection, closed: asked.command.closed ? { by: authorOf(asked), at: asked.at } : null })])
}

/** The latest reminder stands; each is a new one, also with the same words. */
export function remindOfSelection(asked: Of<'selection:remind'>): Decided {
  const refusal = refusalToManage(asked)
  if (refusal) return refusal
  const selection = asked.state.selections.get(asked.command.id)
  if (!selection?.request) return refuse('not-found')
  const reminder = { by: authorOf(asked), at: asked.at, note: asked.command.note }
  return done([written({ ...selection, request: { ...selection.request, reminder } })])
}

/** With everything that was sent of it. Picks stay on their sheets, where nothing reads them any more. */
export function removeSelection(asked: Of<'selection:remove'>): Decided {
  const found = selectionAsked(asked)
  if (!found.ok) return found
  const { submissions, claims } = asked.state
  const of = [...submissions.values(), ...claims.values()].filter(({ selection }) => selection === found.value.id)
  return done([...of.map(removed), removed(found.value)])
}

function refusalToAdd({ viewer, state, command }: Of<'selection:add'>): Decided | null {
  if (!viewer || mayManage(viewer)) return null
  if (!canEnter(viewer, state)) return refuse('not-found')
  return command.request === null && !isStaff(viewer) && may(viewer, state, 'select') ? null : refuse('not-allowed')
}

/** The list, if the asker may change it. A list one does not own is answered like one that is not there. */
function selectionAsked({ viewer, state, command }: Asked & { readonly command: { readonly id: Selection['id'] } }): Result<Selection> {
  const selection = state.selections.get(command.id)
  if (viewer && !canEnter(viewer, state)) return refuse('not-found')
  if (viewer && isStaff(viewer) && !mayManage(viewer)) return refuse('not-allowed')
  const owns =
    !viewer || mayManage(viewer) || (selection !== undefined && selection.owner === viewer.person && may(viewer, state, 'select'))
  return selection && owns ? done(selection) : refuse('not-found')
}
