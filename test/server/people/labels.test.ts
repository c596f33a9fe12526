import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { labelsUrl, type Me } from '../../../common/protocol/http.ts'
import type { SeenGallery, SeenRecord } from '../../../common/visibility/seen.ts'
import { addLink, makeGallery, type TestGallery } from '../../helpers/gallery-kit.ts'
import { type Photographer, startServer, type TestServer } from '../../helpers/server.ts'

let server: TestServer
let owner: Photographer
let gallery: TestGallery

beforeAll(async () => {
  server = await startServer()
  owner = await server.signUp()
  gallery = await makeGallery(server, owner)
})
afterAll(() => server.stop())

const name = (browser: Photographer['browser'], labels: object, status?: number) =>
  browser.post<Me>(labelsUrl(owner.account), labels, status)
const isGallery = (record: SeenRecord): record is SeenGallery => record.kind === 'gallery'
const labelsIn = async (of: TestGallery = gallery) => (await server.galleries.state(of.id))?.gallery.labels

test('[MARK-1] names of the colours are kept with the studio and told to every gallery of it, also to later ones', async () => {
  const me = await name(owner.browser, { red: ' Out ', green: 'Print', blue: '' })
  expect(me.accounts).toMatchObject([{ labels: { red: 'Out', green: 'Print' }, settings: true }])
  expect(await labelsIn()).toEqual({ red: 'Out', green: 'Print' })
  expect(await labelsIn(await makeGallery(server, owner, 'Later'))).toEqual({ red: 'Out', green: 'Print' })
  await name(owner.browser, { red: 'Away' })
  expect(await labelsIn()).toEqual({ red: 'Away' })
  await name(owner.browser, {})
  expect(await labelsIn()).toBeUndefined()
})

test('[MARK-1] whoever sees a gallery is told its names at once', async () => {
  const { token } = await addLink(server, gallery)
  const guest = await server.openLink(token, 'Noah')
  const live = await server.connect(guest.cookie)
  const joined = await live.join(gallery.id)
  if (!joined.ok) throw new Error(joined.refusal.code)
  expect(joined.snapshot?.find(isGallery)).not.toHaveProperty('labels')
  await name(owner.browser, { purple: "Web & 'print' {only}" })
  await live.until(({ told }) =>
    told.some(({ changes }) =>
      changes.some(
        (change) => change.type === 'changed' && isGallery(change.record) && change.record.labels?.purple === "Web & 'print' {only}",
      ),
    ),
  )
  await name(owner.browser, {})
})

test('[MARK-2] only the owner and who may change settings name colours; others’ studios are not there', async () => {
  const stranger = await server.signUp('Other')
  await name(stranger.browser, { red: 'Mine' }, 404)
  await name(server.browser(), { red: 'Mine' }, 401)
  await name(owner.browser, { red: 'x'.repeat(41) }, 400)
  await name(owner.browser, { pink: 'Mine' }, 400)
  expect(await labelsIn()).toBeUndefined()
})
