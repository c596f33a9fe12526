import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { GalleryCommand } from '../../../common/gallery/commands.ts'
import type { GalleryId, PhotoId, SceneId, VersionId } from '../../../common/ids.ts'
import { pictureUrl } from '../../../common/protocol/http.ts'
import { originalName } from '../../../server/http/original-name.ts'
import { jpegOf, scene as picture } from '../../fixtures/pictures.ts'
import { announce, makeGallery, photoOf } from '../../helpers/gallery-of-photos.ts'
import { linkFor } from '../../helpers/links.ts'
import { type Guest, type Photographer, startServer, type TestServer } from '../../helpers/server.ts'
import { send } from '../../helpers/upload.ts'

let server: TestServer
let jonas: Photographer
let anna: Guest
let press: Guest
let gallery: GalleryId
let scene: SceneId
let photo: PhotoId
let version: VersionId
let jpeg: Buffer

const ask = async (command: GalleryCommand, by = jonas.person) => {
  const answer = await server.galleries.perform({ gallery, by, commandId: null, command })
  if (!answer.ok) throw new Error(answer.refusal.code)
}

beforeAll(async () => {
  server = await startServer()
  jonas = await server.signUp()
  ;({ gallery, scene } = await makeGallery(server, jonas))
  jpeg = await jpegOf(picture(900, 600))
  photo = await readyPhoto()
  version = (await photoOf(server, gallery, photo)).versions[0]?.id as VersionId
  await ask({ type: 'gallery:change', status: 'online' })
  anna = await server.openLink(await linkFor(server, { gallery, by: jonas.person, role: 'mainClient' }), 'Anna')
  press = await server.openLink(await linkFor(server, { gallery, by: jonas.person, role: 'invited' }), 'Press')
})
afterAll(() => server.stop())

async function readyPhoto(): Promise<PhotoId> {
  const [id] = await announce(server, { gallery, scene, by: jonas.person, count: 1 })
  if (!id) throw new Error('nothing announced')
  await send({ url: server.url, cookie: jonas.cookie, gallery, photo: id, bytes: jpeg })
  await server.ingest.idle()
  return id
}

const small = () => pictureUrl(gallery, photo, version, 320)
const original = () => pictureUrl(gallery, photo, version, 'original')

describe('pictures', () => {
  test('[PIC-20] whoever sees the photo gets its sizes, as what they are', async () => {
    for (const { browser } of [jonas, anna, press]) {
      const answer = await browser.send(small())
      expect(answer.status).toBe(200)
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'image/jpeg',
        'cache-control': 'private, no-cache',
        'x-content-type-options': 'nosniff',
        'accept-ranges': 'bytes',
      })
      expect([...new Uint8Array(await answer.arrayBuffer()).subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff])
    }
  })

  test('[PIC-21] missing, forbidden and malformed look the same', async () => {
    const stranger = await server.signUp('Somebody Else')
    const other = await makeGallery(server, stranger)
    const id = <T>(kind: 'photo' | 'version' | 'gallery') => server.dice.id(kind) as T
    const askedBy = [
      [stranger.browser, small()],
      [server.browser(), small()],
      [jonas.browser, pictureUrl(gallery, id<PhotoId>('photo'), version, 320)],
      [jonas.browser, pictureUrl(gallery, photo, id<VersionId>('version'), 320)],
      [jonas.browser, pictureUrl(id<GalleryId>('gallery'), photo, version, 320)],
      [stranger.browser, pictureUrl(other.gallery, photo, version, 320)],
      [jonas.browser, small().replace(/320$/, '321')],
      [jonas.browser, small().replace(/320$/, '..%2f..%2fproofroom.sqlite')],
      [press.browser, original()],
    ] as const
    const answers = await Promise.all(askedBy.map(async ([browser, path]) => [browser, await browser.send(path)] as const))
    const told = await Promise.all(answers.map(async ([, answer]) => [answer.status, await answer.text(), answer.headers.get('etag')]))
    for (const one of told) expect(one.slice(0, 2)).toEqual(told[0]?.slice(0, 2))
    expect(told[0]?.[0]).toBe(404)
  })

  test('[PIC-22] what the browser has is confirmed, until it may not be seen', async () => {
    const etag = (await press.browser.send(small())).headers.get('etag') ?? ''
    const again = () => press.browser.send(small(), { headers: { 'if-none-match': etag, 'cache-control': 'max-age=0' } })
    expect((await again()).status).toBe(304)
    await ask({ type: 'photo:hide', photos: [photo] })
    expect((await again()).status).toBe(404)
    expect((await anna.browser.send(small())).status).toBe(200)
    await ask({ type: 'photo:show', photos: [photo] })
    expect((await again()).status).toBe(304)
  })

  test('[PIC-23] part of a picture can be asked for', async () => {
    const answer = await anna.browser.send(original(), { headers: { range: 'bytes=10-19' } })
    expect([answer.status, answer.headers.get('content-range')]).toEqual([206, `bytes 10-19/${jpeg.length}`])
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(jpeg.subarray(10, 20))
    expect((await anna.browser.send(original(), { headers: { range: 'bytes=99999999-' } })).status).toBe(416)
  })

  test('[PIC-24] the original goes, byte by byte and under its camera name, to whoever may download', async () => {
    const { cameraName } = await photoOf(server, gallery, photo)
    for (const { browser } of [jonas, anna]) {
      const answer = await browser.send(original())
      expect(answer.headers.get('content-disposition')).toBe(`attachment; filename=${cameraName}`)
      expect(answer.headers.get('content-type')).toBe('image/jpeg')
      expect(Buffer.from(await answer.arrayBuffer())).toEqual(jpeg)
    }
    expect((await press.browser.send(original())).status).toBe(404)
  })

  test('[PIC-25] a version is not shown before it is finished', async () => {
    const [waiting] = await announce(server, { gallery, scene, by: jonas.person, count: 1 })
    const unfinished = server.dice.id('version') as VersionId
    const capture = { takenAt: null, camera: null, lens: null, exposure: null, caption: null, creator: null, copyright: null, keywords: [] }
    const facts = { width: 3, height: 2, bytes: 9, fileType: 'image/jpeg', capture }
    const command = { type: 'photo:kept', photo: waiting ?? photo, version: unfinished, ...facts } as const
    await server.galleries.perform({ gallery, by: null, commandId: null, command })
    expect((await anna.browser.send(pictureUrl(gallery, waiting ?? photo, unfinished, 'original'))).status).toBe(404)
    expect((await jonas.browser.send(pictureUrl(gallery, waiting ?? photo, unfinished, 320))).status).toBe(404)
  })

  test('[PIC-26] a removed photo is gone', async () => {
    const gone = await readyPhoto()
    const [{ id } = { id: version }] = (await photoOf(server, gallery, gone)).versions
    await ask({ type: 'photo:remove', photos: [gone] })
    expect((await jonas.browser.send(pictureUrl(gallery, gone, id, 320))).status).toBe(404)
  })

  test('[PIC-27] an offline gallery shows pictures to staff only', async () => {
    await ask({ type: 'gallery:change', status: 'offline' })
    expect((await anna.browser.send(small())).status).toBe(404)
    expect((await jonas.browser.send(small())).status).toBe(200)
    await ask({ type: 'gallery:change', status: 'online' })
  })
})

test.each([
  ['DSC_0001.JPG', 'image/jpeg', 'DSC_0001.JPG'],
  ['DSC_0001.NEF', 'image/jpeg', 'DSC_0001.jpg'],
  ['../../etc/passwd', 'image/png', '_.._etc_passwd.png'],
  ['a\r\nSet-Cookie: x', 'image/jpeg', 'a__Set-Cookie_ x.jpg'],
  ['photo\u202egpj.exe', 'image/jpeg', 'photo_gpj.jpg'],
  ['...', 'image/webp', 'photo.webp'],
  ['Brüder & Schwestern.tif', 'image/tiff', 'Brüder & Schwestern.tif'],
  ['.htaccess', 'image/avif', 'htaccess.avif'],
])('[PIC-24] %j of %s is saved as %j', (cameraName, type, name) => {
  expect(originalName({ cameraName }, { type })).toBe(name)
})
