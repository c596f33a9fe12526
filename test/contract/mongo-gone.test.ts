import { describe, expect, test } from '@jest/globals'
import type { Store } from '../../server/ports.ts'
import { openMongo } from '../../server/store/mongo/open.ts'
import { Cuttable } from './cuttable.ts'
import { mongoUrl } from './shelves.ts'
import { entryOf, sheetEntry, sheetOf, streamOf } from './store-samples.ts'

const trying = mongoUrl === null ? describe.skip : describe
const unavailable = { code: 'store-unavailable' }

trying('the store on MongoDB while its server is gone', () => {
  test.concurrent('[KEEP-14] it says so, rejects as unavailable, and goes on when the server is back', async () => {
    const { hostname, port } = new URL(mongoUrl ?? '')
    const way = new Cuttable({ host: hostname, port: Number(port || 27_017) })
    await way.restore()
    const store = await openMongo({ url: `mongodb://127.0.0.1:${way.port}/?directConnection=true`, database: `gone_${process.pid}` })
    try {
      const stream = streamOf('gone')
      expect(await store.streams.commit(entryOf(stream, 1))).toBe('ok')
      await way.cut()
      await Promise.all([
        expect(store.streams.commit(entryOf(stream, 2))).rejects.toMatchObject(unavailable),
        expect(store.journal.append([sheetEntry(sheetOf('gone'), 1)])).rejects.toMatchObject(unavailable),
        expect(store.vault.take('code:gone', 1)).rejects.toMatchObject(unavailable),
        expect(store.counters.reserve('gone', 1)).rejects.toMatchObject(unavailable),
        expect(store.healthy()).resolves.toBe(false),
      ])
      await way.restore()
      await back(store)
      expect(await store.streams.commit(entryOf(stream, 2))).toBe('ok')
      expect((await store.streams.load(stream))?.rev).toBe(2)
    } finally {
      await way.restore()
      await store.close()
      await way.cut()
    }
  })

  test.concurrent('[KEEP-14] opening where nothing answers rejects as unavailable', async () => {
    const way = new Cuttable({ host: '127.0.0.1', port: 1 })
    await way.restore()
    await way.cut()
    await expect(openMongo({ url: `mongodb://127.0.0.1:${way.port}/gone` })).rejects.toMatchObject(unavailable)
  })
})

async function back(store: Store): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await store.healthy()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
