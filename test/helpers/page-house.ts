/** One server with one photographer for all tests of a file, and pages of the client's store that are closed after each of them. */
import { afterAll, afterEach, beforeAll } from '@jest/globals'
import type { GalleryId } from '../../common/ids.ts'
import { type Photographer, startServer, type TestServer } from './server.ts'
import { openPage, type Page } from './store-room.ts'

export interface PageHouse {
  readonly server: TestServer
  readonly owner: Photographer
  /** `url`: elsewhere than at the server. `off`: milliseconds by which the clock of its machine is wrong. */
  page(cookie: string, gallery: GalleryId, at?: { readonly url?: string; readonly off?: number }): Page
  /** Resolves once the gallery is open on it. */
  open(cookie: string, gallery: GalleryId): Promise<Page>
}

export function pageHouse(): PageHouse {
  const started: { server: TestServer; owner: Photographer }[] = []
  const pages: Page[] = []
  const now = () => {
    const [one] = started
    if (!one) throw new Error('the server runs from the first test on')
    return one
  }

  beforeAll(async () => {
    const server = await startServer()
    started.push({ server, owner: await server.signUp() })
  })
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.close()
  })
  afterAll(() => now().server.stop())

  const page: PageHouse['page'] = (cookie, gallery, { url = now().server.url, off = 0 } = {}) => {
    const opened = openPage(url, cookie, gallery, off)
    pages.push(opened)
    return opened
  }
  return {
    get server() {
      return now().server
    },
    get owner() {
      return now().owner
    },
    page,
    open: async (cookie, gallery) => {
      const opened = page(cookie, gallery)
      await opened.until((store) => store.view().status === 'open')
      return opened
    },
  }
}
