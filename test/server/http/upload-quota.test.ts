import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { PhotoId } from '../../../common/ids.ts'
import { originalBytes, unfinishedBytes, unfinishedUploads } from '../../../common/limits.ts'
import { routes } from '../../../common/protocol/http.ts'
import { jpegOf, scene as picture } from '../../fixtures/pictures.ts'
import { announce, makeGallery } from '../../helpers/gallery-of-photos.ts'
import { startServer, type TestServer } from '../../helpers/server.ts'
import { send } from '../../helpers/upload.ts'

let server: TestServer
let jpeg: Buffer
beforeAll(async () => {
  server = await startServer()
  jpeg = await jpegOf(picture(90, 60))
})
afterAll(() => server.stop())

const metadata = (photo: string, gallery: string) =>
  Object.entries({ gallery, photo, filename: 'a.jpg' })
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',')

const codeOf = (body: string) => JSON.parse(body).refusal.code as string

test('[UPL-18] what a person leaves unfinished has an end; what is finished or dropped makes room again', async () => {
  const ida = await server.signUp('Ida Moll')
  const own = await makeGallery(server, ida)
  const photos = await announce(server, { gallery: own.gallery, scene: own.scene, by: ida.person, count: unfinishedUploads + 2 })
  const begin = async (photo: PhotoId | undefined, size = jpeg.length) => {
    const fields = { 'upload-length': String(size), 'upload-metadata': metadata(photo ?? own.gallery, own.gallery) }
    const answer = await ida.browser.send(routes.uploads, { method: 'POST', headers: { 'tus-resumable': '1.0.0', ...fields } })
    return { status: answer.status, body: await answer.text(), at: answer.headers.get('location') ?? '' }
  }
  // Announced bytes count: the last one would be too much, a smaller one is not.
  const whole = unfinishedBytes / originalBytes
  const large = await Promise.all(photos.slice(0, Math.ceil(whole)).map((photo) => begin(photo, originalBytes)))
  expect(large.filter(({ status }) => status === 201)).toHaveLength(Math.floor(whole))
  expect(large.filter(({ status }) => status !== 201).map(({ status, body }) => [status, codeOf(body)])).toEqual([[429, 'uploads-full']])
  const drop = (at: string) =>
    ida.browser.send(new URL(at, server.url).pathname, { method: 'DELETE', headers: { 'tus-resumable': '1.0.0' } })
  for (const { status, at } of large) if (status === 201) expect((await drop(at)).status).toBe(204)
  // So does their number, however many come at once.
  const many = await Promise.all(photos.map((photo) => begin(photo)))
  expect(many.filter(({ status }) => status === 201)).toHaveLength(unfinishedUploads)
  expect(JSON.parse(many.find(({ status }) => status !== 201)?.body ?? '{}').sentence).toMatch(/two days/)
  // Others are not concerned; one that is finished makes room for one.
  const jonas = await server.signUp()
  const other = await makeGallery(server, jonas)
  const [theirs] = await announce(server, { ...other, by: jonas.person, count: 1 })
  expect(
    (await send({ url: server.url, cookie: jonas.cookie, gallery: other.gallery, photo: theirs as PhotoId, bytes: jpeg })).status,
  ).toBe(204)
  const first = many.findIndex(({ status }) => status === 201)
  const uploadUrl = new URL(many[first]?.at ?? '', server.url).href
  const going = { url: server.url, cookie: ida.cookie, gallery: own.gallery, photo: photos[first] as PhotoId, bytes: jpeg, uploadUrl }
  expect((await send(going)).status).toBe(204)
  expect((await begin(photos.at(-1))).status).toBe(201)
  expect((await begin(photos.at(-2))).status).toBe(429)
})
