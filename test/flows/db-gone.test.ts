import { describe, expect, test } from '@jest/globals'
import { Cuttable } from '../contract/cuttable.ts'
import { makeMongoDatabase } from '../helpers/mongo-database.ts'
import { startServer } from '../helpers/server.ts'
import { openPage, scenery } from '../helpers/store-room.ts'

const trying = process.env.MONGO_URL ? describe : describe.skip
/** Milliseconds. */
const gone = 10_000

trying('a page while the database behind the server is gone', () => {
  test('[FLIGHT-23] on MongoDB: what is marked meanwhile is never called saved, and is saved once the database is back', async () => {
    const straight = makeMongoDatabase()
    const { hostname, port, pathname } = new URL(straight.url)
    const way = new Cuttable({ host: hostname, port: Number(port || 27_017) })
    await way.restore()
    const server = await startServer({ mongoUrl: `mongodb://127.0.0.1:${way.port}${pathname}?directConnection=true` })
    const pages: ReturnType<typeof openPage>[] = []
    try {
      const owner = await server.signUp()
      const { gallery, photos, guest } = await scenery(server, owner, { photos: 3, feedback: 'collaborative' })
      const clara = await guest('mainClient', 'Clara Winter')
      const page = openPage(server.url, clara.cookie, gallery)
      pages.push(page)
      await page.until((store) => store.view().status === 'open')
      const [photo] = photos
      if (!photo) throw new Error('no photo')
      const began = Date.now()
      await way.cut()
      page.store.actions.mark(photos, { flag: 'pick' })
      page.store.actions.comment(photo, { body: 'Said while nothing could be kept' })
      const called: string[] = []
      const stop = page.store.onView(() => called.push(page.store.view().saved))
      while (Date.now() - began < gone) {
        expect(page.store.view().saved).not.toBe('saved')
        await new Promise((later) => setTimeout(later, 250))
      }
      stop()
      expect(called).not.toContain('saved')
      await way.restore()
      const end = Date.now() + 25_000
      while (!(await server.store.healthy()) && Date.now() < end) await new Promise((later) => setTimeout(later, 100))
      await page.until((store) => store.view().saved === 'saved')
      const witness = openPage(server.url, clara.cookie, gallery)
      pages.push(witness)
      await witness.until((store) => photos.every((one) => store.marks(one).mine.flag === 'pick'))
      expect(witness.store.talk(photo).threads).toHaveLength(1)
    } finally {
      await way.restore()
      for (const page of pages) await page.close()
      await server.stop()
      await way.cut()
    }
  })
})
