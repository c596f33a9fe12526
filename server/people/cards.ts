/** "My galleries": what somebody may enter. Counts and covers speak only of what they see. */
import type { GalleryState, Photo, Scene } from '../../common/gallery/model.ts'
import { type GalleryId, galleryId, type PersonId } from '../../common/ids.ts'
import type { GalleryCard } from '../../common/protocol/http.ts'
import { canEnter, eyesOf, roleOf, viewKey } from '../../common/visibility/see.ts'
import type { Viewer } from '../../common/visibility/viewer.ts'
import type { KeptRecord } from '../ports.ts'
import { seatsOf } from './accounts.ts'
import type { PeopleDeps } from './deps.ts'

export async function cardsOf(deps: Pick<PeopleDeps, 'store' | 'galleries'>, person: PersonId): Promise<readonly GalleryCard[]> {
  const cards = await Promise.all((await galleriesOf(deps, person)).map((gallery) => cardOf(deps, person, gallery)))
  return cards.filter((card) => card !== null).sort((a, b) => b.lastActivityAt - a.lastActivityAt || (a.id < b.id ? -1 : 1))
}

/** Galleries a person has to do with: of their studios, and through a grant. */
export async function galleriesOf({ store }: Pick<PeopleDeps, 'store'>, person: PersonId): Promise<readonly GalleryId[]> {
  const seats = await seatsOf(store, person)
  const keys = [`holder:${person}`, ...seats.map((seat) => `account:${seat.account}`)]
  const found = await Promise.all(keys.map((key) => store.streams.find(key)))
  return [...new Set(found.flat().flatMap(galleryOf))]
}

function galleryOf(record: KeptRecord): readonly GalleryId[] {
  const id = record.stream.startsWith('gallery:') ? galleryId.safeParse(record.stream.slice('gallery:'.length)) : null
  return id?.success ? [id.data] : []
}

async function cardOf({ galleries }: Pick<PeopleDeps, 'galleries'>, person: PersonId, id: GalleryId): Promise<GalleryCard | null> {
  const state = await galleries.state(id)
  const viewer = await galleries.viewer(person, id)
  const role = viewer && roleOf(viewer)
  if (!state || !viewer || !role || !canEnter(viewer, state)) return null
  const { account, parent, name, status, expiresAt } = state.gallery
  const inScope = viewer.staff?.inScope === true
  return {
    id,
    account: inScope ? account : null,
    parent: inScope ? parent : null,
    name,
    role,
    status,
    private: inScope ? state.gallery.private : null,
    endsAt: inScope ? expiresAt : null,
    ...sightOf(state, viewer),
  }
}

type Sight = Pick<GalleryCard, 'photos' | 'scenes' | 'cover' | 'lastActivityAt'>

/** A state never changes: what was worked out once for viewers who see alike stays true of it, and cards are asked for again and again. */
const sights = new WeakMap<GalleryState, Map<string, Sight>>()

function sightOf(state: GalleryState, viewer: Viewer): Sight {
  const known = sights.get(state) ?? new Map<string, Sight>()
  sights.set(state, known)
  const key = viewKey(viewer)
  const sight = known.get(key) ?? lookAt(state, viewer)
  known.set(key, sight)
  return sight
}

function lookAt(state: GalleryState, viewer: Viewer): Sight {
  const eyes = eyesOf(viewer, state)
  const seen = [...state.photos.values()].filter((photo) => eyes.photo(photo))
  const scenes = [...state.scenes.values()].filter((scene) => eyes.scene(scene)).length
  return { photos: seen.length, scenes, cover: coverOf(state, seen), lastActivityAt: lastActivity(state, seen, viewer) }
}

/** The chosen cover if it is seen, else the first picture of the first scene. */
function coverOf(state: GalleryState, seen: readonly Photo[]): GalleryCard['cover'] {
  const pictures = seen.filter((photo) => photo.versions.length > 0)
  const chosen = pictures.find((photo) => photo.id === state.gallery.cover) ?? pictures.sort(inOrder(state))[0]
  const version = chosen?.versions.at(-1)
  if (!chosen || !version) return null
  return { photo: chosen.id, version: version.id, width: version.width, height: version.height, thumbhash: version.thumbhash }
}

const inOrder = (state: GalleryState) => (a: Photo, b: Photo) =>
  byOrder(state.scenes.get(a.scene), state.scenes.get(b.scene)) || byOrder(a, b)

const byOrder = (a: Pick<Scene | Photo, 'order' | 'id'> | undefined, b: Pick<Scene | Photo, 'order' | 'id'> | undefined): number =>
  !a || !b || a.id === b.id ? 0 : a.order - b.order || (a.id < b.id ? -1 : 1)

/** Comings and goings of others are for staff. */
function lastActivity(state: GalleryState, seen: readonly Photo[], viewer: Viewer): number {
  const visits = viewer.staff?.inScope ? [...state.guests.values()].map((guest) => guest.lastAt) : []
  const times = [...seen.map((photo) => photo.addedAt), ...visits]
  return times.reduce((latest, at) => Math.max(latest, at), state.gallery.createdAt)
}
