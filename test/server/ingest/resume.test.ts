import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { GalleryId, PhotoId, SceneId, VersionId } from '../../../common/ids.ts'
import { createFiles } from '../../../server/media/files.ts'
import { jpegOf, scene as picture, temporaryFolder } from '../../fixtures/pictures.ts'
import { announce, makeGallery, photoOf } from '../../helpers/gallery-of-photos.ts'
import { type Photographer, startServer, type TestServer } from '../../helpers/server.ts'
import { send } from '../../helpers/upload.ts'

const folders: string[] = []
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

interface Begun {
  readonly server: TestServer
  readonly jonas: Photographer
  readonly gallery: GalleryId
  readonly scene: SceneId
  readonly photos: readonly PhotoId[]
}

async function begin(count: number): Promise<Begun> {
  const folder = await temporaryFolder()
  folders.push(folder)
  const server = await startServer({ folder })
  const jonas = await server.signUp()
  const { gallery, scene } = await makeGallery(server, jonas)
  return { server, jonas, gallery, scene, photos: await announce(server, { gallery, scene, by: jonas.person, count }) }
}

async function again({ server }: Begun): Promise<TestServer> {
  await server.stop({ keep: true })
  return startServer({ folder: server.folder, ...(server.mongoUrl ? { mongoUrl: server.mongoUrl } : {}) })
}

/** The record and the original of a photo whose sizes were never made. */
async function keptOnly({ server, gallery }: Begun, photo: PhotoId, original: Uint8Array | null): Promise<VersionId> {
  const version = server.dice.id('version') as VersionId
  const capture = { takenAt: null, camera: null, lens: null, exposure: null, caption: null, creator: null, copyright: null, keywords: [] }
  const command = { type: 'photo:kept', photo, version, width: 900, height: 600, bytes: 9, fileType: 'image/jpeg', capture } as const
  await server.galleries.perform({ gallery, by: null, commandId: null, command })
  if (original) {
    const path = join(server.folder, 'kept.jpg')
    await writeFile(path, original)
    await createFiles({ folder: join(server.folder, 'pictures') }).keepOriginal(photo, version, path)
  }
  return version
}

describe('after a stop', () => {
  test('[UPL-10] every original that is here becomes ready, one without is failed, one never sent still waits', async () => {
    const begun = await begin(4)
    const { gallery } = begun
    const [whole, broken, lost, waiting] = begun.photos as [PhotoId, PhotoId, PhotoId, PhotoId]
    const jpeg = await jpegOf(picture(900, 600))
    await keptOnly(begun, whole, jpeg)
    await keptOnly(begun, broken, jpeg.subarray(0, jpeg.length / 2))
    await keptOnly(begun, lost, null)
    const server = await again(begun)
    await server.ingest.idle()
    expect(await photoOf(server, gallery, whole)).toMatchObject({ state: 'ready', failure: null })
    expect(await photoOf(server, gallery, broken)).toMatchObject({ state: 'failed', failure: 'picture-broken', versions: [] })
    expect(await photoOf(server, gallery, lost)).toMatchObject({ state: 'failed', versions: [] })
    expect(await photoOf(server, gallery, waiting)).toMatchObject({ state: 'waiting' })
    expect(await server.store.streams.find('photo-unfinished')).toHaveLength(1)
    await server.stop()
  })

  test('[UPL-10] a new version under way is finished while the earlier one is shown', async () => {
    const begun = await begin(1)
    const { gallery, jonas } = begun
    const [photo] = begun.photos as [PhotoId]
    const bytes = await jpegOf(picture(900, 600))
    await send({ url: begun.server.url, cookie: jonas.cookie, gallery, photo, bytes })
    await begun.server.ingest.idle()
    await keptOnly(begun, photo, bytes)
    expect((await photoOf(begun.server, gallery, photo)).state).toBe('ready')
    const server = await again(begun)
    await server.ingest.idle()
    const { versions } = await photoOf(server, gallery, photo)
    expect(versions.map(({ n, thumbhash }) => [n, thumbhash !== null])).toEqual([
      [1, true],
      [2, true],
    ])
    await server.stop()
  })

  test.each(['before it was taken over', 'after it was taken over and before it was recorded'])(
    '[UPL-11] an upload whose last byte came %s is accepted at the next start, once',
    async (when) => {
      const begun = await begin(1)
      const { gallery, jonas } = begun
      const [photo] = begun.photos as [PhotoId]
      const bytes = await jpegOf(picture(900, 600))
      const { uploadUrl } = await send({
        url: begun.server.url,
        cookie: jonas.cookie,
        gallery,
        photo,
        bytes,
        chunkSize: 1_000,
        stopAfter: () => true,
      })
      const id = new URL(uploadUrl ?? '').pathname.split('/').at(-1) ?? ''
      const uploads = join(begun.server.folder, 'uploads')
      await writeFile(join(uploads, id), bytes)
      if (when.startsWith('after')) {
        const { version } = JSON.parse(await readFileText(join(uploads, `${id}.json`))).metadata
        await createFiles({ folder: join(begun.server.folder, 'pictures') }).keepOriginal(photo, version, join(uploads, id))
      }
      const server = await again(begun)
      await until(async () => (await photoOf(server, gallery, photo)).state !== 'waiting')
      await server.ingest.idle()
      expect(await photoOf(server, gallery, photo)).toMatchObject({ state: 'ready', versions: [{ n: 1, bytes: bytes.length }] })
      const third = await again({ ...begun, server })
      await third.ingest.idle()
      expect((await photoOf(third, gallery, photo)).versions).toHaveLength(1)
      await third.stop()
    },
  )
})

const readFileText = (path: string): Promise<string> => readFile(path, 'utf8')

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20))
}
