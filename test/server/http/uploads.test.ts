import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { GalleryId, PhotoId, SceneId } from '../../../common/ids.ts'
import { originalBytes } from '../../../common/limits.ts'
import { routes } from '../../../common/protocol/http.ts'
import { page } from '../../fixtures/hostile.ts'
import { jpegOf, scene as picture } from '../../fixtures/pictures.ts'
import { announce, makeGallery, photoOf } from '../../helpers/gallery-of-photos.ts'
import { linkFor } from '../../helpers/links.ts'
import { type Guest, type Photographer, startServer, type TestServer } from '../../helpers/server.ts'
import { type Sending, send } from '../../helpers/upload.ts'

let server: TestServer
let jonas: Photographer
let gallery: GalleryId
let scene: SceneId
let jpeg: Buffer

beforeAll(async () => {
  server = await startServer()
  jonas = await server.signUp()
  ;({ gallery, scene } = await makeGallery(server, jonas))
  jpeg = await jpegOf(picture(900, 600))
})
afterAll(() => server.stop())

const waiting = async (): Promise<PhotoId> => {
  const [photo] = await announce(server, { gallery, scene, by: jonas.person, count: 1 })
  if (!photo) throw new Error('nothing announced')
  return photo
}
const sending = (photo: PhotoId, more: Partial<Sending> = {}): Sending => ({
  url: server.url,
  cookie: jonas.cookie,
  gallery,
  photo,
  bytes: jpeg,
  ...more,
})
const codeOf = (body: string) => JSON.parse(body).refusal.code as string
const unfinished = async () => (await readdir(join(server.folder, 'uploads'))).filter((name) => !name.endsWith('.json'))

async function guestWho(upload: 'edit' | 'none'): Promise<Guest> {
  await server.galleries.perform({ gallery, by: jonas.person, commandId: null, command: { type: 'gallery:change', status: 'online' } })
  const token = await linkFor(server, { gallery, by: jonas.person, role: 'mainClient', rights: { upload } })
  return server.openLink(token, 'Anna')
}

describe('uploads', () => {
  test('[UPL-1] an announced photo that is sent becomes ready', async () => {
    const photo = await waiting()
    expect((await send(sending(photo))).status).toBe(204)
    expect(await photoOf(server, gallery, photo)).toMatchObject({
      versions: [{ n: 1, width: 900, height: 600, type: 'image/jpeg', bytes: jpeg.length }],
    })
    await server.ingest.idle()
    expect(await photoOf(server, gallery, photo)).toMatchObject({ state: 'ready', failure: null })
  })

  test('[UPL-2] an interrupted upload goes on where it stopped', async () => {
    const photo = await waiting()
    const chunkSize = Math.ceil(jpeg.length / 4)
    const first = await send(sending(photo, { chunkSize, stopAfter: (sent) => sent >= chunkSize * 2 }))
    expect(first.status).toBe(0)
    expect((await photoOf(server, gallery, photo)).state).toBe('waiting')
    const asked = await jonas.browser.send(new URL(first.uploadUrl ?? '').pathname, {
      method: 'HEAD',
      headers: { 'tus-resumable': '1.0.0' },
    })
    expect(Number(asked.headers.get('upload-offset'))).toBe(chunkSize * 2)
    expect((await send(sending(photo, { uploadUrl: first.uploadUrl ?? '' }))).status).toBe(204)
    await server.ingest.idle()
    expect(await photoOf(server, gallery, photo)).toMatchObject({ state: 'ready', versions: [{ bytes: jpeg.length }] })
  })

  test('[UPL-3] nobody else can see, go on with or end an upload', async () => {
    const stranger = await server.signUp('Somebody Else')
    const photo = await waiting()
    const { uploadUrl } = await send(sending(photo, { chunkSize: 1_000, stopAfter: () => true }))
    const path = new URL(uploadUrl ?? '').pathname
    for (const method of ['HEAD', 'PATCH', 'DELETE', 'GET']) {
      const headers = { 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream', 'upload-offset': '1000' }
      expect((await stranger.browser.send(path, { method, headers })).status).toBe(404)
      expect((await server.browser().send(path, { method, headers })).status).toBe(401)
    }
    expect((await jonas.browser.send(path, { method: 'GET' })).status).toBe(404)
    expect((await send(sending(photo, { uploadUrl: uploadUrl ?? '' }))).status).toBe(204)
  })

  test('[UPL-4] whoever may not upload there is refused before a byte is written', async () => {
    const stranger = await server.signUp('Somebody Else')
    const photo = await waiting()
    const before = await unfinished()
    const refusedOf = async (more: Partial<Sending>) => {
      const { status, body } = await send(sending(photo, more))
      return [status, codeOf(body)]
    }
    expect(await refusedOf({ cookie: stranger.cookie })).toEqual([404, 'not-found'])
    expect(await refusedOf({ cookie: '' })).toEqual([401, 'sign-in-needed'])
    expect(await refusedOf({ photo: server.dice.id('photo') as PhotoId })).toEqual([404, 'not-found'])
    expect(await refusedOf({ gallery: server.dice.id('gallery') as GalleryId })).toEqual([404, 'not-found'])
    expect(await refusedOf({ photo: '../../etc/passwd' as PhotoId })).toEqual([400, 'malformed'])
    expect(await refusedOf({ filename: '' })).toEqual([400, 'malformed'])
    expect(await refusedOf({ cookie: (await guestWho('none')).cookie })).toEqual([403, 'not-allowed'])
    expect(await unfinished()).toEqual(before)
  })

  test('[UPL-5] a client who may upload fills photos they announced, and no others', async () => {
    const anna = await guestWho('edit')
    const theirs = await waiting()
    const [own] = await announce(server, { gallery, scene, by: anna.person, count: 1 })
    expect((await send(sending(theirs, { cookie: anna.cookie }))).status).toBe(404)
    expect((await send(sending(own ?? theirs, { cookie: anna.cookie }))).status).toBe(204)
  })

  test('[UPL-6] more than allowed is refused by what it claims', async () => {
    const headers = { 'tus-resumable': '1.0.0', 'upload-length': String(2 * 1024 ** 3), 'upload-metadata': metadata(await waiting()) }
    const answer = await jonas.browser.send(routes.uploads, { method: 'POST', headers })
    expect([answer.status, codeOf(await answer.text())]).toEqual([413, 'too-large'])
    expect(originalBytes).toBeLessThan(2 * 1024 ** 3)
  })

  test('[UPL-6] an upload without a length is refused', async () => {
    const headers = { 'tus-resumable': '1.0.0', 'upload-defer-length': '1', 'upload-metadata': metadata(await waiting()) }
    const answer = await jonas.browser.send(routes.uploads, { method: 'POST', headers })
    expect([answer.status, codeOf(await answer.text())]).toEqual([400, 'malformed'])
  })

  test('[UPL-7] a file that is no picture is refused at its end, shown as failed, and gone', async () => {
    const photo = await waiting()
    const good = await waiting()
    const [bad, fine] = await Promise.all([send(sending(photo, { bytes: Buffer.from(page) })), send(sending(good))])
    expect([bad.status, codeOf(bad.body)]).toEqual([415, 'not-a-picture'])
    expect(JSON.parse(bad.body).sentence).toMatch(/JPEG/)
    expect(fine.status).toBe(204)
    await server.ingest.idle()
    expect(await photoOf(server, gallery, photo)).toMatchObject({ state: 'failed', failure: 'not-a-picture', versions: [] })
    expect((await photoOf(server, gallery, good)).state).toBe('ready')
    expect((await send(sending(photo))).status).toBe(204)
    await server.ingest.idle()
    expect(await photoOf(server, gallery, photo)).toMatchObject({ state: 'ready', failure: null })
  })

  test('[UPL-7] a damaged new version leaves the photo as it was', async () => {
    const photo = await waiting()
    await send(sending(photo))
    await server.ingest.idle()
    const cut = await send(sending(photo, { bytes: jpeg.subarray(0, jpeg.length / 2) }))
    await server.ingest.idle()
    expect(cut.status).toBe(204)
    expect(await photoOf(server, gallery, photo)).toMatchObject({ state: 'ready', failure: 'picture-broken', versions: [{ n: 1 }] })
  })

  test('[UPL-8] sent again, a photo gets a new version', async () => {
    const photo = await waiting()
    await send(sending(photo))
    await send(sending(photo, { bytes: await jpegOf(picture(600, 900)) }))
    await server.ingest.idle()
    expect(await photoOf(server, gallery, photo)).toMatchObject({
      state: 'ready',
      versions: [
        { n: 1, width: 900 },
        { n: 2, width: 600 },
      ],
    })
  })

  test('[UPL-9] asked about again, a finished upload is finished', async () => {
    const photo = await waiting()
    const { uploadUrl } = await send(sending(photo))
    const path = new URL(uploadUrl ?? '').pathname
    const asked = await jonas.browser.send(path, { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } })
    expect([asked.status, asked.headers.get('upload-offset')]).toEqual([200, String(jpeg.length)])
    expect((await photoOf(server, gallery, photo)).versions).toHaveLength(1)
  })

  test('[UPL-4] a right that was taken away during the upload counts at its end', async () => {
    const anna = await guestWho('edit')
    const [own] = await announce(server, { gallery, scene, by: anna.person, count: 1 })
    const photo = own ?? (await waiting())
    const { uploadUrl } = await send(sending(photo, { cookie: anna.cookie, chunkSize: 1_000, stopAfter: () => true }))
    const rights = { mainClient: { upload: 'none' } } as const
    await server.galleries.perform({ gallery, by: jonas.person, commandId: null, command: { type: 'gallery:change', rights } })
    const { status, body } = await send(sending(photo, { cookie: anna.cookie, uploadUrl: uploadUrl ?? '' }))
    expect([status, codeOf(body)]).toEqual([403, 'not-allowed'])
    expect((await photoOf(server, gallery, photo)).versions).toHaveLength(0)
  })

  test('[UPL-20] behind one proxy or several, whatever they say of their scheme, an upload is accepted', async () => {
    for (const scheme of ['https', 'https,http', 'https, https', 'wss']) {
      const headers = { 'x-forwarded-proto': scheme, 'x-forwarded-host': 'proofs.example.com' }
      const sent = await send(sending(await waiting(), { headers, chunkSize: Math.ceil(jpeg.length / 2) }))
      expect([scheme, sent.status]).toEqual([scheme, 204])
      expect(new URL(sent.uploadUrl ?? '').origin).toBe(server.url)
    }
  })

  const metadata = (photo: PhotoId) =>
    Object.entries({ gallery, photo, filename: 'a.jpg' })
      .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
      .join(',')
})
