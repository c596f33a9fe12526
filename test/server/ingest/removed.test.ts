import { mkdir, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import type { AnyCommand } from '../../../common/gallery/commands.ts'
import type { GalleryId, PhotoId, VersionId } from '../../../common/ids.ts'
import { createFiles } from '../../../server/media/files.ts'
import { jpegOf, scene as picture, temporaryFolder } from '../../fixtures/pictures.ts'
import { announce, makeGallery, photoOf } from '../../helpers/gallery-of-photos.ts'
import { type Photographer, startServer, type TestServer } from '../../helpers/server.ts'
import { send } from '../../helpers/upload.ts'

const folders: string[] = []
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

interface Hung {
  readonly server: TestServer
  readonly jonas: Photographer
  readonly gallery: GalleryId
  readonly photos: readonly PhotoId[]
}

/** Photos that are ready, each with its original and sizes. */
async function hang(count: number): Promise<Hung> {
  const folder = await temporaryFolder()
  folders.push(folder)
  const server = await startServer({ folder })
  const jonas = await server.signUp()
  const { gallery, scene } = await makeGallery(server, jonas)
  const photos = await announce(server, { gallery, scene, by: jonas.person, count })
  const bytes = await jpegOf(picture(900, 600))
  for (const photo of photos) await send({ url: server.url, cookie: jonas.cookie, gallery, photo, bytes })
  await server.ingest.idle()
  return { server, jonas, gallery, photos }
}

const day = 24 * 60 * 60_000
const pictures = (server: TestServer) => join(server.folder, 'pictures')

/** Everything of this photo, or of all. */
async function filesOf(server: TestServer, photo = ''): Promise<readonly string[]> {
  return (await readdir(pictures(server), { recursive: true })).filter((name) => name.includes(photo) && /\..+$/.test(name))
}

/** A file as a crash leaves it: here for `age` milliseconds, and in no gallery. */
async function leave(server: TestServer, photo: PhotoId, age: number): Promise<string> {
  const path = createFiles({ folder: pictures(server) }).originalPath(photo, server.dice.id('version') as VersionId)
  await mkdir(dirname(path), { recursive: true })
  const then = new Date(Date.now() - age)
  for (const one of [path, path.replace('original', '320.jpg.part')]) {
    await writeFile(one, 'bytes')
    await utimes(one, then, then)
  }
  return path
}

describe('files of a photo', () => {
  test('[UPL-15] that is removed are gone after the answer, all others stay', async () => {
    const { server, jonas, gallery, photos } = await hang(3)
    const [gone, stays] = photos as [PhotoId, PhotoId, PhotoId]
    expect(await filesOf(server, gone)).toHaveLength(5)
    const before = await filesOf(server, stays)
    const command: AnyCommand = { type: 'photo:remove', photos: [gone] }
    await server.galleries.perform({ gallery, by: jonas.person, commandId: null, command })
    await server.ingest.idle()
    expect(await filesOf(server, gone)).toEqual([])
    expect(await filesOf(server, stays)).toEqual(before)
    expect((await photoOf(server, gallery, stays)).state).toBe('ready')
    await server.stop()
  })

  test('[UPL-15] that somebody may not remove stay', async () => {
    const { server, gallery, photos } = await hang(1)
    const stranger = await server.signUp('Somebody Else')
    const command: AnyCommand = { type: 'photo:remove', photos: [...photos] }
    expect(await server.galleries.perform({ gallery, by: stranger.person, commandId: null, command })).toMatchObject({ ok: false })
    await server.ingest.idle()
    expect(await filesOf(server)).toHaveLength(5)
    await server.stop()
  })

  test('[UPL-16] that is in no gallery after a crash are removed at the next start, unless they may still be recorded', async () => {
    const { server, photos } = await hang(2)
    const [first] = photos as [PhotoId, PhotoId]
    const old = await leave(server, server.dice.id('photo') as PhotoId, 4 * day)
    const oldVersion = await leave(server, first, 4 * day)
    const young = await leave(server, server.dice.id('photo') as PhotoId, day)
    const named = (await filesOf(server)).filter((name) => ![old, oldVersion].some((path) => path.includes(name.split('.')[0] ?? '')))
    await server.stop({ keep: true })
    const second = await startServer({ folder: server.folder, ...(server.mongoUrl ? { mongoUrl: server.mongoUrl } : {}) })
    await second.ingest.tidy()
    expect([...(await filesOf(second))].sort()).toEqual([...named].sort())
    expect(named.some((name) => young.endsWith(name))).toBe(true)
    await second.stop()
  })

  test('[UPL-17] stay where this database names fewer than it does not', async () => {
    const { server } = await hang(1)
    for (let n = 0; n < 2; n++) await leave(server, server.dice.id('photo') as PhotoId, 40 * day)
    const before = await filesOf(server)
    await server.ingest.tidy()
    expect(await filesOf(server)).toEqual(before)
    await server.stop()
  })
})
