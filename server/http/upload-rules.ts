/** Into which photos a person may send an original. */

import type { GalleryId, PersonId, PhotoId } from '../../common/ids.ts'
import { done, type Result, refuse } from '../../common/result.ts'
import { may, mayManage } from '../../common/visibility/rights.ts'
import { canEnter } from '../../common/visibility/see.ts'
import type { Galleries } from '../galleries/api.ts'

export interface Target {
  readonly gallery: GalleryId
  readonly photo: PhotoId
}

/** Asked before the first byte and again after the last. Whoever may not manage the gallery fills only photos they announced themselves. */
export async function mayUploadInto(
  galleries: Pick<Galleries, 'state' | 'viewer'>,
  person: PersonId,
  { gallery, photo }: Target,
): Promise<Result<void>> {
  const state = await galleries.state(gallery)
  const viewer = state && (await galleries.viewer(person, gallery))
  if (!viewer || !canEnter(viewer, state)) return refuse('not-found')
  if (!may(viewer, state, 'upload')) return refuse('not-allowed')
  const announced = state.photos.get(photo)
  if (!announced || (!mayManage(viewer) && announced.addedBy !== person)) return refuse('not-found')
  return done(undefined)
}
