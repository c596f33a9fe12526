import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { routes } from '../../../common/protocol/http.ts'
import { addLink, makeGallery } from '../../helpers/gallery-kit.ts'
import { startServer, type TestServer } from '../../helpers/server.ts'

const publicUrl = 'https://proofs.example.com'
let server: TestServer

beforeAll(async () => {
  server = await startServer({ config: { publicUrl, proxies: 1 } })
})
afterAll(() => server.stop())

/** As a proxy passes a browser's request on. */
const passedOn = { 'content-type': 'application/json', origin: publicUrl, 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.7' }

test('[DOOR-21] cookies are for https only, and the public address is the own one', async () => {
  const signedUp = await server.browser().send(routes.signUp, {
    method: 'POST',
    headers: passedOn,
    body: JSON.stringify({ email: 'mara@example.com', password: 'a long password', name: 'Mara', studio: 'Vogt' }),
  })
  expect(signedUp.status).toBe(201)
  expect(signedUp.headers.getSetCookie()).toEqual([expect.stringMatching(/proofroom-session=.*; Secure/)])
  expect(signedUp.headers.get('strict-transport-security')).toContain('max-age=')

  const { token } = await addLink(server, await makeGallery(server, await server.signUp()), { welcomes: 'Clara' })
  const opened = await server.browser().send(routes.openLink, { method: 'POST', headers: passedOn, body: JSON.stringify({ token }) })
  expect(opened.headers.getSetCookie()).toEqual([expect.stringMatching(/proofroom-visitor=.*; Secure/)])
})

test('[DOOR-21] another site is still another site', async () => {
  const headers = { ...passedOn, origin: 'http://proofs.example.com' }
  const response = await server.browser().send(routes.signOut, { method: 'POST', headers, body: '{}' })
  expect(response.status).toBe(403)
})
