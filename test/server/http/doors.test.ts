import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { routes } from '../../../common/protocol/http.ts'
import { refusals } from '../../../common/refusals.ts'
import { startServer, type TestServer } from '../../helpers/server.ts'

let server: TestServer
let pages: string

beforeAll(async () => {
  pages = mkdtempSync(join(tmpdir(), 'pages-'))
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>Proofroom</title>')
  server = await startServer({ pages })
})
afterAll(async () => {
  await server.stop()
  rmSync(pages, { recursive: true, force: true })
})

const json = { 'content-type': 'application/json' }
const signIn = JSON.stringify({ email: 'a@example.com', password: 'x' })

async function refusalOf(response: Response): Promise<string> {
  const { refusal, sentence } = (await response.json()) as { refusal: { code: keyof typeof refusals }; sentence: string }
  expect(response.status).toBe(refusals[refusal.code].status)
  expect(sentence).toBe(refusals[refusal.code].sentence)
  return refusal.code
}

describe('origin', () => {
  const post = (headers: Record<string, string>) =>
    fetch(server.url + routes.signIn, { method: 'POST', headers: { ...json, ...headers }, body: signIn })

  test.each(['https://evil.example', 'null', 'http://127.0.0.1:1', 'http://127.0.0.1', 'not an origin', ''])(
    '[DOOR-1] [DOOR-2] refuses %p',
    async (origin) => {
      expect(await refusalOf(await post({ origin }))).toBe('wrong-origin')
    },
  )

  test('[DOOR-1] takes its own, and requests of no page', async () => {
    expect(await refusalOf(await post({ origin: server.url }))).toBe('wrong-sign-in')
    expect(await refusalOf(await post({}))).toBe('wrong-sign-in')
  })

  test('[DOOR-1] no origin but a page of another site', async () => {
    const answered = await new Promise<number | undefined>((resolve) => {
      const headers = { ...json, 'sec-fetch-site': 'cross-site' }
      request(server.url + routes.signIn, { method: 'POST', headers }, (res) => resolve(res.resume().statusCode)).end(signIn)
    })
    expect(answered).toBe(403)
  })
})

describe('addresses', () => {
  test.each(['/api/nothing', '/api', '/api/me/', '/media/x', '/media/g/p/v/320', '/assets/gone.js', '/api/%00', '/sign-in/x/y'])(
    '[DOOR-3] %s is not there',
    async (path) => {
      const response = await fetch(server.url + path)
      if (path === '/api/me/') return expect(response.status).toBe(200)
      expect(await refusalOf(response)).toBe('not-found')
    },
  )

  test('[DOOR-3] a method nobody serves', async () => {
    expect(await refusalOf(await fetch(server.url + routes.me, { method: 'DELETE' }))).toBe('not-found')
  })

  test.each(['/', '/g/g_00000000000000000000', '/l/whatever', '/sign-in', '/some/page'])('[DOOR-3] %s is the first page', async (path) => {
    const response = await fetch(server.url + path, { headers: { accept: 'text/html' } })
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-cache')
    expect(await response.text()).toContain('<title>Proofroom')
  })

  test('[DOOR-3] nothing outside the pages is served', async () => {
    for (const path of ['/..%2f..%2fetc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/.git/config']) {
      const response = await fetch(server.url + path, { headers: { accept: 'text/html' } })
      expect(await response.text()).not.toMatch(/root:|\[core\]/)
    }
  })
})

describe('bodies', () => {
  const post = (body: string, headers: Record<string, string> = json) =>
    fetch(server.url + routes.signIn, { method: 'POST', headers, body })

  test.each([
    ['not JSON', '{"email":'],
    ['an array', '[]'],
    ['a string', '"x"'],
    ['nothing', ''],
    ['null', 'null'],
    ['something more', JSON.stringify({ email: 'a@example.com', password: 'x', admin: true })],
    ['a wrong type', JSON.stringify({ email: { $ne: null }, password: 'x' })],
    ['a prototype', '{"__proto__":{"email":"a@example.com","password":"x"}}'],
  ])('[DOOR-4] %s is malformed', async (_what, body) => {
    expect(await refusalOf(await post(body))).toBe('malformed')
  })

  test('[DOOR-4] names the field, not its content', async () => {
    const response = await post(JSON.stringify({ email: 'secret-not-an-address', password: 'x' }))
    const text = await response.text()
    expect(JSON.parse(text)).toMatchObject({ refusal: { code: 'malformed', detail: 'email' } })
    expect(text).not.toContain('secret')
  })

  test('[DOOR-4] a form of another page is no JSON', async () => {
    expect(await refusalOf(await post(signIn, { 'content-type': 'text/plain' }))).toBe('malformed')
    expect(await refusalOf(await post('email=a', { 'content-type': 'application/x-www-form-urlencoded' }))).toBe('malformed')
  })

  test('[DOOR-5] too large', async () => {
    expect(await refusalOf(await post(JSON.stringify({ email: 'x'.repeat(20_000) })))).toBe('too-large')
  })
})

describe('answers', () => {
  test('[DOOR-6] carry the safety headers', async () => {
    for (const path of ['/', routes.me, '/api/nothing']) {
      const { headers } = await fetch(server.url + path, { headers: { accept: 'text/html' } })
      const policy = headers.get('content-security-policy')
      expect(policy).toContain("default-src 'self'")
      expect(policy).toContain("img-src 'self' blob:")
      expect(policy).toContain("frame-ancestors 'self'")
      expect(policy).not.toContain('upgrade-insecure-requests')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(headers.has('x-powered-by')).toBe(false)
      expect(headers.has('strict-transport-security')).toBe(false)
    }
  })

  test('[DOOR-7] of the API are not kept', async () => {
    for (const path of [routes.me, routes.galleries, '/api/nothing', routes.health]) {
      expect((await fetch(server.url + path)).headers.get('cache-control')).toBe('no-store')
    }
  })

  test('[DOOR-8] healthy while the database answers', async () => {
    expect(await (await fetch(server.url + routes.health)).json()).toEqual({ ok: true })
    const other = await startServer()
    await other.store.close()
    const response = await fetch(other.url + routes.health)
    expect(response.status).toBe(503)
    await other.stop().catch(() => {})
  })

  test('[DOOR-9] metrics are for this machine and for staff', async () => {
    const here = await fetch(server.url + routes.metrics)
    expect(await here.text()).toContain('proofroom_http_seconds')
    const proxied = { 'x-forwarded-for': '203.0.113.7' }
    expect(await refusalOf(await fetch(server.url + routes.metrics, { headers: proxied }))).toBe('not-found')
    const { cookie } = await server.signUp()
    expect((await fetch(server.url + routes.metrics, { headers: { ...proxied, cookie } })).status).toBe(200)
  })

  test('[DOOR-13] an upgrade nobody serves is closed', async () => {
    const heard = await new Promise<string>((resolve) => {
      const socket = connect(server.port, '127.0.0.1')
      let text = ''
      socket.on('data', (bytes) => {
        text += bytes.toString()
      })
      socket.on('close', () => resolve(text))
      socket.write(`GET /nowhere HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`)
    })
    expect(heard).toMatch(/^HTTP\/1.1 404/)
  })
})
