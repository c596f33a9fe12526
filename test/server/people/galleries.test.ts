import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type GalleryCard, routes } from '../../../common/protocol/http.ts'
import { addLink, addPhotos, addScene, makeGallery, perform, type TestGallery } from '../../helpers/gallery-kit.ts'
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

const cardsOf = (browser: { get<T>(path: string): Promise<T> }) => browser.get<readonly GalleryCard[]>(routes.galleries)
const asked = (account: string = owner.account) => ({
  id: server.dice.id('gallery'),
  account,
  name: 'Winter',
  scene: server.dice.id('scene'),
  sceneName: 'Day one',
})

describe('cards', () => {
  test('[PERSON-19] count and show what their reader sees', async () => {
    await perform(server, gallery.id, { type: 'gallery:change', private: true })
    const hiddenScene = await addScene(server, gallery.id, 'Still life')
    await perform(server, gallery.id, { type: 'scene:change', id: hiddenScene, hiddenFor: ['guestLink'] })
    const [first, second] = await addPhotos(server, gallery, { scene: gallery.scene, count: 3 })
    const [still] = await addPhotos(server, gallery, { scene: hiddenScene, count: 2, from: 10 })
    if (!first || !second || !still) throw new Error('no photos')
    await perform(server, gallery.id, { type: 'gallery:change', cover: still })
    await perform(server, gallery.id, { type: 'photo:hide', photos: [first] }, owner.person)
    const guest = await server.openLink((await addLink(server, gallery)).token, 'Noah')
    const client = await server.openLink((await addLink(server, gallery, { role: 'mainClient', binding: 'first' })).token, 'Clara')

    const [seenByGuest] = await cardsOf(guest.browser)
    expect(seenByGuest).toMatchObject({
      id: gallery.id,
      role: 'guestLink',
      photos: 2,
      cover: { photo: second },
      account: null,
      parent: null,
    })
    expect((await cardsOf(client.browser))[0]).toMatchObject({ role: 'mainClient', photos: 5, cover: { photo: still } })
    expect((await cardsOf(owner.browser))[0]).toMatchObject({ role: 'owner', photos: 5, account: owner.account })

    await perform(server, gallery.id, { type: 'gallery:change', status: 'offline' })
    expect(await cardsOf(guest.browser)).toEqual([])
    expect((await cardsOf(owner.browser)).map(({ status }) => status)).toEqual(['offline'])
    await perform(server, gallery.id, { type: 'gallery:change', status: 'online' })
  })

  test('[PERSON-19] nobody and strangers have none', async () => {
    expect(await cardsOf(server.browser())).toEqual([])
    expect(await cardsOf((await server.signUp('Other')).browser)).toEqual([])
  })
})

describe('a new gallery', () => {
  test('[PERSON-20] is made once', async () => {
    const body = asked()
    const twice = await Promise.all([1, 2].map(() => owner.browser.post(routes.galleries, body, 201)))
    expect(twice).toEqual([{ id: body.id }, { id: body.id }])
    expect((await cardsOf(owner.browser)).filter(({ id }) => id === body.id)).toHaveLength(1)
    expect(await owner.browser.post(routes.galleries, body, 201)).toEqual({ id: body.id })
  })

  test('[PERSON-20] needs a seat in the studio', async () => {
    const stranger = await server.signUp('Other')
    expect(await stranger.browser.refused(routes.galleries, asked())).toBe('not-found')
    expect(await server.browser().refused(routes.galleries, asked())).toBe('sign-in-needed')
    const guest = await server.openLink((await addLink(server, gallery)).token, 'Noah')
    expect(await guest.browser.refused(routes.galleries, asked())).toBe('sign-in-needed')
    expect(await stranger.browser.refused(routes.galleries, { ...asked(stranger.account), id: gallery.id })).toBe('taken')
  })

  test('[DOOR-4] with ids of its own kind', async () => {
    expect(await owner.browser.refused(routes.galleries, { ...asked(), id: 'p_00000000000000000000' })).toBe('malformed')
    expect(await owner.browser.refused(routes.galleries, { ...asked(), id: '../../etc/passwd' })).toBe('malformed')
  })
})
