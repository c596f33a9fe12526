/** A page that only looks, as a frame opens it, in this process against the true server. */
import { LiveGallery } from '../../client/gallery/live-gallery.ts'
import { onlyLooking } from '../../client/gallery/looking-gallery.ts'
import { openConnection } from '../../client/net/connection.ts'
import { openOutbox } from '../../client/sheet/outbox.ts'
import type { GalleryId } from '../../common/ids.ts'
import type { Subject } from '../../common/visibility/view-as.ts'

export type LookingPage = ReturnType<typeof openLooking>

/** `cookie` is that of who looks. */
export function openLooking(url: string, cookie: string, { gallery, as }: { gallery: GalleryId; as: Subject }) {
  const connection = openConnection({ url, headers: { cookie }, as })
  const life = { page: 'frame', alive: async () => false }
  const outbox = openOutbox(gallery, life, false)
  const live = new LiveGallery({ gallery, connection, outbox, life, whoNow: async () => null, tellWorker: null })
  const store = onlyLooking(live)
  return {
    store,
    async until(enough: (of: typeof store) => boolean): Promise<void> {
      const end = Date.now() + 20_000
      while (!enough(store)) {
        if (Date.now() > end) throw new Error(`it never came; the gallery is ${store.view().status}`)
        await new Promise((later) => setTimeout(later, 5))
      }
    },
    async close(): Promise<void> {
      await live.close()
      connection.close()
    },
  }
}
