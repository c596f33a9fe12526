/** The true server on a free port: real sockets, a real database. */
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AccountId, GalleryId, PersonId, UserId } from '../../common/ids.ts'
import { type Me, type OpenedLink, routes } from '../../common/protocol/http.ts'
import { type App, type AppOptions, createApp } from '../../server/app.ts'
import type { Config } from '../../server/config.ts'
import { createLog } from '../../server/log.ts'
import { Browser } from './browser.ts'
import type { Database } from './databases.ts'
import { slowRoad } from './lag.ts'
import { connectLive, type LiveClient } from './live-client.ts'
import { makeMongoDatabase } from './mongo-database.ts'

export interface ServerOptions extends Partial<Pick<AppOptions, 'clock' | 'dice' | 'post' | 'allowances'>> {
  /** SQLite in the data folder unless told otherwise. */
  readonly database?: Database
  /** A data folder to start on again; its owner removes it. */
  readonly folder?: string
  /** A MongoDB database to start on again. */
  readonly mongoUrl?: string
  /** Folder of a built client. */
  readonly pages?: string
  readonly config?: Partial<Config>
}

export interface Photographer {
  readonly cookie: string
  readonly person: UserId
  readonly account: AccountId
  readonly name: string
  readonly email: string
  readonly browser: Browser
}

export interface Guest {
  readonly cookie: string
  readonly person: PersonId
  readonly gallery: GalleryId
  readonly name: string
  readonly browser: Browser
}

export interface TestServer extends Pick<App, 'galleries' | 'store' | 'people' | 'ingest' | 'dice' | 'clock'> {
  readonly url: string
  readonly port: number
  readonly folder: string
  readonly mongoUrl: string | null
  /** A browser that nobody knows yet. */
  browser(): Browser
  signUp(name?: string): Promise<Photographer>
  /** Opens a link as somebody new, or as the browser's person. Fails if the link asks for more than a name. */
  openLink(token: string, name?: string, browser?: Browser): Promise<Guest>
  /** A connected live client of whoever has this cookie. Closed by `stop`. */
  connect(cookie: string): Promise<LiveClient>
  /** `keep`: the data stays, to start on again. */
  stop(options?: { readonly keep?: boolean }): Promise<void>
}

/** Milliseconds by which whatever a browser is sent or sends is late at the most. */
const lag = Number(process.env.LAG ?? 0)
const password = 'correct horse battery'
let signedUp = 0

export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'proofroom-'))
  const mongo = options.database === 'mongo' || options.mongoUrl ? makeMongoDatabase(options.mongoUrl) : null
  const config = { ...quietConfig, data: folder, mongoUrl: mongo?.url ?? null, ...options.config }
  const app = await createApp({ ...options, config, pages: options.pages ?? join(folder, 'no-pages'), log: createLog(config.logLevel) })
  const slow = options.pages !== undefined && lag > 0
  app.server.listen(slow ? 0 : config.port, '127.0.0.1')
  await once(app.server, 'listening')
  const own = (app.server.address() as AddressInfo).port
  const road = slow ? await slowRoad({ to: own, port: config.port, most: lag }) : null
  const port = road?.port ?? own
  const url = `http://127.0.0.1:${port}`
  const clients = new Set<LiveClient>()
  return {
    ...app,
    url,
    port,
    folder,
    mongoUrl: mongo?.url ?? null,
    browser: () => new Browser(url),
    signUp: (name = 'Jonas Reiter') => signUp(new Browser(url), name),
    openLink: (token, name, browser) => openLink(browser ?? new Browser(url), token, name),
    connect: async (cookie) => {
      const client = await connectLive(url, cookie)
      clients.add(client)
      return client
    },
    stop: async ({ keep = false } = {}) => {
      for (const client of clients) client.close()
      road?.close()
      await app.close()
      if (!keep) await mongo?.drop()
      if (!keep) rmSync(folder, { recursive: true, force: true })
    },
  }
}

const quietConfig: Config = {
  port: 0,
  host: '127.0.0.1',
  data: '',
  mongoUrl: null,
  smtpUrl: null,
  mailFrom: 'proofroom@example.com',
  publicUrl: null,
  proxies: 0,
  demo: false,
  logLevel: 'error',
}

async function signUp(browser: Browser, name: string): Promise<Photographer> {
  signedUp += 1
  const email = `photographer-${process.pid}-${signedUp}-${Date.now()}@example.com`
  const me = await browser.post<Me>(routes.signUp, { email, password, name, studio: `Studio ${name}` }, 201)
  const [account] = me.accounts
  if (!me.person || !account) throw new Error('signed up, but as nobody')
  return { cookie: browser.cookie, person: me.person.id as UserId, account: account.id, name, email, browser }
}

async function openLink(browser: Browser, token: string, name?: string): Promise<Guest> {
  const opened = await browser.post<OpenedLink>(routes.openLink, { token, ...(name === undefined ? {} : { name }) })
  if (opened.gallery === null) throw new Error(`the link still asks for ${opened.needs}`)
  const me = await browser.get<Me>(routes.me)
  if (!me.person) throw new Error('inside, but as nobody')
  return { cookie: browser.cookie, person: me.person.id, gallery: opened.gallery, name: me.person.name, browser }
}
