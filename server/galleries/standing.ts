/** Who somebody is before an open gallery now: themselves, or for staff who look as somebody else that person. */
import type { GalleryState } from '../../common/gallery/model.ts'
import type { PersonId } from '../../common/ids.ts'
import type { Refusal } from '../../common/result.ts'
import { mayViewAs, type Subject, standAhead, viewerAs } from '../../common/visibility/view-as.ts'
import type { StaffSeat, Viewer } from '../../common/visibility/viewer.ts'
import { closingOf, keptOut, viewerIn } from './entering.ts'
import type { OpenGallery } from './open-gallery.ts'

export interface Who {
  readonly person: PersonId
  /** Their own seat in the team. */
  readonly staff: StaffSeat | null
  /** As whom they look; null as themselves. */
  readonly as: Subject | null
}

/** Null for whoever may not look as this subject, and for subjects that are not there: both are alike. */
export function standingOf(state: GalleryState, { person, staff, as }: Who, now: number): Viewer | null {
  const own = viewerIn(state, { person, staff, now })
  if (as === null) return own
  return mayViewAs(own) ? viewerAs(state, as, now) : null
}

/** At the door: what the subject would be told, if one may look as them at all. */
export function keptOutOf(state: GalleryState, who: Who, now: number): Refusal {
  const stand = standFor(state, who, now)
  return stand ? keptOut(stand.state, stand.person, now) : { code: 'not-found' }
}

/** Inside: why the seat ends. */
export function closingFor(state: GalleryState, who: Who, now: number): Refusal {
  const stand = standFor(state, who, now)
  return stand ? closingOf(stand.state, stand.person, now) : { code: 'revoked' }
}

/** The seat somebody's right here stands on, true at the moment it is returned. Nobody looks as a member of the team: that counts as none. */
export async function seatBehind(open: OpenGallery, { person, as }: Pick<Who, 'person' | 'as'>): Promise<StaffSeat | null> {
  const asked = as !== null && isPerson(as) ? [person, as] : [person]
  for (;;) {
    const [staff, theirs] = asked.map((one) => open.staff.known(one))
    if (staff !== undefined && (asked.length === 1 || theirs !== undefined)) return theirs?.inScope ? null : staff
    await Promise.all(asked.map((one) => open.staffSeat(one)))
  }
}

function standFor(state: GalleryState, { person, staff, as }: Who, now: number) {
  if (as === null) return { state, person }
  return mayViewAs(viewerIn(state, { person, staff, now })) ? standAhead(state, as, now) : null
}

const isPerson = (subject: Subject): subject is PersonId => subject.startsWith('u_') || subject.startsWith('v_')
