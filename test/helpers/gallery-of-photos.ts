/** A gallery on the true server with photos announced in it. */
import type { GalleryState, Photo } from '../../common/gallery/model.ts'
import type { GalleryId, PersonId, PhotoId, SceneId } from '../../common/ids.ts'
import { routes } from '../../common/protocol/http.ts'
import type { Photographer, TestServer } from './server.ts'

export async function makeGallery(
  server: TestServer,
  photographer: Photographer,
): Promise<{ readonly gallery: GalleryId; readonly scene: SceneId }> {
  const gallery = server.dice.id('gallery') as GalleryId
  const scene = server.dice.id('scene') as SceneId
  const { account, browser } = photographer
  await browser.post(routes.galleries, { id: gallery, account, name: 'A gallery', scene, sceneName: 'All' }, 201)
  return { gallery, scene }
}

export interface Announcing {
  readonly gallery: GalleryId
  readonly scene: SceneId
  readonly by: PersonId
  readonly count: number
}

export async function announce(server: TestServer, { gallery, scene, by, count }: Announcing): Promise<readonly PhotoId[]> {
  const photos = Array.from({ length: count }, (_, n) => {
    const id = server.dice.id('photo') as PhotoId
    return { id, scene, cameraName: `DSC_${id.slice(-6)}_${n}.jpg`, order: n }
  })
  const answer = await server.galleries.perform({ gallery, by, commandId: null, command: { type: 'photo:add', photos } })
  if (!answer.ok) throw new Error(`not announced: ${answer.refusal.code}`)
  return photos.map(({ id }) => id)
}

export async function photoOf(server: TestServer, gallery: GalleryId, photo: PhotoId): Promise<Photo> {
  const state: GalleryState | null = await server.galleries.state(gallery)
  const found = state?.photos.get(photo)
  if (!found) throw new Error('there is no such photo')
  return found
}
