/** Who sees which photo, worked out by the very rule the server goes by, from what staff are told of a gallery. */

import type { Gallery, GalleryState, Photo, Scene, Terms } from '../../../common/gallery/model.ts'
import { noRecords } from '../../../common/gallery/state.ts'
import type { AccountId, PersonId, PhotoId } from '../../../common/ids.ts'
import { canSee } from '../../../common/visibility/see.ts'
import type { SeenGallery, SeenGrant, SeenLink, SeenPhoto, SeenScene } from '../../../common/visibility/seen.ts'
import type { Viewer } from '../../../common/visibility/viewer.ts'
import { serverNow } from '../../net/server-clock.ts'

export interface Known {
  readonly gallery: SeenGallery
  readonly scenes: readonly SeenScene[]
  readonly photos: readonly SeenPhoto[]
}

const nobody = 'v_00000000000000000000' as PersonId

const galleryOf = (seen: SeenGallery): Gallery => ({
  kind: 'gallery',
  id: seen.id,
  account: '' as AccountId,
  parent: null,
  name: seen.name,
  status: 'online',
  private: seen.private ?? true,
  feedback: seen.feedback,
  rights: {},
  cover: seen.cover,
  keys: seen.keys,
  expiresAt: null,
  createdAt: 0,
  createdBy: nobody,
})

/** The gallery as if it were online: what everybody will see once it is. */
export function stateOfSeen({ gallery, scenes, photos }: Known): GalleryState {
  return {
    ...noRecords,
    gallery: galleryOf(gallery),
    scenes: new Map(scenes.map((scene): [Scene['id'], Scene] => [scene.id, { ...scene, hiddenFor: scene.hiddenFor ?? [] }])),
    photos: new Map(
      photos.map((photo): [PhotoId, Photo] => [
        photo.id,
        { ...photo, versions: [], hidden: photo.hidden ?? null, failure: null, addedBy: nobody },
      ]),
    ),
  }
}

/** Photos that terms show; several terms are a union. A vendor is taken to have accepted. */
export function shownBy(terms: readonly Terms[], state: GalleryState): ReadonlySet<PhotoId> {
  const viewer: Viewer = {
    person: nobody,
    gallery: state.gallery.id,
    staff: null,
    grants: terms.map((one) => ({ ...one, termsHold: true })),
  }
  return new Set([...state.photos.values()].filter((photo) => canSee(viewer, state, photo)).map((photo) => photo.id))
}

export const linkIsOpen = (link: SeenLink, now: number): boolean =>
  link.revokedAt === null && (link.expiresAt === null || link.expiresAt > now)

/** The terms a person holds now, through links and directly. */
export function termsHeld(person: PersonId, grants: readonly SeenGrant[], links: readonly SeenLink[]): readonly Terms[] {
  const now = serverNow()
  return grants
    .filter((grant) => grant.person === person && grant.revokedAt === null)
    .flatMap((grant) => {
      if (grant.terms) return [grant.terms]
      const link = links.find((one) => one.id === grant.link)
      return link && linkIsOpen(link, now) ? [link] : []
    })
}

export interface Run {
  readonly from: number
  /** Exclusive. */
  readonly to: number
  readonly kind: 'seen' | 'dimmed'
}

/** Neighbouring photos that are seen alike, by place in the scene. Photos that are not seen leave a gap. */
export function runsOf(photos: readonly SeenPhoto[], shown: ReadonlySet<PhotoId>): readonly Run[] {
  const runs: Run[] = []
  photos.forEach((photo, place) => {
    if (!shown.has(photo.id)) return
    const kind = photo.hidden ? 'dimmed' : 'seen'
    const last = runs[runs.length - 1]
    if (last && last.to === place && last.kind === kind) runs[runs.length - 1] = { ...last, to: place + 1 }
    else runs.push({ from: place, to: place + 1, kind })
  })
  return runs
}
