/** A new gallery of a studio: online at once, for without a link nobody outside the studio gets in. */
import type { Member } from '../../common/gallery/account.ts'
import type { Gallery, Scene } from '../../common/gallery/model.ts'
import type { AccountId, PersonId, SceneId } from '../../common/ids.ts'
import { done, type Result, refuse } from '../../common/result.ts'
import { seatsOf } from './accounts.ts'
import type { NewGallery } from './api.ts'
import type { PeopleDeps } from './deps.ts'
import { labelGallery } from './labels.ts'

/** Asked twice by the same person it is done once and answered alike. Ids of others' galleries answer like unknown accounts. */
export async function createGallery(deps: PeopleDeps, person: PersonId, ask: NewGallery): Promise<Result<void>> {
  const seat = (await seatsOf(deps.store, person)).find((member) => member.account === ask.account)
  if (!seat) return refuse('not-found')
  if (!makesGalleries(seat)) return refuse('not-allowed')
  const there = await deps.galleries.state(ask.id)
  if (there) return madeBy(there.gallery, person, ask) ? done(undefined) : refuse('taken')
  const made = await deps.galleries.perform({
    gallery: ask.id,
    by: person,
    commandId: null,
    command: { type: 'gallery:create', gallery: galleryOf(ask, person, deps.clock.now()), scene: sceneOf(ask) },
  })
  if (made.ok) return labelGallery(deps, ask.id)
  const since = await deps.galleries.state(ask.id)
  return since && madeBy(since.gallery, person, ask) ? done(undefined) : made
}

export const makesGalleries = ({ owner, write, scope }: Member): boolean => owner || (write && scope === 'all')

const madeBy = (gallery: Gallery, person: PersonId, ask: NewGallery): boolean =>
  gallery.createdBy === person && gallery.account === ask.account

const galleryOf = (ask: NewGallery, person: PersonId, now: number): Gallery => ({
  kind: 'gallery',
  id: ask.id,
  account: ask.account as AccountId,
  parent: null,
  name: ask.name,
  status: 'online',
  private: false,
  feedback: 'private',
  rights: {},
  cover: null,
  keys: 'lightroom',
  expiresAt: null,
  createdAt: now,
  createdBy: person,
})

const sceneOf = (ask: NewGallery): Scene => ({ kind: 'scene', id: ask.scene as SceneId, name: ask.sceneName, order: 0, hiddenFor: [] })
