/** `npm start` as whoever runs the server meets it: a child process, its lines, its addresses. */

import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { PhotoId } from '../../common/ids.ts'
import { type GalleryCard, type OpenedLink, pictureUrl, routes } from '../../common/protocol/http.ts'
import { Browser } from '../helpers/browser.ts'
import { onEachDatabase } from '../helpers/databases.ts'
import { connectLive } from '../helpers/live-client.ts'
import { type MongoDatabase, mongoOn } from '../helpers/mongo-database.ts'
import { freePort, type Process, startProcess } from '../helpers/process.ts'

jest.setTimeout(120_000)
let folder: string
const running = new Set<Process>()

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'))
})
afterEach(async () => {
  await Promise.all([...running].map((one) => one.stop()))
  running.clear()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function start(env: Readonly<Record<string, string>> = {}, args: readonly string[] = []): Promise<Process> {
  const PORT = String(await freePort())
  const one = startProcess({ PORT, PROOFROOM_DATA: folder, ...env }, args)
  running.add(one)
  return one
}

const addressOf = (lines: readonly string[], who: string): URL => {
  const line = lines.find((one) => one.startsWith(`${who}: http`))
  if (!line) throw new Error(`no address for the ${who}:\n${lines.join('\n')}`)
  return new URL(line.slice(who.length + 2))
}

/** Opens a printed address as a browser does, and counts what is seen in the gallery behind it. */
async function seenBehind(address: URL): Promise<{ readonly browser: Browser; readonly card: GalleryCard }> {
  const browser = new Browser(address.origin)
  const token = /^\/l\/(.+)/.exec(address.pathname)?.[1]
  if (token) await browser.post<OpenedLink>(routes.openLink, { token })
  else expect((await browser.send(address.pathname)).status).toBe(303)
  const [card] = await browser.get<readonly GalleryCard[]>(routes.galleries)
  if (!card) throw new Error('no gallery behind the address')
  return { browser, card }
}

async function photosJoined(url: string, browser: Browser, card: GalleryCard): Promise<number> {
  const client = await connectLive(url, browser.cookie)
  const joined = await client.join(card.id)
  client.close()
  return joined.ok ? (joined.snapshot ?? []).filter((record) => record.kind === 'photo').length : -1
}

const people = [
  ['photographer', 27],
  ['main client', 27],
  ['invited', 19],
  ['guest', 17],
] as const

onEachDatabase('npm start', (database) => {
  let clara: Browser
  let mongo: MongoDatabase | null
  let env: Readonly<Record<string, string>>
  beforeAll(() => {
    mongo = mongoOn(database)
    env = { PROOFROOM_DATA: join(folder, database), ...(mongo ? { MONGO_URL: mongo.url } : {}) }
  })
  afterAll(() => mongo?.drop())

  test('[DOOR-14] [DOOR-16] [DOOR-17] first: says what it does, prints four addresses that work, stops when told', async () => {
    const one = await start(env)
    const lines = await one.until(/^guest: /)
    expect(lines.join('\n')).toMatch(/Studio Reiter[\s\S]*27 photographs[\s\S]*running/)
    for (const [who, count] of people) {
      const address = addressOf(lines, who)
      const { browser, card } = await seenBehind(address)
      expect([who, card.photos, card.name]).toEqual([who, count, 'Hinterland'])
      expect([who, await photosJoined(address.origin, browser, card)]).toEqual([who, count])
      if (!card.cover) throw new Error('no cover')
      const picture = await browser.send(pictureUrl(card.id, card.cover.photo, card.cover.version, 320))
      expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
      const hidden = await browser.send(pictureUrl(card.id, 'p_demoPRF0003jpg000000' as PhotoId, card.cover.version, 320))
      expect(hidden.status).toBe(404)
      if (who === 'main client') clara = browser
    }
    expect(await one.stop()).toBe(0)
    running.delete(one)
  })

  test('[DOOR-14] [DOOR-12] again: everything is kept, the sign-in link is fresh; to another start the folder in use is one clear line', async () => {
    const one = await start(env)
    const lines = await one.until(/^guest: /)
    expect(lines.join('\n')).not.toContain('Making')
    for (const [who, count] of people) expect((await seenBehind(addressOf(lines, who))).card.photos).toBe(count)
    const used = await new Browser(one.url).send(addressOf(lines, 'photographer').pathname)
    expect(used.status).toBe(410)
    const again = new Browser(one.url)
    for (const [name, value] of clara.cookie.split('; ').map((pair) => pair.split('='))) again.setCookie(String(name), String(value))
    expect((await again.get<readonly GalleryCard[]>(routes.galleries))[0]).toMatchObject({ role: 'mainClient', photos: 27 })
    const two = await start(env)
    expect(await two.ended).toBe(1)
    expect(two.lines().filter((line) => line !== '')).toEqual([expect.stringContaining('another Proofroom uses the data folder')])
  })

  test('[DOOR-15] --empty starts without the demo, then and later', async () => {
    const db = mongoOn(database)
    const own = { PROOFROOM_DATA: join(folder, `${database}-empty`), ...(db ? { MONGO_URL: db.url } : {}) }
    const one = await start(own, ['--empty'])
    expect((await one.until(/running/)).join('\n')).not.toMatch(/demo|photographer/)
    expect(await one.stop()).toBe(0)
    const two = await start(own)
    expect((await two.until(/running/)).join('\n')).not.toMatch(/demo|photographer/)
    await two.stop()
    await db?.drop()
  })
})

describe('what is wrong', () => {
  test.each([
    [{ PORT: 'abc' }, [], /PORT must be a number/],
    [{ PORT: '70000' }, [], /PORT must be from 0 to 65535/],
    [{ PORT: '-1' }, [], /PORT must be from 0 to 65535/],
    [{ MONGO_URL: 'localhost' }, [], /MONGO_URL must be an address such as mongodb:/],
    [{ LOG_LEVEL: 'loud' }, [], /LOG_LEVEL must be one of/],
    [{ PROOFROOM_DATA: '/dev/null/data' }, [], /the data folder \/dev\/null\/data cannot be used: /],
    [{}, ['--emty'], /Unknown option --emty/],
  ])('[DOOR-11] %p %p is one clear line', async (env, args, line) => {
    const one = await start(env, args)
    expect(await one.ended).toBe(1)
    expect(one.lines()).toEqual([expect.stringMatching(line)])
  })

  test('[DOOR-12] a port in use is one clear line', async () => {
    const other: Server = createServer()
    const port = await new Promise<number>((resolve) =>
      other.listen(0, () => {
        const address = other.address()
        resolve(typeof address === 'object' && address ? address.port : 0)
      }),
    )
    const one = await start({ PORT: String(port) }, ['--empty'])
    expect(await one.ended).toBe(1)
    expect(one.lines()).toEqual([`Proofroom cannot start: port ${port} is in use. Choose another with PORT=…`])
    other.close()
  })
})
