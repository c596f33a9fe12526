/** A page that only looks, in this process, against the true server. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { lastWho } from '../../client/net/who.ts'
import { subjectsOf } from '../../client/view-as/subjects.ts'
import type { CommentId, DrawingId, GalleryId, PersonId, PhotoId, SelectionId } from '../../common/ids.ts'
import type { Subject } from '../../common/visibility/view-as.ts'
import { openLooking } from '../helpers/looking-page.ts'
import { type Guest, type Photographer, startServer, type TestServer } from '../helpers/server.ts'
import { keepsStorage, openPage, type Scenery, scenery } from '../helpers/store-room.ts'

let server: TestServer
let owner: Photographer
let made: Scenery
let anna: Guest
const closing: (() => Promise<void>)[] = []

beforeAll(async () => {
  keepsStorage()
  server = await startServer()
  owner = await server.signUp()
  made = await scenery(server, owner, { photos: 3, feedback: 'collaborative' })
  anna = await made.guest('mainClient', 'Anna')
})
afterAll(async () => {
  for (const close of closing) await close()
  await server.stop()
})

function look(as: Subject) {
  const frame = openLooking(server.url, owner.cookie, { gallery: made.gallery, as })
  closing.push(frame.close)
  return frame
}

function page(guest: Pick<Guest, 'cookie'>, gallery: GalleryId = made.gallery) {
  const opened = openPage(server.url, guest.cookie, gallery)
  closing.push(opened.close)
  return opened
}

test('[AS-14] everything the person could do is there, nothing comes of trying it, and it is said', async () => {
  const hers = page(anna)
  await hers.until((store) => store.view().status === 'open')
  const who = lastWho()
  const { store: frame, until } = look(anna.person)
  const said: string[] = []
  frame.onNotice(({ type }) => void said.push(type))
  await until(() => frame.view().status === 'open' && frame.view().photos.length === 3)
  const seen = ({ gallery, photos, scenes, me, people }: ReturnType<typeof frame.view>) => ({
    gallery,
    photos,
    scenes,
    person: me?.person,
    people,
  })
  expect(seen(frame.view())).toEqual(seen(hers.store.view()))
  expect(frame.view().gallery?.rights.hide).toBe('edit')

  const [first] = made.photos as readonly [PhotoId]
  const { actions } = frame
  const [comment, drawing, list] = ['c_1' as CommentId, 'd_1' as DrawingId, 'q_1' as SelectionId]
  actions.mark([first], { stars: 5 })
  actions.hide([first])
  actions.pick(list, [first], true)
  expect(actions.comment(first, { body: 'Words' })).toBeNull()
  actions.deleteComment(first, comment)
  actions.deleteDrawing(first, drawing)
  expect(await actions.do({ type: 'gallery:change', name: 'Another' })).toMatchObject({ refusal: { code: 'only-looking' } })
  expect(said).toEqual(['looking', 'looking', 'looking', 'looking', 'looking', 'looking'])
  expect(frame.view()).toMatchObject({ waiting: 0, canUndo: false, refused: [] })
  expect([frame.marks(first).mine.stars, frame.marks(first).comments]).toEqual([0, 0])

  // What is really done is followed.
  hers.store.actions.mark([first], { stars: 4 })
  await until(() => frame.marks(first).mine.stars === 4)
  hers.store.actions.hide([first])
  await until(() => Boolean(frame.view().photoById.get(first)?.hidden))
  hers.store.actions.show([first])
  await until(() => !frame.view().photoById.get(first)?.hidden)
  expect(lastWho()).toBe(who)
})

test('[AS-16] as whom one may look is told with what each sees, as the server would show it', async () => {
  const desk = page({ cookie: owner.cookie })
  await desk.until((store) => store.view().status === 'open')
  const photos = made.photos as readonly [PhotoId, PhotoId, PhotoId]
  desk.store.actions.hide([photos[2]])
  await desk.until((store) => Boolean(store.view().photoById.get(photos[2])?.hidden))
  const guest = await made.guest('guestLink', 'Ben')
  await desk.until((store) => store.view().people.has(guest.person as PersonId))
  const subjects = subjectsOf(desk.store.view(), Date.now())
  const told = (subject: Subject) => subjects.find((one) => one.subject === subject)
  expect(told(anna.person)).toMatchObject({ kind: 'person', name: 'Anna', role: 'mainClient', photos: 3, dimmed: 1 })
  expect(told(guest.person)).toMatchObject({ kind: 'person', name: 'Ben', role: 'guestLink', photos: 2, dimmed: 0 })
  expect(told(owner.person)).toBeUndefined()
  expect(told(made.gallery)?.kind).toBe('bare')
  for (const { subject, photos: n } of subjects) {
    const { store: frame, until } = look(subject)
    await until(() => ['open', 'revoked', 'ended'].includes(frame.view().status))
    expect([subject, frame.view().photos.length]).toEqual([subject, n])
  }
})
