/** How one record looks to one view, or null if it does not see it. Field by field: what is not named here never leaves. */
import type { Gallery, GalleryState, Grant, Guest, Link, Photo, PhotoVersion, Scene, Terms } from '../gallery/model.ts'
import { acquaintance, roleAmong } from './persons.ts'
import { mayManage, rightsOf } from './rights.ts'
import { canEnter, canSee, canSeeScene, countingGrants, isStaff, roleOf } from './see.ts'
import type { SeenGallery, SeenGrant, SeenLink, SeenPerson, SeenPhoto, SeenScene, SeenVersion } from './seen.ts'
import { feedbackOf } from './sheets.ts'
import type { Viewer } from './viewer.ts'

/** One view of one state. */
export interface Looking {
  readonly viewer: Viewer
  readonly state: GalleryState
  readonly studio: string | undefined
  readonly staff: boolean
  /** Staff who may change the gallery and hand out its links. */
  readonly manages: boolean
  /** Sees who hid a photo. */
  readonly knowsHidden: boolean
  readonly knows: (guest: Guest, held: readonly Terms[]) => boolean
}

export function looking(viewer: Viewer, state: GalleryState, studio?: string): Looking {
  const staff = isStaff(viewer)
  return {
    viewer,
    state,
    studio,
    staff,
    manages: mayManage(viewer),
    knowsHidden: staff || countingGrants(viewer, state).some(({ role }) => role === 'mainClient'),
    knows: acquaintance(viewer, state),
  }
}

export function seenGallery(look: Looking, gallery: Gallery): SeenGallery | null {
  const { viewer, state } = look
  const role = roleOf(viewer)
  if (!role || !canEnter(viewer, state)) return null
  const cover = gallery.cover ? state.photos.get(gallery.cover) : undefined
  return {
    kind: 'gallery',
    id: gallery.id,
    name: gallery.name,
    ...(look.studio === undefined ? {} : { studio: look.studio }),
    cover: cover && canSee(viewer, state, cover) ? cover.id : null,
    keys: gallery.keys,
    feedback: feedbackOf(viewer, state),
    rights: rightsOf(viewer, state),
    role,
    write: look.manages,
    ...(look.staff ? { status: gallery.status, private: gallery.private, expiresAt: gallery.expiresAt } : {}),
  }
}

export function seenScene(look: Looking, scene: Scene): SeenScene | null {
  if (!canSeeScene(look.viewer, look.state, scene)) return null
  const { id, name, order, hiddenFor } = scene
  return { kind: 'scene', id, name, order, ...(look.staff ? { hiddenFor } : {}) }
}

export function seenPhoto(look: Looking, photo: Photo): SeenPhoto | null {
  if (!canSee(look.viewer, look.state, photo)) return null
  const { id, scene, cameraName, order, state, addedAt, hidden, failure } = photo
  return {
    kind: 'photo',
    id,
    scene,
    cameraName,
    order,
    state,
    versions: shownVersions(photo).map(seenVersion),
    addedAt,
    ...(look.knowsHidden ? { hidden } : {}),
    ...(look.staff ? { failure } : {}),
  }
}

export function seenPerson(look: Looking, guest: Guest, held: readonly Terms[]): SeenPerson | null {
  if (!look.knows(guest, held)) return null
  const role = guest.staff ? null : roleAmong(held)
  const { id, name, staff, email, lastAt, visits } = guest
  return { kind: 'person', id, name, staff, ...(role ? { role } : {}), ...(look.staff ? { email, lastAt, visits } : {}) }
}

/** Staff see whom the gallery is shared with; the key itself only who may hand it out. */
export function seenLink(look: Looking, link: Link): SeenLink | null {
  if (!look.staff) return null
  const { id, label, binding, email, boundTo, codeHash, expiresAt, revokedAt, createdAt } = link
  const token = look.manages ? link.token : ''
  const ends = { expiresAt, revokedAt, createdAt }
  return {
    kind: 'link',
    id,
    token,
    label,
    binding,
    email,
    bound: boundTo !== null,
    hasCode: codeHash !== null,
    ...ends,
    ...seenTerms(link),
  }
}

export function seenGrant(look: Looking, grant: Grant): SeenGrant | null {
  if (!look.staff) return null
  const { id, person, link, terms, revokedAt } = grant
  return { kind: 'grant', id, person, link, terms: terms && seenTerms(terms), revokedAt }
}

/** A version counts once its sizes are made. Until the first one is, staff see what there is. */
function shownVersions({ versions }: Photo): readonly PhotoVersion[] {
  const finished = versions.filter(({ thumbhash }) => thumbhash !== null)
  return finished.length > 0 ? finished : versions
}

function seenVersion({ id, n, width, height, thumbhash, capture }: PhotoVersion): SeenVersion {
  return { id, n, width, height, thumbhash, capture }
}

function seenTerms({ role, scenes, photos, rights, feedback, alwaysOnline }: Terms): Terms {
  return { role, scenes, photos, rights, feedback, alwaysOnline }
}
