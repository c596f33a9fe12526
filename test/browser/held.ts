/** What a browser holds of a gallery. */
import type { Page } from 'playwright-core'
import type { GalleryId } from '../../common/ids.ts'
import { until } from './waiting.ts'

/** Pictures, whether it is kept, acts that wait, acts that were refused. */
export const heldOf = (page: Page, gallery: GalleryId) =>
  page.evaluate(async (database) => {
    const pictures = (await caches.keys()).filter((one) => one.startsWith('proofroom-pictures-'))
    const addresses = await Promise.all(pictures.map(async (one) => (await (await caches.open(one)).keys()).map(({ url }) => url)))
    const names = (await indexedDB.databases()).map((one) => one.name)
    const read = (store: string) =>
      new Promise<number>((resolve, reject) => {
        if (!names.includes(database)) return resolve(0)
        const opening = indexedDB.open(database)
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const count = opening.result.transaction(store).objectStore(store).count()
          count.onsuccess = () => {
            opening.result.close()
            resolve(count.result)
          }
        }
      })
    return {
      pictures: addresses.flat().filter((url) => url.includes('/media/')),
      kept: await read('kept'),
      waiting: await read('entries'),
      refused: await read('refused'),
    }
  }, `proofroom-${gallery}`)

/** Pictures of the roll that are really drawn. */
export const shown = (page: Page, count: number): Promise<unknown> =>
  until(
    () =>
      page
        .locator('img[alt^="FLY_"]')
        .evaluateAll(
          (all) =>
            new Set(all.filter((one) => (one as HTMLImageElement).naturalWidth > 1).map((one) => (one as HTMLImageElement).alt)).size,
        ),
    (drawn) => drawn === count,
  )
