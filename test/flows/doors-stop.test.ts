/** The server stops and starts under open pages. */

import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { routes } from '../../common/protocol/http.ts'
import { onEachDatabase } from '../helpers/databases.ts'
import { connectLive } from '../helpers/live-client.ts'
import { type MongoDatabase, mongoOn } from '../helpers/mongo-database.ts'
import { freePort, type Process, startProcess } from '../helpers/process.ts'
import { startServer } from '../helpers/server.ts'
import { scenery } from '../helpers/store-room.ts'

jest.setTimeout(180_000)

onEachDatabase('a server that stops', (database) => {
  let folder: string
  let running: Process | undefined
  let mongo: MongoDatabase | null
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'stop-'))
    mongo = mongoOn(database)
  })
  afterAll(async () => {
    await running?.stop('SIGKILL')
    await mongo?.drop()
    rmSync(folder, { recursive: true, force: true })
  })

  test('[DOOR-17] stops with code 0 under open pages; what was answered is there after a start, or after a kill', async () => {
    const { gallery, cookie } = await furnished(folder, mongo?.url)
    const env = { PORT: String(await freePort()), PROOFROOM_DATA: folder, ...(mongo ? { MONGO_URL: mongo.url } : {}) }
    let server = startProcess(env, ['--empty'])
    running = server
    await server.until(/running/)

    for (const signal of ['SIGTERM', 'SIGKILL', 'SIGINT'] as const) {
      const client = await connectLive(server.url, cookie)
      const joined = await client.join(gallery)
      const photo = joined.ok ? joined.snapshot?.find((record) => record.kind === 'photo' && !record.hidden) : undefined
      if (photo?.kind !== 'photo') throw new Error('nothing to hide')
      const agent = new Agent({ keepAlive: true })
      await new Promise((resolve) => get(`${server.url}${routes.health}`, { agent }, (res) => res.resume().on('end', resolve)))
      expect(await client.do(gallery, { type: 'photo:hide', photos: [photo.id] })).toMatchObject({ ok: true })
      expect(await server.stop(signal)).toBe(signal === 'SIGKILL' ? null : 0)
      client.close()
      agent.destroy()

      server = startProcess(env, ['--empty'])
      running = server
      await server.until(/running/)
      const again = await connectLive(server.url, cookie)
      const rejoined = await again.join(gallery)
      const kept = rejoined.ok && rejoined.snapshot?.find((record) => record.kind === 'photo' && record.id === photo.id)
      expect(kept).toMatchObject({ hidden: { name: 'Clara Winter' } })
      again.close()
    }
    expect(await server.stop()).toBe(0)
  })
})

/** A data folder with a gallery of photos in it, and the cookie of its main client. */
async function furnished(folder: string, mongoUrl: string | undefined) {
  const server = await startServer({ folder, ...(mongoUrl ? { mongoUrl } : {}) })
  const { gallery, guest } = await scenery(server, await server.signUp(), { photos: 3, feedback: 'private' })
  const { cookie } = await guest('mainClient', 'Clara Winter')
  await server.stop({ keep: true })
  return { gallery, cookie }
}
