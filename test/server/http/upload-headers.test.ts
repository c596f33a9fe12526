import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { routes } from '../../../common/protocol/http.ts'
import { announce, makeGallery } from '../../helpers/gallery-of-photos.ts'
import { startServer, type TestServer } from '../../helpers/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const metadata = (photo: string, gallery: string) =>
  Object.entries({ gallery, photo, filename: 'a.jpg' })
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',')

test('[UPL-19] upload headers that are not understood are refused like everything malformed', async () => {
  const jonas = await server.signUp()
  const { gallery, scene } = await makeGallery(server, jonas)
  const [photo] = await announce(server, { gallery, scene, by: jonas.person, count: 1 })
  if (!photo) throw new Error('nothing announced')
  const fine = { 'tus-resumable': '1.0.0', 'upload-length': '10', 'upload-metadata': metadata(photo, gallery) }
  const begun = await jonas.browser.send(routes.uploads, { method: 'POST', headers: fine })
  const path = new URL(begun.headers.get('location') ?? '', server.url).pathname
  const patch = { 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' }
  const asks: readonly (readonly [string, string, Record<string, string>])[] = [
    [routes.uploads, 'POST', { ...fine, 'upload-length': 'ten' }],
    [routes.uploads, 'POST', { ...fine, 'upload-length': '-1' }],
    [routes.uploads, 'POST', { ...fine, 'upload-length': '1e3' }],
    [routes.uploads, 'POST', { ...fine, 'upload-metadata': 'a b c d' }],
    [routes.uploads, 'POST', { ...fine, 'upload-metadata': '' }],
    [routes.uploads, 'POST', { ...fine, 'upload-concat': 'partial' }],
    [routes.uploads, 'POST', { ...fine, 'tus-resumable': '0.2.2' }],
    [routes.uploads, 'POST', { 'tus-resumable': '1.0.0', 'upload-metadata': metadata(photo, gallery) }],
    [path, 'PATCH', { ...patch, 'upload-offset': 'x' }],
    [path, 'PATCH', { ...patch, 'content-type': 'text/plain' }],
    [path, 'PATCH', { 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream' }],
  ]
  for (const [at, method, headers] of asks) {
    const answer = await jonas.browser.send(at, { method, headers })
    expect([answer.status, (await answer.json()).refusal.code]).toEqual([400, 'malformed'])
  }
})
