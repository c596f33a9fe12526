import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, jest, test } from '@jest/globals'
import type { PhotoId } from '../../../common/ids.ts'
import { demoAddresses, openDemo } from '../../../server/demo/demo.ts'
import type { DemoDeps } from '../../../server/demo/deps.ts'
import { demoPhotos, gallery, links, photographer, scenes } from '../../../server/demo/facts.ts'
import { perform } from '../../helpers/gallery-kit.ts'
import { freePort, startProcess } from '../../helpers/process.ts'
import { startServer, type TestServer } from '../../helpers/server.ts'

jest.setTimeout(120_000)
const demoFolder = join(import.meta.dirname, '..', '..', '..', 'demo')
/** One demo for all that is asked of it: making it takes seconds. */
const folder = mkdtempSync(join(tmpdir(), 'demo-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function depsOf(server: TestServer, folder: string, said: string[] = []): DemoDeps {
  return { ...server, folder: demoFolder, staging: join(folder, 'uploads', 'demo'), say: (line) => said.push(line) }
}

test('[DOOR-18] killed at any moment of the first start, the next completes it, nothing twice', async () => {
  const env = async () => ({ PORT: String(await freePort()), PROOFROOM_DATA: folder, MONGO_URL: '' })
  for (const line of [/Making the demo/, /Making the sizes/]) {
    const cut = startProcess(await env())
    await cut.until(line)
    await cut.stop('SIGKILL')
  }
  const server = await startServer({ folder, config: { mongoUrl: null } })
  const said: string[] = []
  expect(await openDemo(depsOf(server, folder, said), true)).toBe(true)
  expect(said.at(-1)).toBe('The demo is ready.')
  const state = await server.galleries.state(gallery)
  if (!state) throw new Error('no demo')
  expect(
    [...state.photos.values()].map(({ cameraName, state: how, versions }) => `${cameraName} ${how} ${versions.length}`).sort(),
  ).toEqual(demoPhotos(demoFolder).map(({ cameraName }) => `${cameraName} ready 1`))
  expect([...state.scenes.keys()].sort()).toEqual(scenes.map(({ id }) => id).sort())
  expect([...state.links.keys()].sort()).toEqual(links.map(({ id }) => id).sort())
  expect([...state.photos.values()].filter(({ hidden }) => hidden).map(({ cameraName }) => cameraName)).toEqual([
    'PRF_0003.jpg',
    'PRF_0027.jpg',
  ])

  const [removed] = state.photos.keys()
  await perform(server, gallery, { type: 'photo:remove', photos: [removed as PhotoId] }, photographer.id)
  await openDemo(depsOf(server, folder, said), true)
  expect((await server.galleries.state(gallery))?.photos.size).toBe(26)
  await server.stop({ keep: true })
})

test('[DOOR-15] the first start settles whether there is a demo', async () => {
  const server = await startServer()
  const deps = depsOf(server, server.folder)
  expect(await openDemo(deps, false)).toBe(false)
  expect(await openDemo(deps, true)).toBe(false)
  expect(await server.galleries.state(gallery)).toBeNull()
  expect(await demoAddresses(deps, { base: 'http://x', here: 'http://x' })).toEqual([])
  await server.stop()
})

test('[DOOR-25] a server started empty is fresh until a studio is opened, and no other server is', async () => {
  const server = await startServer()
  const deps = depsOf(server, server.folder)
  const said = async () => (await server.people.me(null)).fresh
  expect(await said()).toBeUndefined()
  await openDemo(deps, false)
  expect(await said()).toBe(true)
  await server.signUp()
  expect(await said()).toBeUndefined()
  await openDemo(deps, false)
  expect(await said()).toBeUndefined()
  await server.stop()
})

test('[DOOR-14] a link that was revoked is not printed; nobody signs in by the demo password', async () => {
  const server = await startServer({ folder, config: { mongoUrl: null } })
  const deps = depsOf(server, folder)
  await openDemo(deps, true)
  const whos = async () =>
    (await demoAddresses(deps, { base: 'http://x', here: 'http://y' })).map(({ who, url }) => `${who} ${new URL(url).host}`)
  expect(await whos()).toEqual(['photographer y', 'main client x', 'invited x', 'guest x'])
  await perform(server, gallery, { type: 'link:revoke', id: links[2].id }, photographer.id)
  expect(await whos()).toEqual(['photographer y', 'main client x', 'invited x'])
  expect(await server.people.signIn({ email: photographer.email, password: '' })).toMatchObject({ ok: false })
  await server.stop()
})
