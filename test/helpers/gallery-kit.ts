/** Galleries for tests, made by the same commands as everybody's; photos become ready without a file. */
import type { GalleryCommand, SystemCommand } from '../../common/gallery/commands.ts'
import type { GalleryId, LinkId, PersonId, PhotoId, SceneId, VersionId } from '../../common/ids.ts'
import { routes } from '../../common/protocol/http.ts'
import { noCapture } from './sample-gallery.ts'
import type { Photographer, TestServer } from './server.ts'

export interface TestGallery {
  readonly id: GalleryId
  /** The scene made with it. */
  readonly scene: SceneId
  readonly owner: Photographer
}

export async function makeGallery(server: TestServer, owner: Photographer, name = 'Autumn'): Promise<TestGallery> {
  const id = server.dice.id('gallery') as GalleryId
  const scene = server.dice.id('scene') as SceneId
  await owner.browser.post(routes.galleries, { id, account: owner.account, name, scene, sceneName: 'Day one' }, 201)
  await perform(server, id, { type: 'gallery:change', status: 'online' }, owner.person)
  return { id, scene, owner }
}

/** Does a command and fails when it is refused. `by` null is the server itself. */
export async function perform(
  { galleries }: TestServer,
  gallery: GalleryId,
  command: GalleryCommand | SystemCommand,
  by: PersonId | null = null,
): Promise<void> {
  const done = await galleries.perform({ gallery, by, commandId: null, command })
  if (!done.ok) throw new Error(`${command.type} was refused: ${done.refusal.code} ${done.refusal.detail ?? ''}`)
}

/** Photos PRF_0001.jpg … ready in a scene, in this order. */
export async function addPhotos(
  server: TestServer,
  { id, owner }: Pick<TestGallery, 'id' | 'owner'>,
  { scene, count, from = 1 }: { readonly scene: SceneId; readonly count: number; readonly from?: number },
): Promise<readonly PhotoId[]> {
  const photos = Array.from({ length: count }, (_, index) => ({
    id: server.dice.id('photo') as PhotoId,
    scene,
    cameraName: `PRF_${String(from + index).padStart(4, '0')}.jpg`,
    order: from + index,
  }))
  await perform(server, id, { type: 'photo:add', photos }, owner.person)
  for (const { id: photo } of photos) {
    const version = server.dice.id('version') as VersionId
    const facts = { photo, version, width: 1500, height: 1000, capture: noCapture }
    await perform(server, id, { type: 'photo:kept', ...facts, bytes: 1_000, fileType: 'image/jpeg' })
    await perform(server, id, { type: 'photo:ready', ...facts, thumbhash: '1QcSHQRnh493V4dIh4eXh1h4kJUI' })
  }
  return photos.map(({ id: photo }) => photo)
}

export async function addScene(server: TestServer, gallery: GalleryId, name: string): Promise<SceneId> {
  const id = server.dice.id('scene') as SceneId
  await perform(server, gallery, { type: 'scene:add', id, name, order: 10 })
  return id
}

type LinkFields = Omit<Extract<GalleryCommand, { type: 'link:add' }>, 'type' | 'id'>

/** A guest link that everybody can open with a name, unless told otherwise. */
export async function addLink(
  server: TestServer,
  { id: gallery, owner }: Pick<TestGallery, 'id' | 'owner'>,
  fields: Partial<LinkFields> = {},
): Promise<{ readonly id: LinkId; readonly token: string }> {
  const id = server.dice.id('link') as LinkId
  const ordinary: LinkFields = {
    code: null,
    label: '',
    binding: 'open',
    email: null,
    welcomes: null,
    expiresAt: null,
    role: 'guestLink',
    scenes: 'all',
    photos: null,
    rights: {},
    feedback: null,
    alwaysOnline: false,
  }
  await perform(server, gallery, { type: 'link:add', id, ...ordinary, ...fields }, owner.person)
  const token = (await server.galleries.state(gallery))?.links.get(id)?.token
  if (!token) throw new Error('the link has no token')
  return { id, token }
}
