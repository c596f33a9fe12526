/** The page that shows what somebody else sees, and the way back. */
import type { GalleryId } from '../../common/ids.ts'
import type { Subject } from '../../common/visibility/view-as.ts'
import { pathOf } from '../net/looking.ts'

/** What of a path follows the gallery: a photo, several side by side, a filter. */
const within = (path: string, gallery: GalleryId): string => path.slice(`/g/${gallery}`.length)

export const viewAsPath = (gallery: GalleryId, subject: Subject, path = `/g/${gallery}`): string =>
  `/g/${gallery}/as/${subject}${within(path, gallery)}`

/** Of the page inside the frame. */
export const framedPath = (gallery: GalleryId, subject: Subject, rest: string): string => pathOf(subject, `/g/${gallery}${rest}`)

/** Where a door to it stands: there one comes back to. */
export type Door = 'top' | 'row'

/** Kept with the page: where one came from, and by which door. */
export interface CameFrom {
  readonly from: string
  readonly door: Door
  /** Whose door it was, whomever one looks as later; null for who came by the address. */
  readonly of: Subject | null
}

export function cameFrom(state: unknown, gallery: GalleryId): CameFrom {
  const given = typeof state === 'object' && state !== null ? (state as Partial<CameFrom>) : {}
  const inside = typeof given.from === 'string' && (given.from === `/g/${gallery}` || given.from.startsWith(`/g/${gallery}?`))
  return { from: inside ? String(given.from) : `/g/${gallery}`, door: given.door === 'row' ? 'row' : 'top', of: given.of ?? null }
}

/** Kept with the page one comes back to. */
export interface LookedAs {
  readonly lookedAs: Subject
  readonly door: Door
}

export function lookedAs(state: unknown): LookedAs | null {
  return typeof state === 'object' && state !== null && 'lookedAs' in state && 'door' in state ? (state as LookedAs) : null
}
