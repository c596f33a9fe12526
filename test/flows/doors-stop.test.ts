/** The server stops and starts under open pages. */

import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { type OpenedLink, routes } from '../../common/protocol/http.ts'
import { Browser } from '../helpers/browser.ts'
import { onEachDatabase } from '../helpers/databases.ts'
import { connectLive } from '../helpers/live-client.ts'
import { type MongoDatabase, mongoOn } from '../helpers/mongo-database.ts'
import { freePort, type Process, startProcess } from '../helpers/process.ts'

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
    const env = { PORT: String(await freePort()), PROOFROOM_DATA: folder, ...(mongo ? { MONGO_URL: mongo.url } : {}) }
    let server = startProcess(env)
    running = server
    const token = (line: readonly string[]) => line.find((one) => one.startsWith('main client: '))?.split('/l/')[1] ?? ''
    const browser = new Browser(server.url)
    const opened = await browser.post<OpenedLink>(routes.openLink, { token: token(await server.until(/^guest: /)) })
    if (opened.gallery === null) throw new Error('not open')

    for (const signal of ['SIGTERM', 'SIGKILL', 'SIGINT'] as const) {
      const client = await connectLive(server.url, browser.cookie)
      const joined = await client.join(opened.gallery)
      const photo = joined.ok ? joined.snapshot?.find((record) => record.kind === 'photo' && !record.hidden) : undefined
      if (photo?.kind !== 'photo') throw new Error('nothing to hide')
      const agent = new Agent({ keepAlive: true })
      await new Promise((resolve) => get(`${server.url}${routes.health}`, { agent }, (res) => res.resume().on('end', resolve)))
      expect(await client.do(opened.gallery, { type: 'photo:hide', photos: [photo.id] })).toMatchObject({ ok: true })
      expect(await server.stop(signal)).toBe(signal === 'SIGKILL' ? null : 0)
      client.close()
      agent.destroy()

      server = startProcess(env)
      running = server
      await server.until(/^guest: /)
      const again = await connectLive(server.url, browser.cookie)
      const rejoined = await again.join(opened.gallery)
      const kept = rejoined.ok && rejoined.snapshot?.find((record) => record.kind === 'photo' && record.id === photo.id)
      expect(kept).toMatchObject({ hidden: { name: 'Clara Winter' } })
      again.close()
    }
    expect(await server.stop()).toBe(0)
  })
})
