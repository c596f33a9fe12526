import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Me, type OpenedLink, routes } from '../../../common/protocol/http.ts'
import { addLink, makeGallery, type TestGallery } from '../../helpers/gallery-kit.ts'
import { startServer, type TestServer } from '../../helpers/server.ts'
import { SteadyClock } from '../../helpers/steady-clock.ts'

const day = 24 * 3_600_000
let server: TestServer
let gallery: TestGallery

beforeAll(async () => {
  server = await startServer()
  gallery = await makeGallery(server, await server.signUp())
})
afterAll(() => server.stop())

const open = (body: object, browser = server.browser()) => browser.post<OpenedLink>(routes.openLink, body)
const grants = async () => [...((await server.galleries.state(gallery.id))?.grants.values() ?? [])]

describe('who comes', () => {
  test('[PERSON-17] staff enter without becoming a client', async () => {
    const { token } = await addLink(server, gallery, { code: 'secret-code' })
    const before = (await grants()).length
    expect(await open({ token }, gallery.owner.browser)).toEqual({ gallery: gallery.id })
    expect(await grants()).toHaveLength(before)
  })

  test('[PERSON-11] a photographer of another studio enters as themselves', async () => {
    const { token } = await addLink(server, gallery)
    const other = await server.signUp('Mara Vogt')
    const entered = await server.openLink(token, undefined, other.browser)
    expect(entered).toMatchObject({ person: other.person, name: 'Mara Vogt' })
  })

  test('[PERSON-10] a changed cookie is nobody', async () => {
    const { token } = await addLink(server, gallery)
    const guest = await server.openLink(token, 'Noah')
    const victim = await server.openLink(token, 'Clara')
    const name = 'proofroom-visitor'
    const [, period, signature] = String(guest.browser.cookieOf(name)).split('.')
    for (const forged of [
      `${victim.person}.${period}.${signature}`,
      `${guest.person}.99999.${signature}`,
      guest.person,
      '..',
      `${guest.person}.${period}.`,
    ]) {
      const thief = server.browser()
      thief.setCookie(name, forged)
      expect((await thief.get<Me>(routes.me)).person).toBeNull()
    }
  })

  test('[PERSON-10] a cookie of an older key is signed anew and lasts', async () => {
    const own = new SteadyClock(Date.now())
    const one = await startServer({ clock: own })
    const theirs = await makeGallery(one, await one.signUp())
    const guest = await one.openLink((await addLink(one, theirs)).token, 'Noah')
    const before = guest.browser.cookie
    own.forward(91 * day)
    await one.stop({ keep: true })
    const two = await startServer({ clock: own, folder: one.folder, ...(one.mongoUrl ? { mongoUrl: one.mongoUrl } : {}) })
    const later = two.browser()
    later.setCookie('proofroom-visitor', before.split('=')[1] ?? '')
    expect((await later.get<Me>(routes.me)).person?.id).toBe(guest.person)
    expect(later.cookie).not.toBe(before)
    await two.stop()
  })

  test('[PERSON-18] a new name is told in every gallery', async () => {
    const { token } = await addLink(server, gallery)
    const guest = await server.openLink(token, 'Noah')
    const other = await makeGallery(server, gallery.owner, 'Winter')
    await server.openLink((await addLink(server, other)).token, undefined, guest.browser)
    const me = await guest.browser.post<Me>(routes.rename, { name: 'Noah Lind' })
    expect(me.person?.name).toBe('Noah Lind')
    for (const id of [gallery.id, other.id]) {
      expect((await server.galleries.state(id))?.guests.get(guest.person)?.name).toBe('Noah Lind')
    }
    expect(await server.browser().refused(routes.rename, { name: 'Nobody' })).toBe('sign-in-needed')
  })
})
