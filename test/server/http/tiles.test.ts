import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import sharp from 'sharp'
import type { GalleryCommand } from '../../../common/gallery/commands.ts'
import { levelSize, type TileAt, tileEdge, tileLevels, tileRect, tilesIn } from '../../../common/gallery/tiles.ts'
import type { GalleryId, PhotoId, SceneId, VersionId } from '../../../common/ids.ts'
import { tileUrl } from '../../../common/protocol/http.ts'
import { createFiles } from '../../../server/media/files.ts'
import { announce, makeGallery, photoOf } from '../../helpers/gallery-of-photos.ts'
import { linkFor } from '../../helpers/links.ts'
import { type Guest, type Photographer, startServer, type TestServer } from '../../helpers/server.ts'
import { send } from '../../helpers/upload.ts'

/** Stored lying on its side, with a camera's metadata: odd in both directions, two levels. */
const picture = { width: 1027, height: 5153 }
let server: TestServer
let jonas: Photographer
let anna: Guest
let invited: Guest
let guest: Guest
let gallery: GalleryId
let scene: SceneId
let photo: PhotoId
let version: VersionId

const ask = async (command: GalleryCommand) => {
  const answer = await server.galleries.perform({ gallery, by: jonas.person, commandId: null, command })
  if (!answer.ok) throw new Error(answer.refusal.code)
}

/** Colour says where: red grows to the right, green downwards. Rotated so that the orientation of 6 sets it upright. */
async function large(): Promise<Buffer> {
  const { width, height } = picture
  const pixels = Buffer.alloc(width * height * 3)
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      pixels[at++] = Math.floor((x / width) * 256)
      pixels[at++] = Math.floor((y / height) * 256)
      pixels[at++] = 40
    }
  }
  const lying = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .rotate(270)
    .raw()
    .toBuffer()
  return sharp(lying, { raw: { width: height, height: width, channels: 3 } })
    .jpeg({ quality: 95 })
    .withExif({ IFD0: { Artist: 'Somebody', Orientation: '6' } })
    .withMetadata({ orientation: 6 })
    .toBuffer()
}

async function readyPhoto(bytes: Buffer): Promise<PhotoId> {
  const [id] = await announce(server, { gallery, scene, by: jonas.person, count: 1 })
  if (!id) throw new Error('nothing announced')
  await send({ url: server.url, cookie: jonas.cookie, gallery, photo: id, bytes })
  await server.ingest.idle()
  return id
}

let bytes: Buffer
beforeAll(async () => {
  server = await startServer()
  jonas = await server.signUp()
  ;({ gallery, scene } = await makeGallery(server, jonas))
  bytes = await large()
  photo = await readyPhoto(bytes)
  version = (await photoOf(server, gallery, photo)).versions[0]?.id as VersionId
  await ask({ type: 'gallery:change', status: 'online' })
  const link = async (role: 'mainClient' | 'invited' | 'guestLink', name: string) =>
    server.openLink(await linkFor(server, { gallery, by: jonas.person, role }), name)
  anna = await link('mainClient', 'Anna')
  invited = await link('invited', 'Irma')
  guest = await link('guestLink', 'Gerd')
})
afterAll(() => server.stop())

const url = (at: TileAt) => tileUrl(gallery, photo, version, at)
const first: TileAt = { level: 0, column: 0, row: 0 }
const files = () => createFiles({ folder: join(server.folder, 'pictures') })

describe('tiles', () => {
  test('[FULL-6] many who ask at once get their tiles; each shows its own place of the upright picture', async () => {
    expect(tileLevels(picture)).toBe(2)
    const all = [0, 1].flatMap((level) => tilesIn(picture, level, { left: 0, top: 0, right: picture.width, bottom: picture.height }))
    const answers = await Promise.all(all.map(async (at) => [at, await anna.browser.send(url(at))] as const))
    for (const [at, answer] of answers) {
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
      const tile = sharp(Buffer.from(await answer.arrayBuffer()))
      const { data, info } = await tile.raw().toBuffer({ resolveWithObject: true })
      const size = levelSize(picture, at.level)
      expect([info.width, info.height]).toEqual([
        Math.min(tileEdge, size.width - at.column * tileEdge),
        Math.min(tileEdge, size.height - at.row * tileEdge),
      ])
      const rect = tileRect(picture, at)
      const middle = (Math.floor(info.height / 2) * info.width + Math.floor(info.width / 2)) * info.channels
      expect(Math.abs((data[middle] ?? 0) - ((rect.left + rect.right) / 2 / picture.width) * 256)).toBeLessThan(4)
      expect(Math.abs((data[middle + 1] ?? 0) - ((rect.top + rect.bottom) / 2 / picture.height) * 256)).toBeLessThan(4)
    }
  })

  test('[FULL-7] a tile carries no metadata, and is confirmed with 304 for as long as the photo may be seen', async () => {
    const answer = await invited.browser.send(url(first))
    const { exif, icc, xmp, iptc } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata()
    expect([exif, icc, xmp, iptc]).toEqual([undefined, undefined, undefined, undefined])
    expect(answer.headers.get('cache-control')).toBe('private, no-cache')
    const etag = answer.headers.get('etag') ?? ''
    const again = () => invited.browser.send(url(first), { headers: { 'if-none-match': etag, 'cache-control': 'max-age=0' } })
    expect((await again()).status).toBe(304)
    await ask({ type: 'photo:hide', photos: [photo] })
    expect((await again()).status).toBe(404)
    expect((await anna.browser.send(url(first))).status).toBe(200)
    await ask({ type: 'photo:show', photos: [photo] })
    expect((await again()).status).toBe(304)
  })

  test('[FULL-8] who may not see originals gets the answer of a tile that is not there, like strangers and malformed addresses', async () => {
    const stranger = await server.signUp('Somebody Else')
    const asked = [
      [guest.browser, url(first)],
      [stranger.browser, url(first)],
      [server.browser(), url(first)],
      [jonas.browser, url({ level: 0, column: 2, row: 0 })],
      [jonas.browser, url({ level: 2, column: 0, row: 0 })],
      [jonas.browser, url(first).replace(/0$/, '00')],
      [jonas.browser, url(first).replace(/0$/, '-1')],
      [jonas.browser, url(first).replace(/0$/, '..%2f..')],
      [jonas.browser, tileUrl(gallery, photo, server.dice.id('version') as VersionId, first)],
    ] as const
    const told = await Promise.all(
      asked.map(async ([browser, path]) => {
        const answer = await browser.send(path)
        return [answer.status, await answer.text(), answer.headers.get('etag')]
      }),
    )
    for (const one of told) expect(one).toEqual(told[0])
    expect(told[0]?.[0]).toBe(404)
  })

  test('[FULL-9] a picture that its largest rendition holds whole has no tiles', async () => {
    const small = await readyPhoto(
      await sharp({ create: { width: 2560, height: 900, channels: 3, background: '#888' } })
        .jpeg()
        .toBuffer(),
    )
    const [own] = (await photoOf(server, gallery, small)).versions
    expect((await jonas.browser.send(tileUrl(gallery, small, own?.id ?? version, first))).status).toBe(404)
  })

  test('[FULL-10] tiles leave the disk with their photo', async () => {
    const gone = await readyPhoto(bytes)
    const [own] = (await photoOf(server, gallery, gone)).versions
    const id = own?.id ?? version
    const answers = await Promise.all([0, 1, 2].map((row) => jonas.browser.send(tileUrl(gallery, gone, id, { ...first, row }))))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    const folder = files().tilesFolder(gone, id)
    expect((await stat(folder)).isDirectory()).toBe(true)
    expect((await readdir(join(folder, '..'))).filter((name) => name.includes('tiles'))).toEqual([`${id}.tiles`])
    await ask({ type: 'photo:remove', photos: [gone] })
    await server.ingest.idle()
    await expect(stat(folder)).rejects.toThrow('ENOENT')
    expect((await jonas.browser.send(tileUrl(gallery, gone, id, first))).status).toBe(404)
  })
})
