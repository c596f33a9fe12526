/** Who signs out in one tab is out in all of them, at once. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Me, routes } from '../../common/protocol/http.ts'
import { Browser } from '../helpers/browser.ts'
import { connectLive, type LiveClient } from '../helpers/live-client.ts'
import { startServer, type TestServer } from '../helpers/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const password = 'a long password'
async function signedUp(): Promise<{ readonly browser: Browser; readonly email: string }> {
  const email = `${server.dice.id('user')}@example.com`
  const browser = server.browser()
  await browser.post<Me>(routes.signUp, { email, password, name: 'Jonas', studio: 'Studio' }, 201)
  return { browser, email }
}

const ended = ({ socket }: LiveClient) => new Promise((resolve) => socket.once('disconnect', resolve))

test('[PERSON-23] signing out ends the open connections of that session, and no others', async () => {
  const { browser, email } = await signedUp()
  const phone = new Browser(server.url)
  await phone.post(routes.signIn, { email, password })
  const { cookie } = browser
  const [tab, other, far] = [await server.connect(cookie), await server.connect(cookie), await server.connect(phone.cookie)]
  const gone = Promise.all([ended(tab), ended(other)])
  await browser.post(routes.signOut, {})
  await gone
  expect(far.socket.connected).toBe(true)
  await expect(connectLive(server.url, cookie)).rejects.toThrow('sign-in-needed')
})

test('[PERSON-23] so does signing in again as somebody else', async () => {
  const [one, two] = [await signedUp(), await signedUp()]
  const tab = await server.connect(one.browser.cookie)
  const gone = ended(tab)
  await one.browser.post(routes.signIn, { email: two.email, password })
  await gone
  expect((await one.browser.get<Me>(routes.me)).person?.id).toBe((await two.browser.get<Me>(routes.me)).person?.id)
})

test('[PERSON-23] a connection that is being let in when its session ends does not come in', async () => {
  const { browser } = await signedUp()
  const { cookie } = browser
  const knocks = Array.from({ length: 8 }, () => connectLive(server.url, cookie))
  const outcomes = Promise.allSettled(knocks)
  await browser.post(routes.signOut, {})
  for (const outcome of await outcomes) {
    if (outcome.status === 'fulfilled' && outcome.value.socket.connected) await ended(outcome.value)
  }
})
