/** What ingest says of a photo's file: kept, ready, failed. Never seen by anyone who did not send it until it is ready once. */
import { done, refuse } from '../result.ts'
import type { Decided, Of } from './asked.ts'
import type { Photo, PhotoVersion } from './model.ts'
import { written } from './state.ts'

/** The first file, or a new version of a photo that is already there; the earlier one is shown until this one is ready. */
export function keepPhoto({ state, command, at }: Of<'photo:kept'>): Decided {
  const photo = state.photos.get(command.photo)
  if (!photo) return refuse('not-found')
  if (photo.versions.some(({ id }) => id === command.version)) return done([])
  const { version: id, width, height, bytes, fileType: type, capture } = command
  const n = Math.max(0, ...photo.versions.map((version) => version.n)) + 1
  const version: PhotoVersion = { id, n, width, height, thumbhash: null, bytes, type, capture, at }
  return done([written({ ...photo, state: stateWith(photo, 'kept'), failure: null, versions: [...photo.versions, version] })])
}

export function finishPhoto({ state, command }: Of<'photo:ready'>): Decided {
  const photo = state.photos.get(command.photo)
  const version = photo?.versions.find(({ id }) => id === command.version)
  if (!photo || !version) return refuse('not-found')
  const { width, height, thumbhash, capture } = command
  const versions = photo.versions.map((one) => (one === version ? { ...one, width, height, thumbhash, capture } : one))
  return done([written({ ...photo, state: 'ready', failure: null, versions })])
}

/** The version that cannot be read is dropped and the photo stays as it was; staff learn why. Another one on its way is not touched. */
export function failPhoto({ state, command }: Of<'photo:failed'>): Decided {
  const photo = state.photos.get(command.photo)
  if (!photo) return refuse('not-found')
  const versions = photo.versions.filter((version) => version.id !== command.version || isFinished(version))
  const rest: Photo = { ...photo, versions }
  return done([written({ ...rest, state: stateWith(rest, versions.length > 0 ? 'kept' : 'failed'), failure: command.code })])
}

function stateWith(photo: Photo, otherwise: 'kept' | 'failed'): Photo['state'] {
  return photo.versions.some(isFinished) ? 'ready' : otherwise
}

function isFinished({ thumbhash }: PhotoVersion): boolean {
  return thumbhash !== null
}
