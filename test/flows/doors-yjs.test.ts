/** The stock y-websocket provider against the whole server: by cookie and by token, at the address alone. */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { type PhotoId, sheetIdOf } from '../../common/ids.ts'
import { routes } from '../../common/protocol/http.ts'
import { addLink, addPhotos, makeGallery, perform, type TestGallery } from '../helpers/gallery-kit.ts'
import { startServer, type TestServer } from '../helpers/server.ts'

let server: TestServer
let gallery: TestGallery
let photo: PhotoId
const providers: WebsocketProvider[] = []

beforeAll(async () => {
  // The provider says each refusal aloud.
  jest.spyOn(console, 'warn').mockImplementation(() => {})
  server = await startServer()
  gallery = await makeGallery(server, await server.signUp())
  await perform(server, gallery.id, { type: 'gallery:change', feedback: 'collaborative' })
  const [first] = await addPhotos(server, gallery, { scene: gallery.scene, count: 1 })
  if (!first) throw new Error('no photo')
  photo = first
})
afterAll(async () => {
  for (const provider of providers) {
    provider.destroy()
    provider.doc.destroy()
  }
  await server.stop()
})

interface Joined {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  /** Close code of a door that stayed shut, or null once in step. */
  readonly outcome: Promise<number | null>
}

function join(room: string, { cookie, params = {} }: { readonly cookie?: string; readonly params?: Record<string, string> }): Joined {
  class WithCookie extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols, cookie ? { headers: { cookie } } : {})
    }
  }
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`ws://127.0.0.1:${server.port}/yjs`, room, doc, {
    WebSocketPolyfill: WithCookie as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    params,
  })
  providers.push(provider)
  const outcome = new Promise<number | null>((resolve) => {
    provider.on('sync', (inStep: boolean) => {
      if (inStep) resolve(null)
    })
    provider.on('connection-close', (event: { code: number } | null) => {
      if (event && event.code >= 4000) resolve(event.code)
    })
  })
  return { doc, provider, outcome }
}

const tokenOf = (browser: { post<T>(path: string, body: unknown): Promise<T> }) =>
  browser.post<{ readonly token: string }>(routes.sheetToken, { gallery: gallery.id, sheet: sheetIdOf(photo, 'shared') })

test('[DOOR-20] joins by the cookie of its person, at the address alone', async () => {
  const guest = await server.openLink((await addLink(server, gallery)).token, 'Noah')
  expect(await join(`${photo}/shared`, { cookie: guest.cookie }).outcome).toBeNull()
  expect(await join(`${photo}/team`, { cookie: gallery.owner.cookie }).outcome).toBeNull()
})

test('[DOOR-20] is shut for nobody, for others, and where nothing is', async () => {
  const stranger = await server.signUp('Other')
  const guest = await server.openLink((await addLink(server, gallery)).token, 'Noah')
  expect(await join(`${photo}/shared`, {}).outcome).toBeGreaterThanOrEqual(4400)
  expect(await join(`${photo}/shared`, { cookie: stranger.cookie }).outcome).toBeGreaterThanOrEqual(4400)
  const forbidden = await join(`${photo}/team`, { cookie: guest.cookie }).outcome
  const missing = await join('p_00000000000000000000/shared', { cookie: guest.cookie }).outcome
  expect(forbidden).toBe(missing)
  expect(await join(`%E0%A4%A/shared`, { cookie: guest.cookie }).outcome).toBeGreaterThanOrEqual(4400)
})

test('[DOOR-19] a token opens its sheet and no other', async () => {
  const guest = await server.openLink((await addLink(server, gallery)).token, 'Noah')
  const { token } = await tokenOf(guest.browser)
  expect(await join(`${photo}/shared`, { params: { token } }).outcome).toBeNull()
  expect(await join(`${photo}/team`, { params: { token } }).outcome).toBeGreaterThanOrEqual(4400)
  expect(await join(`${photo}/shared`, { params: { token: `${token.slice(0, -3)}AAA` } }).outcome).toBeGreaterThanOrEqual(4400)
})

test('[DOOR-19] is given to readers of the sheet only', async () => {
  const guest = await server.openLink((await addLink(server, gallery)).token, 'Noah')
  const ask = (browser: typeof guest.browser, sheet: string) => browser.refused(routes.sheetToken, { gallery: gallery.id, sheet })
  expect(await ask(guest.browser, `${photo}/team`)).toBe('not-found')
  expect(await ask(guest.browser, 'p_00000000000000000000/shared')).toBe('not-found')
  expect(await ask(guest.browser, 'nonsense')).toBe('malformed')
  expect(await ask((await server.signUp('Other')).browser, `${photo}/shared`)).toBe('not-found')
  expect(await ask(server.browser(), `${photo}/shared`)).toBe('sign-in-needed')
})
