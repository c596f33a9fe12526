/** Looking as somebody else, by the doors alone and over a restart: once on each database. */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { GalleryStore } from '../../client/gallery/gallery-view.ts'
import { newId } from '../../client/net/new-id.ts'
import type { GrantId, SelectionId, ViewId } from '../../common/ids.ts'
import type { Subject } from '../../common/visibility/view-as.ts'
import { onEachDatabase } from '../helpers/databases.ts'
import { type LookingPage, openLooking } from '../helpers/looking-page.ts'
import { ProofingStory } from '../helpers/proofing-story.ts'

jest.setTimeout(60_000)

/** Places of the pages, in the order in which they were opened. */
const [desk, clara, mara] = [0, 1, 2] as const

onEachDatabase('the flow of looking as somebody else', (database) => {
  const frames: LookingPage[] = []
  let story: ProofingStory

  const look = (as: Subject): LookingPage => {
    const frame = openLooking(story.server.url, story.owner.cookie, { gallery: story.gallery, as })
    frames.push(frame)
    return frame
  }
  const open = (of: Pick<GalleryStore, 'view'>) => of.view().status === 'open'
  const [asClara, asMara] = [() => frames[0] as LookingPage, () => frames[1] as LookingPage]
  /** What stands on a screen, of whoever looks or is looked as; what somebody has read is their own. */
  const seen = (of: Pick<GalleryStore, 'view' | 'marks' | 'talk'>) => {
    const { gallery, scenes, photos, people } = of.view()
    const said = photos.map(({ id }) => [{ ...of.marks(id), unread: 0 }, of.talk(id).threads.map(({ first }) => first.body)])
    return { gallery, scenes, photos, people: [...people].sort(), said }
  }

  beforeAll(async () => {
    story = await ProofingStory.furnished(database)
    await story.open(story.owner)
    await story.invite('mainClient', 'Clara Winter')
    await story.invite('invited', 'Mara Voss')
    await story.page(desk).until((of) => of.view().people.has(story.guest(1).person))
  })
  afterAll(async () => {
    for (const frame of frames) await frame.close()
    await story.end()
  })

  test('[AS-3] [AS-7] who looks sees what the person sees, and follows what is done', async () => {
    const { store } = story.page(clara)
    store.actions.mark([story.photo(0)], { stars: 4 })
    store.actions.comment(story.photo(0), { body: 'This one for the cover' })
    await story.page(clara).until((of) => of.view().saved === 'saved')
    for (const guest of [0, 1])
      await look(story.guest(guest).person).until((of) => open(of) && of.talk(story.photo(0)).threads.length === 1)
    store.actions.hide([story.photo(1)])
    await asMara().until((of) => of.view().photos.length === 2)
    await asClara().until((of) => Boolean(of.view().photoById.get(story.photo(1))?.hidden))
    store.actions.mark([story.photo(2)], { flag: 'pick' })
    await asClara().until((of) => of.marks(story.photo(2)).mine.flag === 'pick')
    await story.page(mara).until((of) => of.view().photos.length === 2)
    expect(seen(asClara().store)).toEqual(seen(store))
    expect(seen(asMara().store)).toEqual(seen(story.page(mara).store))
  })

  test('[AS-8] [AS-9] [AS-10] nothing is taken of who looks, nobody sees them, and what is a person’s own stays theirs', async () => {
    const view = { type: 'view:save', id: newId<ViewId>('view'), name: 'Only mine', pairs: [['flag', 'pick']], circle: 'me' } as const
    expect(await story.page(clara).store.actions.do(view)).toMatchObject({ ok: true })
    const rev = (await story.server.galleries.state(story.gallery))?.gallery
    const { actions } = asClara().store
    actions.mark([story.photo(0)], { stars: 1 })
    actions.pick(newId<SelectionId>('selection'), [story.photo(0)], true)
    expect(await actions.do({ type: 'gallery:change', name: 'Another' })).toMatchObject({ refusal: { code: 'only-looking' } })
    expect(asClara().store.view().views).toEqual([])
    expect((await story.server.galleries.state(story.gallery))?.gallery).toBe(rev)
    expect(asClara().store.marks(story.photo(0)).mine.stars).toBe(4)
    // The two others each.
    const here = (page: number) => story.page(page).store.view().here
    expect([desk, clara, mara].map((page) => here(page).length)).toEqual([2, 2, 2])
  })

  test('[KEEP-12] [AS-3] after a restart it goes on, and who begins to look finds the same', async () => {
    await story.restart()
    await story.page(clara).until((of) => open(of) && of.view().saved === 'saved')
    story.page(clara).store.actions.comment(story.photo(2), { body: 'And this one' })
    for (const frame of [asClara(), asMara(), look(story.guest(0).person)]) {
      await frame.until((of) => open(of) && of.talk(story.photo(2)).threads.length === 1)
    }
    // Whoever has heard of it is back.
    for (const page of [desk, mara]) await story.page(page).until((of) => of.talk(story.photo(2)).threads.length === 1)
    const again = frames[2] as LookingPage
    await again.until((of) => of.marks(story.photo(0)).mine.stars === 4)
    expect(seen(again.store).said).toEqual(seen(story.page(clara).store).said)
  })

  test('[AS-11] it ends with the share, at the same moment as for the person', async () => {
    const grants = [...((await story.server.galleries.state(story.gallery))?.grants.values() ?? [])]
    const grant = grants.find(({ person }) => person === story.guest(1).person)?.id as GrantId
    expect(await story.page(desk).store.actions.do({ type: 'grant:revoke', id: grant })).toMatchObject({ ok: true })
    await story.page(mara).until((of) => of.view().status === 'revoked')
    await asMara().until((of) => of.view().status === 'revoked')
    expect(open(asClara().store)).toBe(true)
  })

  test('[AS-19] [AS-21] a gallery that is taken offline stays in sight of who looks, and of nobody it was closed to', async () => {
    const status = async (to: 'draft' | 'online') =>
      expect(await story.page(desk).store.actions.do({ type: 'gallery:change', status: to })).toMatchObject({ ok: true })
    await status('draft')
    await story.page(clara).until((of) => of.view().status === 'ended')
    story.page(desk).store.actions.hide([story.photo(0)])
    for (const frame of [asClara(), look(story.guest(0).person)]) {
      await frame.until((of) => open(of) && Boolean(of.view().photoById.get(story.photo(0))?.hidden))
    }
    await status('online')
    const again = await story.open(story.guest(0))
    again.store.actions.show([story.photo(0)])
    const back = (of: Pick<GalleryStore, 'view'>) => !of.view().photoById.get(story.photo(0))?.hidden
    await again.until((of) => back(of) && of.view().saved === 'saved')
    await asClara().until(back)
    expect(seen(asClara().store)).toEqual(seen(again.store))
  })
})
