/** A list is sent, which locks it, and opened again by the studio. What was sent before stays. */
import { versionsPerList } from '../limits.ts'
import { done, type Result, refuse } from '../result.ts'
import { lockOf, picksInto } from '../visibility/lists.ts'
import { mayManage } from '../visibility/rights.ts'
import { canEnter, eyesOf, isStaff } from '../visibility/see.ts'
import { homeAudience } from '../visibility/sheets.ts'
import type { Viewer } from '../visibility/viewer.ts'
import { type Asked, authorOf, type Decided, type Of, refusalToManage } from './asked.ts'
import { listId, type Selection, type Submission } from './selection.ts'
import { written } from './state.ts'

/** What is sent is what the sender saw: if somebody changed the list at the same moment, they look again. */
export function sendList(asked: Of<'selection:submit'>): Decided {
  const { state, command, at, list } = asked
  const mine = ownList(asked)
  if (!mine.ok) return mine
  const { selection, viewer, before } = mine.value
  if (selection.request === null) return refuse('not-allowed')
  const audience = homeAudience(viewer, state)
  const locked = lockOf(state, { selection, audience, now: at })
  if (locked) return refuse(locked)
  const eyes = eyesOf(viewer, state)
  const picked = [...(list?.picked ?? [])].filter((id) => {
    const photo = state.photos.get(id)
    return photo !== undefined && eyes.photo(photo)
  })
  const photos = new Set(command.photos)
  if (photos.size !== command.photos.length) return refuse('malformed', 'photos')
  if (photos.size !== picked.length || !picked.every((id) => photos.has(id))) return refuse('conflict')
  const { min, max } = selection.request
  if (picked.length < Math.max(1, min)) return refuse('list-short', String(Math.max(1, min)))
  if (max !== null && picked.length > max) return refuse('list-full', String(max))
  const versions = before?.versions ?? []
  if (versions.length >= versionsPerList) return refuse('limit-reached', String(versionsPerList))
  const version = { n: versions.length + 1, by: viewer.person, at, note: command.note, photos: command.photos }
  const id = listId(selection.id, audience)
  const sent = { kind: 'submission', id, selection: selection.id, audience, versions: [...versions, version] } as const
  return done([written({ ...sent, reopened: null, asked: null })])
}

/** Once is enough: asked already, nothing changes. */
export function askToReopen(asked: Of<'selection:ask'>): Decided {
  const mine = ownList(asked)
  if (!mine.ok) return mine
  const { before, viewer } = mine.value
  if (!before) return refuse('not-found')
  if (before.reopened !== null || before.asked !== null) return done([])
  return done([written({ ...before, asked: { by: viewer.person, at: asked.at } })])
}

export function reopenList(asked: Of<'selection:reopen'>): Decided {
  const refusal = refusalToManage(asked)
  if (refusal) return refusal
  const { state, command, at } = asked
  const sent = state.submissions.get(listId(command.id, command.audience))
  if (!sent) return refuse('not-found')
  if (sent.reopened !== null) return done([])
  return done([written({ ...sent, reopened: { by: authorOf(asked), at }, asked: null })])
}

interface OwnList {
  readonly selection: Selection
  readonly viewer: Viewer
  readonly before: Submission | undefined
}

/** The list this client fills. Staff ask and reopen; they do not send for others. */
function ownList({ viewer, state, command }: Asked & { readonly command: { readonly id: Selection['id'] } }): Result<OwnList> {
  if (!viewer || isStaff(viewer)) return refuse(viewer && mayManage(viewer) ? 'not-allowed' : 'not-found')
  const selection = state.selections.get(command.id)
  if (!canEnter(viewer, state) || !selection || !picksInto(viewer, state, selection)) return refuse('not-found')
  return done({ selection, viewer, before: state.submissions.get(listId(selection.id, homeAudience(viewer, state))) })
}
