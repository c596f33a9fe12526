/** What stands in the house of a test: a gallery with scenes and photos, links, people who came by them. */
import type { ClientRole, Gallery, Scene } from '../../common/gallery/model.ts'
import type { GrantId, PersonId } from '../../common/ids.ts'
import { account, gallery, type House, id, link, must, owner, photo, scene, version, visitor } from './gallery-house.ts'
import { noCapture } from './sample-gallery.ts'

export const newGallery = (at: number, given: Partial<Gallery> = {}): Gallery => ({
  kind: 'gallery',
  id: gallery,
  account,
  parent: null,
  name: 'Gallery',
  status: 'online',
  private: false,
  feedback: 'private',
  rights: {},
  cover: null,
  keys: 'lightroom',
  expiresAt: null,
  createdAt: at,
  createdBy: owner,
  ...given,
})

const firstScene: Scene = { kind: 'scene', id: scene(1), name: 'scene-name-1', order: 1, hiddenFor: [] }

/** Scenes 1 … `scenes`, each with `each` ready photos, numbered through; camera names `CAM_<n>_`. */
export async function furnish(house: House, at: { gallery?: Partial<Gallery>; scenes?: number; each?: number } = {}): Promise<void> {
  const { scenes = 2, each = 2 } = at
  await house.system({ type: 'gallery:create', gallery: newGallery(house.clock.now(), at.gallery), scene: firstScene })
  for (let n = 2; n <= scenes; n++) await must(house.ask(owner, { type: 'scene:add', id: scene(n), name: `scene-name-${n}`, order: n }))
  const photos = Array.from({ length: scenes * each }, (_, i) => i + 1)
  await must(
    house.ask(owner, {
      type: 'photo:add',
      photos: photos.map((n) => ({ id: photo(n), scene: scene(Math.ceil(n / each)), cameraName: `CAM_${n}_.jpg`, order: n })),
    }),
  )
  for (const n of photos) await makeReady(house, n)
}

export async function makeReady(house: House, n: number): Promise<void> {
  const facts = { photo: photo(n), version: version(n), width: 3000, height: 2000, capture: noCapture }
  await house.system({ type: 'photo:kept', ...facts, bytes: 1000, fileType: 'image/jpeg' })
  await house.system({ type: 'photo:ready', ...facts, thumbhash: 'AAAA' })
}

export interface Share {
  readonly link: number
  readonly role: ClientRole
  readonly scenes?: readonly number[]
  readonly expiresAt?: number
}

/** A link of a role, and its terms. */
export async function share(house: House, { link: n, role, scenes, expiresAt }: Share): Promise<void> {
  await must(
    house.ask(owner, {
      type: 'link:add',
      id: link(n),
      code: null,
      label: `link ${n}`,
      binding: role === 'mainClient' ? 'first' : 'open',
      email: null,
      welcomes: null,
      expiresAt: expiresAt ?? null,
      role,
      scenes: scenes ? scenes.map(scene) : 'all',
      photos: null,
      rights: {},
      feedback: null,
      alwaysOnline: false,
    }),
  )
}

/** A visitor comes in by a link. */
export async function enter(house: House, n: number, by: number): Promise<PersonId> {
  const person = visitor(n)
  const grant = id<GrantId>('grant', n * 100 + by)
  await house.system({ type: 'guest:enter', person, name: `visitor-name-${n}-`, email: null, staff: false, link: link(by), grant })
  return person
}
