/** How a list and what was sent of it look to one view, field by field. */
import type { GalleryState } from '../gallery/model.ts'
import type { Selection, SentVersion, Submission } from '../gallery/selection.ts'
import type { PersonId } from '../ids.ts'
import { termsOf } from './grants.ts'
import { seesList, sharesList } from './lists.ts'
import type { Looking } from './records.ts'
import { countingGrants } from './see.ts'
import type { SeenSelection, SeenSent, SeenSubmission } from './seen.ts'
import { sharesFeedback } from './sheets.ts'

export function seenSelection(look: Looking, selection: Selection): SeenSelection | null {
  const { viewer, state, staff } = look
  if (!staff && !seesList(viewer, state, selection)) return null
  const { id, name, order, owner, createdAt, closed, request } = selection
  const own = viewer.lists?.includes(id) === true || (owner !== null && sharesList(viewer, state, selection))
  const { min, max, deadline, closes, note, who, reminder } = request ?? unasked
  return {
    kind: 'selection',
    id,
    name,
    order,
    owner: staff || own ? owner : null,
    createdBy: selection.createdBy,
    createdAt,
    closed: closed !== null,
    request: request && { min, max, deadline, closes, note, reminder, ...(staff ? { who } : {}) },
  }
}

/** To the studio, and to whoever fills this list: the person it belongs to, or all on the same shared sheets. */
export function seenSubmission(look: Looking, submission: Submission): SeenSubmission | null {
  const { viewer, state, staff } = look
  const selection = state.selections.get(submission.selection)
  if (!selection || !(staff || (seesList(viewer, state, selection) && fills(look, submission)))) return null
  const { id, audience, versions, reopened, asked } = submission
  return {
    kind: 'submission',
    id,
    selection: selection.id,
    audience,
    versions: versions.map((version) => seenSent(look, version, audience === 'shared' && !viewer.staff)),
    open: reopened !== null,
    reopenedAt: reopened?.at ?? null,
    askedAt: asked?.at ?? null,
  }
}

const unasked = { min: 0, max: null, deadline: null, closes: false, note: '', who: { roles: [], links: [], persons: [] }, reminder: null }

function fills({ viewer, state }: Looking, { id, audience }: Submission): boolean {
  if (audience !== 'shared') return viewer.lists?.includes(id) === true
  return countingGrants(viewer, state).some((grant) => sharesFeedback(grant, state))
}

function seenSent(look: Looking, version: SentVersion, among: boolean): SeenSent {
  const { n, by, at, note, photos } = version
  const visible = photos.filter((id) => {
    const photo = look.state.photos.get(id)
    return photo !== undefined && look.eyes.photo(photo)
  })
  return { n, by: !among || known(look, by) ? by : null, at, note, photos: visible }
}

function known({ state, knows }: Looking, person: PersonId): boolean {
  const guest = state.guests.get(person)
  return guest !== undefined && knows(guest, heldBy(state, person)) !== null
}

const heldBy = (state: GalleryState, person: PersonId) =>
  [...state.grants.values()].flatMap((grant) => (grant.person === person ? (termsOf(state, grant) ?? []) : []))
