/** The byte oracle on HTTP: what each role can fetch and list after each of many random changes, by the words of the domain. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { LinkId, PersonId, PhotoId, SceneId } from '../../common/ids.ts'
import { type GalleryCard, pictureUrl, routes } from '../../common/protocol/http.ts'
import { jpegOf, scene } from '../fixtures/pictures.ts'
import type { Browser } from '../helpers/browser.ts'
import { freshWorld, type Person, seesPhoto, type World } from '../helpers/byte-oracle.ts'
import { randomOf } from '../helpers/byte-session.ts'
import { addLink, addScene, makeGallery, perform, type TestGallery } from '../helpers/gallery-kit.ts'
import { type Photographer, startServer, type TestServer } from '../helpers/server.ts'
import { send } from '../helpers/upload.ts'

const steps = 40
const seed = 7 + Number(process.env.SEED ?? 0)

let server: TestServer
let owner: Photographer
let made: TestGallery
let photos: readonly PhotoId[] = []
let scenes: readonly SceneId[] = []
let links: readonly { readonly id: LinkId; readonly token: string }[] = []
let browsers: readonly Browser[] = []
let guests: readonly PersonId[] = []
let world: World

beforeAll(async () => {
  server = await startServer()
  owner = await server.signUp()
  made = await makeGallery(server, owner, 'Oracle')
  scenes = [made.scene, await addScene(server, made.id, 'Second')]
  photos = Array.from({ length: 4 }, () => server.dice.id('photo') as PhotoId)
  const announced = photos.map((id, n) => ({ id, scene: scenes[n % 2] as SceneId, cameraName: `SECRET_${n}_.jpg`, order: n }))
  await perform(server, made.id, { type: 'photo:add', photos: announced }, owner.person)
  for (const photo of photos) {
    await send({ url: server.url, cookie: owner.cookie, gallery: made.id, photo, bytes: await jpegOf(scene(600, 400)), filename: 'x.jpg' })
  }
  await server.ingest.idle()
  const [first, second] = scenes as readonly [SceneId, SceneId]
  links = [
    await addLink(server, made, { role: 'mainClient', binding: 'first' }),
    await addLink(server, made, { role: 'invited', scenes: [first] }),
    await addLink(server, made, { role: 'guestLink', scenes: [second] }),
  ]
  const came = []
  for (const { token } of links) came.push(await server.openLink(token, `name-${came.length}`))
  guests = came.map(({ person }) => person)
  browsers = [owner.browser, ...came.map(({ browser }) => browser), (await server.signUp('Somebody Else')).browser]
  const people: Person[] = [
    { n: 0, role: 'staff', scenes: 'all' },
    { n: 1, role: 'mainClient', scenes: 'all' },
    { n: 2, role: 'invited', scenes: [1] },
    { n: 3, role: 'guestLink', scenes: [2] },
  ]
  const where = new Map(photos.map((_, n) => [n, 1 + (n % 2)]))
  world = freshWorld({ scenes: where, people })
}, 60_000)

afterAll(() => server.stop())

async function change(random: (below: number) => number): Promise<void> {
  const n = random(photos.length)
  const ask = (command: Parameters<typeof perform>[2]) => perform(server, made.id, command, owner.person)
  switch (random(5)) {
    case 0:
      world.private = !world.private
      return ask({ type: 'gallery:change', private: world.private })
    case 1: {
      const roles = [[], ['guestLink'], ['invited'], ['mainClient']][random(4)] as ('guestLink' | 'invited' | 'mainClient')[]
      world.hiddenFor.set(1 + (n % 2), roles)
      return ask({ type: 'scene:change', id: scenes[n % 2] as SceneId, hiddenFor: roles })
    }
    case 2:
      world.hidden.delete(n)
      return ask({ type: 'photo:show', photos: [photos[n] as PhotoId] })
    default:
      world.hidden.add(n)
      return ask({ type: 'photo:hide', photos: [photos[n] as PhotoId] })
  }
}

async function pictures(browser: Browser, as = ''): Promise<readonly number[]> {
  const state = await server.galleries.state(made.id)
  const answers = photos.map(async (photo) => {
    const version = state?.photos.get(photo)?.versions.at(-1)?.id
    if (!version) throw new Error('not ready')
    return (await browser.send(`${pictureUrl(made.id, photo, version, 320)}${as}`)).status
  })
  return Promise.all(answers)
}

/** Lists and cards: counts and covers speak of what is seen only. */
async function lists(browser: Browser): Promise<string> {
  const answers = await Promise.all([routes.galleries, routes.me].map(async (path) => (await browser.send(path)).text()))
  return answers.join('\n')
}

test(`[LIVE-71] over HTTP no role fetches or reads of what it may not see (seed ${seed})`, async () => {
  const random = randomOf(seed)
  for (let step = 0; step < steps; step++) {
    await change(random)
    for (const person of world.people) {
      const browser = browsers[person.n] as Browser
      const expected = photos.map((_, n) => (seesPhoto(world, person, n) ? 200 : 404))
      expect({ step, role: person.role, got: await pictures(browser) }).toEqual({ step, role: person.role, got: expected })
      const text = await lists(browser)
      const unseen = photos.flatMap((photo, n) => (seesPhoto(world, person, n) ? [] : [photo, `SECRET_${n}_`]))
      expect(unseen.filter((token) => text.includes(token))).toEqual([])
      const cards = await browser.get<readonly GalleryCard[]>(routes.galleries)
      expect(cards.find(({ id }) => id === made.id)?.photos).toBe(expected.filter((status) => status === 200).length)
    }
    const stranger = browsers.at(-1) as Browser
    expect(await pictures(stranger)).toEqual(photos.map(() => 404))
    expect(await lists(stranger)).not.toContain(made.id)
  }
})

test('[AS-13] who looks as somebody fetches the pictures that one may, and nobody else does so', async () => {
  const random = randomOf(seed)
  for (let step = 0; step < 10; step++) {
    await change(random)
    for (const { n, role } of world.people.slice(1)) {
      const as = `?as=${guests[n - 1]}`
      const expected = await pictures(browsers[n] as Browser)
      expect({ step, role, got: await pictures(owner.browser, as) }).toEqual({ step, role, got: expected })
      for (const other of browsers.slice(1)) expect(await pictures(other, as)).toEqual(photos.map(() => 404))
    }
  }
  for (const as of ['?as=', `?as=${owner.person}`, '?as=anna', `?as=${guests[0]}&as=${guests[1]}`])
    expect(await pictures(owner.browser, as)).toEqual(photos.map(() => 404))
})
