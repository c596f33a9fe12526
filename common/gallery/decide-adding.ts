/** New photos: announced before their files arrive, so that everyone who waits sees what is coming. */
import { photosPerGallery } from '../limits.ts'
import { done, refuse } from '../result.ts'
import { may, mayManage } from '../visibility/rights.ts'
import { canEnter, canSee, canSeeScene } from '../visibility/see.ts'
import { type Asked, authorOf, type Decided, type Of } from './asked.ts'
import type { Photo, Scene } from './model.ts'
import { written } from './state.ts'

type Announced = Of<'photo:add'>['command']['photos'][number]

/** Whole or not at all. Announcing the same again changes nothing; a camera name exists once in a scene: sent again it is a new version of its photo. */
export function addPhotos(asked: Of<'photo:add'>): Decided {
  const { state, command } = asked
  const refusal = refusalToAdd(asked)
  if (refusal) return refusal
  const fresh: Photo[] = []
  const names = namesKnown(asked)
  for (const one of command.photos) {
    if (!reachable(asked, state.scenes.get(one.scene))) return refuse('not-found')
    const there = state.photos.get(one.id) ?? fresh.find(({ id }) => id === one.id)
    if (there && !isSame(there, one)) return refuse('taken')
    if (there) continue
    if (names.has(nameKey(one))) return refuse('taken', one.cameraName)
    names.add(nameKey(one))
    fresh.push(announced(asked, one))
  }
  if (state.photos.size + fresh.length > photosPerGallery) return refuse('limit-reached', String(photosPerGallery))
  return done(fresh.map(written))
}

function refusalToAdd({ viewer, state }: Asked): Decided | null {
  if (!viewer || mayManage(viewer)) return null
  if (!canEnter(viewer, state)) return refuse('not-found')
  return may(viewer, state, 'upload') ? null : refuse('not-allowed')
}

function reachable({ viewer, state }: Asked, scene: Scene | undefined): boolean {
  return scene !== undefined && (!viewer || canSeeScene(viewer, state, scene))
}

/** Only names the asker may know of are taken for them: a refusal must not tell of a hidden photo. */
function namesKnown({ viewer, state }: Asked): Set<string> {
  const known = (photo: Photo) => !viewer || canSee(viewer, state, photo)
  return new Set([...state.photos.values()].filter(known).map(nameKey))
}

function nameKey({ scene, cameraName }: Pick<Photo, 'scene' | 'cameraName'>): string {
  return `${scene}/${cameraName}`
}

function isSame(photo: Photo, { scene, cameraName }: Announced): boolean {
  return photo.scene === scene && photo.cameraName === cameraName
}

function announced(asked: Asked, { id, scene, cameraName, order }: Announced): Photo {
  const added = { addedAt: asked.at, addedBy: authorOf(asked) }
  return { kind: 'photo', id, scene, cameraName, order, state: 'waiting', failure: null, versions: [], hidden: null, ...added }
}
