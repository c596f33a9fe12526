/** How one record looks to one view, or null if it does not see it. Field by field: what is not named here never leaves. */
import type { Gallery, GalleryState, Grant, Guest, Link, Photo, Scene, Terms } from '../gallery/model.ts'
import { acquaintance, type Known, roleAmong } from './persons.ts'
import { aloneClientPhoto, aloneMainClientPhoto, clientPhoto, mainClientPhoto, staffPhoto } from './photos.ts'
import { mayManage, rightsOf } from './rights.ts'
import { canEnter, countingGrants, type Eyes, eyesOf, isStaff, roleOf } from './see.ts'
import type { SeenGallery, SeenGrant, SeenLink, SeenPerson, SeenPhoto, SeenScene } from './seen.ts'
import { aloneOn, anyoneShares, feedbackOf } from './sheets.ts'
import type { Viewer } from './viewer.ts'

/** One view of one state. */
export interface Looking {
  readonly viewer: Viewer
  readonly state: GalleryState
  readonly studio: string | undefined
  readonly staff: boolean
  /** Staff who may change the gallery and hand out its links. */
  readonly manages: boolean
  readonly eyes: Eyes
  /** How a photo that is seen looks. */
  readonly photos: (photo: Photo) => SeenPhoto
  readonly knows: (guest: Guest, held: readonly Terms[]) => Known
}

export function looking(viewer: Viewer, state: GalleryState, studio?: string): Looking {
  const staff = isStaff(viewer)
  return {
    viewer,
    state,
    studio,
    staff,
    manages: mayManage(viewer),
    eyes: eyesOf(viewer, state),
    photos: photosFor(viewer, state),
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
    cover: cover && look.eyes.photo(cover) ? cover.id : null,
    keys: gallery.keys,
    ...(gallery.labels ? { labels: gallery.labels } : {}),
    feedback: feedbackOf(viewer, state),
    rights: rightsOf(viewer, state),
    role,
    write: look.manages,
    ...(look.staff ? { status: gallery.status, private: gallery.private, expiresAt: gallery.expiresAt } : {}),
    ...(look.staff && anyoneShares(state) ? { shares: true } : {}),
  }
}

export function seenScene(look: Looking, scene: Scene): SeenScene | null {
  if (!look.eyes.scene(scene)) return null
  const { id, name, order, hiddenFor } = scene
  return { kind: 'scene', id, name, order, ...(look.staff ? { hiddenFor } : {}) }
}

export function seenPhoto(look: Looking, photo: Photo): SeenPhoto | null {
  return look.eyes.photo(photo) ? look.photos(photo) : null
}

export function seenPerson(look: Looking, guest: Guest, held: readonly Terms[]): SeenPerson | null {
  const known = look.knows(guest, held)
  if (!known) return null
  const role = guest.staff ? null : roleAmong(held)
  const { id, name, staff, email, lastAt, visits } = guest
  const apart = known === 'words' ? { apart: true as const } : {}
  return { kind: 'person', id, name, staff, ...apart, ...(role ? { role } : {}), ...(look.staff ? { email, lastAt, visits } : {}) }
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

function seenTerms({ role, scenes, photos, rights, feedback, alwaysOnline }: Terms): Terms {
  return { role, scenes, photos, rights, feedback, alwaysOnline }
}

/** Who hid a photo is known to main clients and staff. */
function photosFor(viewer: Viewer, state: GalleryState): Looking['photos'] {
  if (isStaff(viewer)) return staffPhoto
  const main = countingGrants(viewer, state).some(({ role }) => role === 'mainClient')
  const usual = main ? mainClientPhoto : clientPhoto
  const alone = aloneOn(viewer, state)
  if (!alone) return usual
  const apart = main ? aloneMainClientPhoto : aloneClientPhoto
  return (photo) => (alone(photo) ? apart(photo) : usual(photo))
}
