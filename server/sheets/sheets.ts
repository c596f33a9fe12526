/** The only way feedback changes. */
import type { GalleryId } from '../../common/ids.ts'
import type { OpenSheets, Sheets } from './api.ts'
import { ClientOwners } from './client-owners.ts'
import type { SheetsDeps } from './deps.ts'
import { Flusher } from './flusher.ts'
import { HotShelf } from './hot-shelf.ts'
import { OpenGallerySheets } from './open-gallery-sheets.ts'
import { rehearse } from './rehearse.ts'

export function createSheets(deps: SheetsDeps): Sheets & { warmUp(): Promise<void> } {
  const flusher = new Flusher(deps)
  const hot = new HotShelf()
  const open = new Map<GalleryId, Promise<OpenGallerySheets>>()

  async function load(gallery: GalleryId): Promise<OpenGallerySheets> {
    const { journal, counters } = deps
    const [kept, ranges] = await Promise.all([journal.loadGallery(gallery), journal.clientsOf(gallery)])
    const owners = new ClientOwners({ gallery, journal, counters, ranges })
    return new OpenGallerySheets({ gallery, kept, owners, flusher, hot, tools: deps, log: deps.log, closed: () => open.delete(gallery) })
  }

  return {
    async open(gallery): Promise<OpenSheets> {
      const known = open.get(gallery)
      if (known) return known
      const loading = load(gallery)
      open.set(gallery, loading)
      loading.catch(() => open.delete(gallery))
      return loading
    },
    warmUp: () => rehearse(deps.clock.now()),
  }
}
