/** Who looks: what `visibility` needs to know about a person, and nothing else. */

import type { ClientRole, FeedbackMode, Rights } from '../gallery/model.ts'
import type { GalleryId, PersonId, PhotoId, SceneId } from '../ids.ts'

/** A team seat in the gallery's account. */
export interface StaffSeat {
  readonly owner: boolean
  readonly write: boolean
  readonly settings: boolean
  /** Whether this gallery (or one above it) is in the member's scope. */
  readonly inScope: boolean
}

/** A grant with its link's terms folded in, ended ones left out. */
export interface EffectiveGrant {
  readonly role: ClientRole
  readonly scenes: 'all' | readonly SceneId[]
  readonly photos: readonly PhotoId[] | null
  readonly rights: Partial<Rights>
  readonly feedback: FeedbackMode | null
  readonly alwaysOnline: boolean
  /** Vendor terms accepted within `termsDays`; true for every other role. */
  readonly termsHold: boolean
}

/** One person before one gallery. Staff of the account may hold grants too; the union counts. */
export interface Viewer {
  readonly person: PersonId
  readonly gallery: GalleryId
  readonly staff: StaffSeat | null
  readonly grants: readonly EffectiveGrant[]
  /** Lists and what was sent of them that concern this person beyond their grants, as `listsOf` gives them; absent: none. */
  readonly lists?: readonly string[]
  /** Staff who look at what somebody will see once the gallery is online: nobody is ever this viewer who sits here themselves. */
  readonly ahead?: true
}
