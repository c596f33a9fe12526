/** The one place that decides who sees what. Everything that leaves the server asks here. */
import { type ClientRole, clientRoles, type GalleryState, type Photo, type Role, type Scene, type Terms } from '../gallery/model.ts'
import { assertNever } from '../result.ts'
import { worksOffline } from './grants.ts'
import type { EffectiveGrant, Viewer } from './viewer.ts'

/** The part of a grant that says what it shows. */
export type Sight = Pick<Terms, 'role' | 'scenes' | 'photos'>

export function isStaff(viewer: Viewer): boolean {
  return viewer.staff?.inScope === true
}

/** Grants that show something now: the gallery is online (or need not be) and a vendor's terms hold. */
export function countingGrants(viewer: Viewer, state: GalleryState): readonly EffectiveGrant[] {
  if (viewer.gallery !== state.gallery.id) return []
  return viewer.grants.filter((grant) => grant.termsHold && isOpenFor(viewer, state, grant))
}

/** Whether this person would be shown something here if they accepted a vendor's terms. */
export function awaitsTerms(viewer: Viewer, state: GalleryState): boolean {
  if (viewer.gallery !== state.gallery.id) return false
  return viewer.grants.some((grant) => !grant.termsHold && isOpenFor(viewer, state, grant))
}

function isOpenFor(viewer: Viewer, state: GalleryState, grant: EffectiveGrant): boolean {
  return state.gallery.status === 'online' || viewer.ahead === true || worksOffline(grant)
}

export function canEnter(viewer: Viewer, state: GalleryState): boolean {
  if (viewer.gallery !== state.gallery.id) return false
  return isStaff(viewer) || countingGrants(viewer, state).length > 0
}

export function canSee(viewer: Viewer, state: GalleryState, photo: Photo): boolean {
  return eyesOf(viewer, state).photo(photo)
}

export function canSeeScene(viewer: Viewer, state: GalleryState, scene: Scene): boolean {
  return eyesOf(viewer, state).scene(scene)
}

/** For many photos at once: what is the same for all of them is worked out once. */
export interface Eyes {
  photo(photo: Photo): boolean
  scene(scene: Scene): boolean
}

export function eyesOf(viewer: Viewer, state: GalleryState): Eyes {
  if (viewer.gallery === state.gallery.id && isStaff(viewer)) return { photo: () => true, scene: () => true }
  const counting = countingGrants(viewer, state)
  return {
    photo: (photo) => counting.some((grant) => showsPhoto(grant, state, photo)),
    scene: (scene) => counting.some((grant) => showsScene(grant, state, scene)),
  }
}

/** Domain 3, tests 3 to 6, for a grant that counts. */
export function showsPhoto(grant: Sight, state: GalleryState, photo: Photo): boolean {
  if (photo.state !== 'ready') return false
  const scene = state.scenes.get(photo.scene)
  if (!scene || scene.hiddenFor.includes(grant.role)) return false
  if (photo.hidden && grant.role !== 'mainClient') return false
  return listsPhotos(grant, state) ? setOf(grant.photos).has(photo.id) : reachesScene(grant, state, scene)
}

/** A scene is there for whoever it is granted to, also while it is empty; of photos shared one by one it shows only as their place. */
export function showsScene(grant: Sight, state: GalleryState, scene: Scene): boolean {
  if (scene.hiddenFor.includes(grant.role)) return false
  if (!listsPhotos(grant, state)) return reachesScene(grant, state, scene)
  return (grant.photos ?? []).some((id) => {
    const photo = state.photos.get(id)
    return photo?.scene === scene.id && showsPhoto(grant, state, photo)
  })
}

/** Whether this grant shows photos one by one instead of scenes. */
export function listsPhotos(grant: Sight, state: GalleryState): boolean {
  switch (grant.role) {
    case 'vendor':
      return true
    case 'guestEmail':
    case 'guestSocial':
      return state.gallery.private
    case 'mainClient':
    case 'invited':
    case 'clientInvited':
    case 'guestLink':
      return false
    default:
      return assertNever(grant.role)
  }
}

/** How a viewer stands to the gallery: by the team seat, else by the highest role of all grants; null for nobody. */
export function roleOf(viewer: Viewer): Role | null {
  if (viewer.staff?.inScope) return viewer.staff.owner ? 'owner' : 'member'
  return highestRole(viewer.grants.filter(({ termsHold }) => termsHold).map(({ role }) => role))
}

export function highestRole(roles: readonly ClientRole[]): ClientRole | null {
  return clientRoles.find((role) => roles.includes(role)) ?? null
}

/** Viewers with equal keys see and are told exactly the same; only person sheets are each one's own. Never empty. */
export function viewKey(viewer: Viewer): string {
  if (viewer.staff?.inScope) {
    const { owner, write, settings } = viewer.staff
    return `staff ${[owner && 'owner', write && 'write', settings && 'settings'].filter(Boolean).join(' ')}`.trim()
  }
  const grants = viewer.grants.filter(({ termsHold }) => termsHold).map(grantKey)
  if (grants.length === 0) return 'nobody'
  const lists = viewer.lists && viewer.lists.length > 0 ? ` lists ${viewer.lists.join(' ')}` : ''
  return `client ${[...new Set(grants)].sort().join(' ')}${lists}${viewer.ahead ? ' ahead' : ''}`
}

/** Never asked for a grant that lists photos. */
function reachesScene(grant: Sight, state: GalleryState, scene: Scene): boolean {
  if (!state.gallery.private || grant.role === 'mainClient') return true
  return grant.scenes === 'all' || grant.scenes.includes(scene.id)
}

function grantKey(grant: EffectiveGrant): string {
  const scenes = grant.scenes === 'all' ? 'all' : [...new Set(grant.scenes)].sort()
  const rights = Object.entries(grant.rights)
    .filter(([, level]) => level !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([grant.role, scenes, [...setOf(grant.photos)].sort(), rights, grant.feedback, worksOffline(grant)])
}

const sets = new WeakMap<readonly string[], ReadonlySet<string>>()
const none: ReadonlySet<string> = new Set()

/** Lists of photos are asked about once for every photo of a gallery. */
function setOf(list: readonly string[] | null): ReadonlySet<string> {
  if (list === null) return none
  const known = sets.get(list)
  if (known) return known
  const made: ReadonlySet<string> = new Set(list)
  sets.set(list, made)
  return made
}
