import { expect, test } from '@jest/globals'
import type { Notice } from '../../client/gallery/notice.ts'
import type { GalleryId, PhotoId } from '../../common/ids.ts'
import { addLink, addPhotos, addScene, makeGallery, perform } from '../helpers/gallery-kit.ts'
import { pageHouse } from '../helpers/page-house.ts'
import type { Page } from '../helpers/store-room.ts'

const house = pageHouse()

/** A private gallery of private feedback with two scenes of one photo each. */
async function twoScenes() {
  const gallery = await makeGallery(house.server, house.owner)
  await perform(house.server, gallery.id, { type: 'gallery:change', private: true, feedback: 'private' })
  const other = await addScene(house.server, gallery.id, 'Day two')
  const [first] = await addPhotos(house.server, gallery, { scene: gallery.scene, count: 1 })
  const [second] = await addPhotos(house.server, gallery, { scene: other, count: 1, from: 2 })
  if (!first || !second) throw new Error('no photos')
  return { gallery, scenes: [gallery.scene, other] as const, photos: [first, second] as const }
}

const open = async (cookie: string, gallery: GalleryId) => {
  const page = house.page(cookie, gallery)
  const refused: Notice[] = []
  page.store.onNotice((notice) => notice.type === 'refused' && refused.push(notice))
  await page.until((store) => store.view().status === 'open')
  return { ...page, refused }
}
const marked = (page: Page, photo: PhotoId) => [...page.store.marks(photo).byPerson.keys()]

test('[CLIENT-16] who came by several links marks each photo as the link that shows it says', async () => {
  const { gallery, scenes, photos } = await twoScenes()
  const together = await addLink(house.server, gallery, { scenes: [scenes[0]], feedback: 'collaborative' })
  const alone = await addLink(house.server, gallery, { scenes: [scenes[1]] })
  const both = await house.server.openLink(together.token, 'Clara Winter')
  await house.server.openLink(alone.token, undefined, both.browser)
  const noah = await house.server.openLink(together.token, 'Noah Lind')
  const [a, b] = [await open(both.cookie, gallery.id), await open(noah.cookie, gallery.id)]
  const staff = await open(house.owner.cookie, gallery.id)
  expect(photos.map((photo) => a.store.view().photoById.get(photo)?.alone)).toEqual([undefined, true])
  a.store.actions.mark(photos, { flag: 'pick' })
  await staff.until((store) => photos.every((photo) => store.marks(photo).byPerson.get(both.person)?.flag === 'pick'))
  await a.until((store) => store.view().saved === 'saved' && photos.every((photo) => store.marks(photo).mine.flag === 'pick'))
  await b.until(() => marked(b, photos[0]).includes(both.person))
  expect(a.refused).toEqual([])
  // The second link learns to share: what was written alone stays alone, what comes now is shared.
  await perform(house.server, gallery.id, { type: 'link:change', id: alone.id, feedback: 'collaborative' })
  await a.until((store) => store.view().photoById.get(photos[1])?.alone === undefined)
  expect(a.store.marks(photos[1]).mine.flag).toBeNull()
  a.store.actions.mark([photos[1]], { stars: 3 })
  const late = await house.server.openLink(alone.token, 'Ida Moll')
  const c = await open(late.cookie, gallery.id)
  await c.until((store) => store.marks(photos[1]).byPerson.get(both.person)?.stars === 3)
  expect(c.store.marks(photos[1]).byPerson.get(both.person)?.flag).toBeNull()
  // And forgets it again: the shared sheet leaves the page, the own one counts.
  await perform(house.server, gallery.id, { type: 'link:change', id: alone.id, feedback: 'private' })
  await a.until((store) => store.marks(photos[1]).mine.flag === 'pick' && store.marks(photos[1]).mine.stars === 0)
  await c.until(() => marked(c, photos[1]).length === 0)
  expect(a.refused).toEqual([])
})

test('[CLIENT-17] the studio speaks to those whose link shares, also where the gallery does not', async () => {
  const { gallery, photos } = await twoScenes()
  const staff = await open(house.owner.cookie, gallery.id)
  expect(staff.store.view().gallery?.shares).toBeUndefined()
  const together = await addLink(house.server, gallery, { feedback: 'collaborative' })
  const alone = await addLink(house.server, gallery)
  const [noah, ida] = [await house.server.openLink(together.token, 'Noah Lind'), await house.server.openLink(alone.token, 'Ida Moll')]
  const [b, c] = [await open(noah.cookie, gallery.id), await open(ida.cookie, gallery.id)]
  await staff.until((store) => store.view().gallery?.shares === true)
  staff.store.actions.comment(photos[0], { body: 'Which crop?' })
  await b.until((store) => store.talk(photos[0]).threads.length === 1)
  c.store.actions.mark([photos[0]], { stars: 1 })
  await c.until((store) => store.view().saved === 'saved')
  expect(c.store.talk(photos[0]).threads).toHaveLength(0)
  await perform(house.server, gallery.id, { type: 'link:revoke', id: together.id })
  await staff.until((store) => store.view().gallery?.shares === undefined)
})
