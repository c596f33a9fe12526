import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Me, routes } from '../../../common/protocol/http.ts'
import { systemDice } from '../../../server/dice.ts'
import type { Browser } from '../../helpers/browser.ts'
import { startServer, type TestServer } from '../../helpers/server.ts'
import { SteadyClock } from '../../helpers/steady-clock.ts'

const day = 24 * 3_600_000
const session = 'proofroom-session'
let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const fresh = () => ({ email: `${systemDice.id('user')}@example.com`, password: 'a long password', name: 'Jonas', studio: 'Studio' })
const whoIs = async (browser: Browser): Promise<string | null> => (await browser.get<Me>(routes.me)).person?.name ?? null

describe('sign-up', () => {
  test('[PERSON-1] signs in, with a studio', async () => {
    const browser = server.browser()
    const me = await browser.post<Me>(routes.signUp, fresh(), 201)
    expect(me).toMatchObject({ person: { name: 'Jonas', signedIn: true }, accounts: [{ name: 'Studio', owner: true }], mail: false })
    expect(await browser.get<Me>(routes.me)).toEqual(me)
  })

  test('[PERSON-2] twice is taken, and tells nothing more', async () => {
    const ask = fresh()
    await server.browser().post(routes.signUp, ask, 201)
    expect(await server.browser().refused(routes.signUp, { ...ask, email: ask.email.toUpperCase() })).toBe('taken')
  })

  test('[DOOR-4] a short password or an empty name is malformed', async () => {
    expect(await server.browser().refused(routes.signUp, { ...fresh(), password: 'short' })).toBe('malformed')
    expect(await server.browser().refused(routes.signUp, { ...fresh(), name: '   ' })).toBe('malformed')
  })
})

describe('sessions', () => {
  test('[PERSON-5] a new id at sign-in: one planted before is worth nothing', async () => {
    const ask = fresh()
    const browser = server.browser()
    await browser.post(routes.signUp, ask, 201)
    const before = browser.cookieOf(session)
    await browser.post(routes.signIn, { email: ask.email, password: ask.password })
    expect(browser.cookieOf(session)).not.toBe(before)
    const thief = server.browser()
    thief.setCookie(session, String(before))
    expect(await whoIs(thief)).toBeNull()
    const planted = server.browser()
    planted.setCookie(session, 's%3Achosen.by-somebody')
    await planted.post(routes.signIn, { email: ask.email, password: ask.password })
    expect(planted.cookieOf(session)).not.toContain('chosen')
  })

  test('[PERSON-5] signing out ends it on the server', async () => {
    const { browser } = await server.signUp()
    const copy = server.browser()
    copy.setCookie(session, String(browser.cookieOf(session)))
    expect(await whoIs(copy)).toBe('Jonas Reiter')
    expect(await browser.post<Me>(routes.signOut, {})).toMatchObject({ person: null })
    expect(await whoIs(copy)).toBeNull()
    expect(browser.cookieOf(session)).toBeUndefined()
  })

  test('[PERSON-5] cookies are out of reach of scripts and other sites', async () => {
    const response = await server.browser().send(routes.signUp, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fresh()),
    })
    expect(response.headers.getSetCookie().join()).toMatch(/HttpOnly; SameSite=Lax/i)
  })

  test('[PERSON-6] outlive a restart', async () => {
    const one = await startServer()
    const { browser, cookie } = await one.signUp()
    await one.stop({ keep: true })
    const two = await startServer({ folder: one.folder, ...(one.mongoUrl ? { mongoUrl: one.mongoUrl } : {}) })
    const again = two.browser()
    again.setCookie(session, String(browser.cookieOf(session)))
    expect(cookie).toContain(session)
    expect(await whoIs(again)).toBe('Jonas Reiter')
    await two.stop()
  })

  test('[PERSON-6] are extended by use, once a day, and end without', async () => {
    const clock = new SteadyClock(Date.now())
    const own = await startServer({ clock })
    const { browser } = await own.signUp()
    const extended = async () => (await browser.send(routes.me)).headers.getSetCookie().some((line) => line.startsWith(session))
    await extended()
    expect(await extended()).toBe(false)
    for (let days = 0; days < 40; days += 10) {
      clock.forward(10 * day)
      expect(await extended()).toBe(true)
    }
    expect(await whoIs(browser)).toBe('Jonas Reiter')
    clock.forward(31 * day)
    expect(await whoIs(browser)).toBeNull()
    await own.stop()
  })
})

describe('guessing', () => {
  test('[PERSON-7] wrong sign-ins are limited for each e-mail; right ones do not count', async () => {
    const own = await startServer({ allowances: { signInEmail: { tries: 3, seconds: 900 } } })
    const ask = fresh()
    await own.browser().post(routes.signUp, ask, 201)
    const right = { email: ask.email, password: ask.password }
    for (let times = 0; times < 5; times++) await own.browser().post(routes.signIn, right)
    const wrong = { ...right, password: 'wrong' }
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => own.browser().refused(routes.signIn, wrong)))
    expect(answers.filter((code) => code === 'wrong-sign-in')).toHaveLength(3)
    expect(answers.filter((code) => code === 'too-many')).toHaveLength(2)
    expect(await own.browser().refused(routes.signIn, { ...right, email: right.email.toUpperCase() })).toBe('too-many')
    expect(await own.browser().refused(routes.signIn, { email: 'other@example.com', password: 'x' })).toBe('wrong-sign-in')
    await own.stop()
  })

  test('[PERSON-7] and for each address', async () => {
    const own = await startServer({ allowances: { signInAddress: { tries: 2, seconds: 900 } } })
    const answers: string[] = []
    for (const name of ['a', 'b', 'c'])
      answers.push(await own.browser().refused(routes.signIn, { email: `${name}@example.com`, password: 'x' }))
    expect(answers).toEqual(['wrong-sign-in', 'wrong-sign-in', 'too-many'])
    await own.stop()
  })
})

describe('sign-in links', () => {
  const link = async (local: boolean) => {
    const { person } = await server.signUp('Mara')
    return server.people.makeSignInLink({ user: person, goTo: '/g/somewhere', local }, server.clock.now() + day)
  }

  test('[PERSON-8] sign in once and go on', async () => {
    const secret = await link(true)
    const browser = server.browser()
    const first = await browser.send(`/sign-in/${secret}`)
    expect([first.status, first.headers.get('location')]).toEqual([303, '/g/somewhere'])
    expect(await whoIs(browser)).toBe('Mara')
    const second = await server.browser().send(`/sign-in/${secret}`)
    expect(second.status).toBe(410)
    expect(second.headers.get('content-type')).toContain('text/html')
    expect((await browser.send(`/sign-in/${secret}`)).headers.get('location')).toBe('/')
  })

  test('[PERSON-9] for this machine, not through a proxy nor by a foreign name', async () => {
    const secret = await link(true)
    const proxied = await server.browser().send(`/sign-in/${secret}`, { headers: { 'x-forwarded-for': '203.0.113.9' } })
    expect(proxied.status).toBe(410)
    expect((await server.browser().send(`/sign-in/${secret}`)).status).toBe(303)
  })
})
