import { expect, test } from '@jest/globals'
import type { Notice } from '../../client/gallery/notice.ts'
import type { PhotoId } from '../../common/ids.ts'
import { pageHouse } from '../helpers/page-house.ts'
import { scenery } from '../helpers/store-room.ts'

const house = pageHouse()

const at = (photos: readonly PhotoId[], index: number): PhotoId => {
  const photo = photos[index]
  if (!photo) throw new Error('no such photo')
  return photo
}

test('[CLIENT-1] a mark shows at once on the own page and arrives on another, with who set it', async () => {
  const { gallery, photos, guest } = await scenery(house.server, house.owner, { photos: 3, feedback: 'collaborative' })
  const [clara, noah] = [await guest('mainClient', 'Clara Winter'), await guest('guestLink', 'Noah Lind')]
  const [a, b] = [await house.open(clara.cookie, gallery), await house.open(noah.cookie, gallery)]
  const photo = at(photos, 0)
  const heard: Notice[] = []
  b.store.marks(photo)
  b.store.onNotice((notice) => heard.push(notice))
  a.store.actions.mark([photo], { flag: 'pick', label: 'red' })
  expect(a.store.marks(photo).mine).toMatchObject({ flag: 'pick', label: 'red' })
  expect(a.store.view().waiting).toBe(1)
  await b.until((store) => store.marks(photo).byPerson.get(clara.person)?.label === 'red')
  await a.until((store) => store.view().saved === 'saved')
  expect(b.store.view().people.get(clara.person)?.name).toBe('Clara Winter')
  expect(heard).toContainEqual(expect.objectContaining({ type: 'marked', photo, person: clara.person }))
  expect(b.store.marks(photo).mine.flag).toBeNull()
})

test('[CLIENT-2] a batch is one act: one undo takes it back on every screen', async () => {
  const { gallery, photos, guest } = await scenery(house.server, house.owner, { photos: 4, feedback: 'collaborative' })
  const clara = await guest('mainClient', 'Clara Winter')
  const [a, b] = [await house.open(clara.cookie, gallery), await house.open(clara.cookie, gallery)]
  a.store.actions.mark([at(photos, 1)], { stars: 2 })
  a.store.actions.mark(photos, { stars: 5 })
  await b.until((store) => photos.every((photo) => store.marks(photo).mine.stars === 5))
  a.store.actions.undo()
  expect(photos.map((photo) => a.store.marks(photo).mine.stars)).toEqual([0, 2, 0, 0])
  await b.until((store) => photos.map((photo) => store.marks(photo).mine.stars).join() === '0,2,0,0')
  a.store.actions.redo()
  await b.until((store) => photos.every((photo) => store.marks(photo).mine.stars === 5))
  await a.until((store) => store.view().saved === 'saved')
})

test('[CLIENT-3] marks made offline wait, say so, and arrive once', async () => {
  const { gallery, photos, guest } = await scenery(house.server, house.owner, { photos: 3, feedback: 'collaborative' })
  const [clara, noah] = [await guest('mainClient', 'Clara Winter'), await guest('guestLink', 'Noah Lind')]
  const [a, b] = [await house.open(clara.cookie, gallery), await house.open(noah.cookie, gallery)]
  const photo = at(photos, 0)
  a.unplug()
  a.store.actions.mark([photo], { label: 'green' })
  a.store.actions.comment(photo, { body: 'Written in a tunnel' })
  b.store.actions.comment(photo, { body: 'Written at a desk' })
  expect(a.store.view().saved).toBe('unsaved')
  expect(a.store.view().waiting).toBe(2)
  expect(a.store.marks(photo).waiting).toBe(true)
  await b.until((store) => store.view().saved === 'saved')
  a.plug()
  await b.until((store) => store.talk(photo).threads.length === 2)
  await a.until((store) => store.view().saved === 'saved' && store.talk(photo).threads.length === 2)
  expect(
    b.store
      .talk(photo)
      .threads.map(({ first }) => first.body)
      .sort(),
  ).toEqual(['Written at a desk', 'Written in a tunnel'])
  expect(b.store.marks(photo).byPerson.get(clara.person)?.label).toBe('green')
  expect(a.store.marks(photo).waiting).toBe(false)
})

test('[CLIENT-4] what a closed page had not saved is done by the next one, exactly once', async () => {
  const { gallery, photos, guest } = await scenery(house.server, house.owner, { photos: 3, feedback: 'collaborative' })
  const clara = await guest('mainClient', 'Clara Winter')
  const first = await house.open(clara.cookie, gallery)
  first.unplug()
  first.store.actions.comment(at(photos, 0), { body: 'Only once' })
  first.store.actions.mark([at(photos, 1)], { favourite: true })
  first.store.actions.hide([at(photos, 2)])
  await first.close()
  const second = await house.open(clara.cookie, gallery)
  await second.until((store) => store.view().saved === 'saved' && store.talk(at(photos, 0)).threads.length === 1)
  const third = await house.open(clara.cookie, gallery)
  await third.until((store) => store.talk(at(photos, 0)).threads.length === 1)
  expect(third.store.marks(at(photos, 1)).mine.favourite).toBe(true)
  expect(third.store.view().photoById.get(at(photos, 2))?.hidden?.name).toBe('Clara Winter')
  expect(third.store.view().waiting).toBe(0)
})

test('[CLIENT-5] a hidden photo leaves the other page with everything on it, and comes back with its history', async () => {
  const { gallery, photos, guest } = await scenery(house.server, house.owner, { photos: 3, feedback: 'collaborative' })
  const [clara, noah] = [await guest('mainClient', 'Clara Winter'), await guest('guestLink', 'Noah Lind')]
  const [a, b] = [await house.open(clara.cookie, gallery), await house.open(noah.cookie, gallery)]
  const photo = at(photos, 1)
  b.store.actions.mark([photo], { label: 'blue' })
  await b.until((store) => store.view().saved === 'saved')
  const gone: Notice[] = []
  b.store.onNotice((notice) => gone.push(notice))
  a.store.actions.hide([photo])
  expect(a.store.view().photoById.get(photo)?.hidden?.name).toBe('Clara Winter')
  await b.until((store) => !store.view().photoById.has(photo))
  expect(b.store.marks(photo).mine.label).toBeNull()
  expect(gone).toContainEqual({ type: 'gone', photo, cameraName: 'PRF_0002.jpg' })
  a.store.actions.undo()
  await b.until((store) => store.marks(photo).mine.label === 'blue')
  b.store.actions.mark([photo], { stars: 3 })
  await a.until((store) => store.marks(photo).byPerson.get(noah.person)?.stars === 3)
})

test('[CLIENT-6] a refused act is undone on the own screen and the reason is told; what came after stands', async () => {
  const { gallery, photos, guest } = await scenery(house.server, house.owner, { photos: 2, feedback: 'collaborative' })
  const noah = await guest('guestLink', 'Noah Lind')
  const b = await house.open(noah.cookie, gallery)
  const photo = at(photos, 0)
  const heard: Notice[] = []
  b.store.onNotice((notice) => heard.push(notice))
  b.unplug()
  b.store.actions.mark([photo], { flag: 'pick' })
  await house.server.galleries.perform({
    gallery,
    by: house.owner.person,
    commandId: null,
    command: { type: 'gallery:change', rights: { guestLink: { flag: 'none' } } },
  })
  b.store.actions.mark([photo], { label: 'purple' })
  b.plug()
  await b.until((store) => store.view().saved === 'saved')
  expect(heard).toContainEqual(expect.objectContaining({ type: 'refused', photo }))
  expect(b.store.marks(photo).mine).toMatchObject({ flag: null, label: 'purple' })
  const again = await house.open(noah.cookie, gallery)
  await again.until((store) => store.marks(photo).mine.label === 'purple')
  expect(again.store.marks(photo).mine.flag).toBeNull()
})

test('[CLIENT-7] a comment is added, answered, edited, resolved and deleted; the answer goes to the thread', async () => {
  const { gallery, photos, guest } = await scenery(house.server, house.owner, { photos: 1, feedback: 'private' })
  const clara = await guest('mainClient', 'Clara Winter')
  const [a, staff] = [await house.open(clara.cookie, gallery), await house.open(house.owner.cookie, gallery)]
  const photo = at(photos, 0)
  const id = a.store.actions.comment(photo, { body: 'Is the eye sharp?' })
  if (!id) throw new Error('not said')
  await staff.until((store) => store.talk(photo).threads.length === 1)
  staff.store.actions.comment(photo, { body: 'It holds at 1:1.', parent: id })
  await a.until((store) => store.talk(photo).threads[0]?.replies.length === 1)
  a.store.actions.editComment(photo, id, { body: 'Is the left eye sharp?', mentions: [] })
  staff.store.actions.resolveComment(photo, id, true)
  await staff.until((store) => store.talk(photo).threads[0]?.first.body === 'Is the left eye sharp?')
  await a.until((store) => store.marks(photo).unresolved === 0)
  a.store.actions.deleteComment(photo, id)
  await staff.until((store) => store.marks(photo).comments === 1)
  expect(staff.store.talk(photo).threads[0]?.first.deleted).not.toBeNull()
})

test('[CLIENT-8] shared no more: the page says so and holds nothing', async () => {
  const { gallery, photos, guest } = await scenery(house.server, house.owner, { photos: 2, feedback: 'collaborative' })
  const noah = await guest('guestLink', 'Noah Lind')
  const b = await house.open(noah.cookie, gallery)
  const state = await house.server.galleries.state(gallery)
  const link = [...(state?.links.keys() ?? [])][0]
  if (!link) throw new Error('no link')
  await house.server.galleries.perform({ gallery, by: house.owner.person, commandId: null, command: { type: 'link:revoke', id: link } })
  await b.until((store) => store.view().status === 'revoked')
  expect(b.store.view().photos).toHaveLength(0)
  expect(b.store.talk(at(photos, 0)).threads).toHaveLength(0)
})

test('[CLIENT-9] presence tells who else is here and on which photo, and forgets who left', async () => {
  const { gallery, photos, guest } = await scenery(house.server, house.owner, { photos: 2, feedback: 'collaborative' })
  const [clara, noah] = [await guest('mainClient', 'Clara Winter'), await guest('guestLink', 'Noah Lind')]
  const [a, b] = [await house.open(clara.cookie, gallery), await house.open(noah.cookie, gallery)]
  b.store.actions.mark([at(photos, 0)], { favourite: true })
  b.store.actions.say({ photo: at(photos, 1) })
  await a.until((store) => store.view().here.some((one) => one.person === noah.person && one.photo === at(photos, 1)))
  b.unplug()
  await a.until((store) => store.view().here.length === 0)
})

test('[CLIENT-10] a thousand marks in one act are sent at a pace the server takes', async () => {
  const { gallery, photos, guest } = await scenery(house.server, house.owner, { photos: 320, feedback: 'collaborative' })
  const clara = await guest('mainClient', 'Clara Winter')
  const a = await house.open(clara.cookie, gallery)
  const heard: Notice[] = []
  a.store.onNotice((notice) => heard.push(notice))
  a.store.actions.mark(photos, { label: 'yellow' })
  await a.until((store) => store.view().saved === 'saved')
  expect(heard).toEqual([])
  const b = await house.open(clara.cookie, gallery)
  await b.until((store) => photos.every((photo) => store.marks(photo).mine.label === 'yellow'))
})
