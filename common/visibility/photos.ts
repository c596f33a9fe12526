/** How a photo looks to clients, main clients and staff. Records are never changed, only replaced, so each is shaped once for all who see it so. */
import type { Photo, PhotoVersion } from '../gallery/model.ts'
import type { SeenPhoto, SeenVersion } from './seen.ts'

type Shaping = (photo: Photo) => SeenPhoto

export const clientPhoto: Shaping = once(shape)
export const mainClientPhoto: Shaping = once((photo) => ({ ...clientPhoto(photo), hidden: photo.hidden }))
/** As the two above, for a client who works alone on it though not elsewhere. */
export const aloneClientPhoto: Shaping = once((photo) => ({ ...clientPhoto(photo), alone: true }))
export const aloneMainClientPhoto: Shaping = once((photo) => ({ ...mainClientPhoto(photo), alone: true }))
export const staffPhoto: Shaping = once((photo) => ({ ...mainClientPhoto(photo), failure: photo.failure }))

function shape(photo: Photo): SeenPhoto {
  const { id, scene, cameraName, order, state, addedAt } = photo
  return { kind: 'photo', id, scene, cameraName, order, state, versions: shownVersions(photo).map(seenVersion), addedAt }
}

/** A version counts once its sizes are made. Until the first one is, staff see what there is. */
function shownVersions({ versions }: Photo): readonly PhotoVersion[] {
  const finished = versions.filter(({ thumbhash }) => thumbhash !== null)
  return finished.length > 0 ? finished : versions
}

function seenVersion({ id, n, width, height, thumbhash, capture }: PhotoVersion): SeenVersion {
  return { id, n, width, height, thumbhash, capture }
}

/** The same photo gives the same object: a whole gallery is compared in no time. */
function once(shaping: Shaping): Shaping {
  const shaped = new WeakMap<Photo, SeenPhoto>()
  return (photo) => {
    const known = shaped.get(photo)
    if (known) return known
    const made = shaping(photo)
    shaped.set(photo, made)
    return made
  }
}
