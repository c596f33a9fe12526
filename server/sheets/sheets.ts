/** The only way feedback changes. */
import type { GalleryId } from '../../common/ids.ts'
import type { OpenSheets, Sheets } from './api.ts'
import { ClientOwners } from './client-owners.ts'
import type { SheetsDeps } from './deps.ts'
import { Flusher } from './flusher.ts'
import { HotShelf } from './hot-shelf.ts'
import { OpenGallerySheets } from './open-gallery-sheets.ts'
import { rehearse } from './rehearse.ts'

/** A gallery's sheets and how many hold them. */
interface Shared {
  readonly loading: Promise<OpenGallerySheets>
  holders: number
}

export function createSheets(deps: SheetsDeps): Sheets & { warmUp(): Promise<void> } {
  const flusher = new Flusher(deps)
  const hot = new HotShelf()
  const open = new Map<GalleryId, Shared>()

  async function load(gallery: GalleryId): Promise<OpenGallerySheets> {
    const { journal, counters } = deps
    const [kept, ranges] = await Promise.all([journal.loadGallery(gallery), journal.clientsOf(gallery)])
    const owners = new ClientOwners({ gallery, journal, counters, ranges })
    return new OpenGallerySheets({ gallery, kept, owners, flusher, hot, tools: deps, log: deps.log })
  }

  function share(gallery: GalleryId): Shared {
    const known = open.get(gallery)
    if (known) return known
    const shared: Shared = { loading: load(gallery), holders: 0 }
    open.set(gallery, shared)
    shared.loading.catch(() => open.delete(gallery))
    return shared
  }

  /** The last one out puts the sheets away, unless somebody came while the last pushes were being saved. */
  async function release(gallery: GalleryId, shared: Shared): Promise<void> {
    const sheets = await shared.loading
    await sheets.rest()
    shared.holders--
    if (shared.holders > 0 || open.get(gallery) !== shared) return
    open.delete(gallery)
    sheets.end()
  }

  return {
    async open(gallery): Promise<OpenSheets> {
      const shared = share(gallery)
      shared.holders++
      return holding(await shared.loading, () => release(gallery, shared))
    },
    warmUp: () => rehearse(deps.clock.now()),
  }
}

/** One holder's end: its listeners go when it closes. */
function holding(sheets: OpenGallerySheets, release: () => Promise<void>): OpenSheets {
  const mine = new Set<() => void>()
  let closing: Promise<void> | null = null
  return {
    list: () => sheets.list(),
    state: (sheet) => sheets.state(sheet),
    said: (sheet, comment) => sheets.said(sheet, comment),
    reach: (sheet) => sheets.reach(sheet),
    push: (push) => sheets.push(push),
    picksIn: (sheet, bytes) => sheets.picksIn(sheet, bytes),
    picks: (sheet) => sheets.picks(sheet),
    picked: (selection, audience) => sheets.picked(selection, audience),
    readOn: (sheet) => sheets.readOn(sheet),
    clients: (person) => sheets.clients(person),
    claim: (person, client) => sheets.claim(person, client),
    onBatch(listener) {
      const stop = sheets.onBatch(listener)
      mine.add(stop)
      return () => {
        mine.delete(stop)
        stop()
      }
    },
    close() {
      closing ??= release().finally(() => {
        for (const stop of mine) stop()
      })
      return closing
    },
  }
}
