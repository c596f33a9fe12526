import { afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { IntlProvider } from 'react-intl'
import { Wall, type WallProps } from '../../../client/contact-sheet/wall.tsx'
import type { Held } from '../../../client/contact-sheet/wall-hand.ts'
import type { PhotoMarks } from '../../../client/gallery/gallery-view.ts'
import type { Notice } from '../../../client/gallery/notice.ts'
import { en } from '../../../client/messages/en.ts'
import type { GalleryId, PersonId, PhotoId, SceneId, VersionId } from '../../../common/ids.ts'
import type { Mark } from '../../../common/sheet/shape.ts'
import { defaultRights } from '../../../common/visibility/rights.ts'
import type { SeenPerson, SeenPhoto } from '../../../common/visibility/seen.ts'

const clara = 'v_clara000000000000000' as PersonId
const ben = 'v_ben00000000000000000' as PersonId
const scene = 's_outdoors000000000000' as SceneId
const photoId = (n: number) => `p_${String(n).padStart(20, '0')}` as PhotoId
const photo = (n: number, more: Partial<SeenPhoto> = {}): SeenPhoto => ({
  kind: 'photo',
  id: photoId(n),
  scene,
  cameraName: `PRF_${String(n).padStart(4, '0')}.jpg`,
  order: n,
  state: 'ready',
  addedAt: 1,
  versions: [
    {
      id: `f_${String(n).padStart(20, '0')}` as VersionId,
      n: 1,
      width: 3000,
      height: 2000,
      thumbhash: null,
      capture: { takenAt: null, camera: null, lens: null, exposure: null, caption: null, creator: null, copyright: null, keywords: [] },
    },
  ],
  ...more,
})
const mark = (by: PersonId, more: Partial<Mark> = {}): Mark => ({ flag: null, label: null, stars: 0, favourite: false, by, at: 1, ...more })
const noMarks = (more: Partial<PhotoMarks> = {}): PhotoMarks => ({
  mine: mark(ben),
  byPerson: new Map(),
  house: null,
  comments: 0,
  picks: [],
  unresolved: 0,
  unread: 0,
  called: false,
  drawings: 0,
  touched: 0,
  waiting: false,
  ...more,
})

/** A store of invented marks that can say what others do. */
function source(marks: ReadonlyMap<PhotoId, PhotoMarks> = new Map()) {
  const listeners = new Set<(notice: Notice) => void>()
  const none = noMarks()
  return {
    marks: (id: PhotoId) => marks.get(id) ?? none,
    onPhoto: () => () => undefined,
    onNotice: (listener: (notice: Notice) => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    say: (notice: Notice) => {
      for (const listener of listeners) listener(notice)
    },
  }
}

const person = (id: PersonId, name: string): readonly [PersonId, SeenPerson] => [id, { kind: 'person', id, name, staff: false }]

function hang(photos: readonly SeenPhoto[], more: Partial<WallProps> = {}) {
  const props: WallProps = {
    gallery: 'g_00000000000000000000' as GalleryId,
    chapters: [{ scene: { kind: 'scene', id: scene, name: 'Outdoors', order: 1 }, photos }],
    source: source(),
    people: new Map([person(clara, 'Clara Winter'), person(ben, 'Ben Arnold')]),
    me: ben,
    rights: defaultRights.mainClient,
    staff: false,
    look: 'client',
    held: { active: null, selected: new Set() },
    onHold: () => undefined,
    hrefOf: (id) => `/g/x/p/${id}`,
    onOpen: () => undefined,
    onMark: () => undefined,
    label: 'Photos of Hinterland',
    ...more,
  }
  const tree = (next: Partial<WallProps> = {}) => (
    <IntlProvider locale="en" messages={en}>
      <Wall {...props} {...next} />
    </IntlProvider>
  )
  const rendered = render(tree())
  return (next: Partial<WallProps>) => rendered.rerender(tree(next))
}

beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 1200 })
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, get: () => 800 })
  Object.assign(window, { scrollTo: () => undefined })
})
afterEach(cleanup)

describe('tiles by role and name', () => {
  test('[TILE-1] a picture is called exactly like the camera file, and its marks are its description', () => {
    const marks = new Map([
      [photoId(1), noMarks({ byPerson: new Map([[clara, mark(clara, { flag: 'pick', label: 'red', stars: 4 })]]), comments: 2 })],
    ])
    hang([photo(1), photo(2)], { source: source(marks) })
    const picture = screen.getByRole('img', { name: 'PRF_0001.jpg' })
    const described = document.getElementById(picture.getAttribute('aria-describedby') ?? '')
    expect(described?.textContent).toBe('Clara Winter: pick, red, 4 stars. 2 comments')
    expect(screen.getByRole('gridcell', { name: 'PRF_0002.jpg' })).toBeTruthy()
  })

  test('[TILE-2] favourite and pick are reached by name, say how they stand, and turn back what they did', () => {
    const onMark = jest.fn<WallProps['onMark']>()
    hang([photo(1)], { onMark, source: source(new Map([[photoId(1), noMarks({ mine: mark(ben, { favourite: true }) })]])) })
    const heart = screen.getByRole('button', { name: 'Favourite PRF_0001.jpg' })
    expect(heart.getAttribute('aria-pressed')).toBe('true')
    fireEvent.click(heart)
    fireEvent.click(screen.getByRole('button', { name: 'Pick PRF_0001.jpg' }))
    expect(onMark.mock.calls.flat(2)).toEqual([photoId(1), { favourite: false }, photoId(1), { flag: 'pick' }])
  })

  test('[TILE-3] all other marks are in a small window: reject, five colours, stars, hide', async () => {
    const onMark = jest.fn<WallProps['onMark']>()
    const onHide = jest.fn<NonNullable<WallProps['onHide']>>()
    hang([photo(1)], { onMark, onHide })
    fireEvent.click(screen.getByRole('button', { name: 'More marks for PRF_0001.jpg' }))
    const menu = within(await screen.findByRole('dialog', { name: 'More marks for PRF_0001.jpg' }))
    for (const name of ['Reject', 'red', 'yellow', 'green', 'blue', 'purple', '1 star', '5 stars'])
      menu.getByRole('button', { name: `${name} PRF_0001.jpg` })
    fireEvent.click(menu.getByRole('button', { name: 'green PRF_0001.jpg' }))
    fireEvent.click(menu.getByRole('button', { name: '3 stars PRF_0001.jpg' }))
    fireEvent.click(menu.getByRole('button', { name: 'Hide PRF_0001.jpg' }))
    expect(onMark.mock.calls.map(([, patch]) => patch)).toEqual([{ label: 'green' }, { stars: 3 }])
    expect(onHide).toHaveBeenCalledWith([photoId(1)])
  })

  test('[TILE-4] rights one does not have are not shown', () => {
    hang([photo(1)], {
      rights: { ...defaultRights.mainClient, favourite: 'view', flag: 'none', label: 'none', stars: 'none', hide: 'none' },
    })
    expect(screen.queryAllByRole('button')).toEqual([])
  })

  test('[TILE-5] [TILE-9] a hidden photo says by whom and since when, shows its loop, and whoever may, shows it again', () => {
    const onShow = jest.fn<NonNullable<WallProps['onShow']>>()
    const hidden = { by: clara, name: 'Clara Winter', at: Date.UTC(2026, 9, 14, 12) }
    const chosen = new Map([[photoId(2), noMarks({ byPerson: new Map([[ben, mark(ben, { flag: 'pick' })]]) })]])
    hang([photo(1, { hidden }), photo(2, { hidden })], { onShow, source: source(chosen) })
    expect([...document.querySelectorAll('figure')].map((tile) => tile.querySelectorAll('.loop').length)).toEqual([0, 1])
    const says = screen.getByRole('img', { name: 'PRF_0001.jpg' }).getAttribute('aria-describedby') ?? ''
    expect(document.getElementById(says)?.textContent).toMatch(/Hidden by Clara Winter, Oct 14/)
    fireEvent.click(screen.getByRole('button', { name: 'Show PRF_0001.jpg again' }))
    expect(onShow).toHaveBeenCalledWith([photoId(1)])
  })

  test('[REACH-13] a frame far taller than wide keeps room for its circle; the heart gives way, and stays on what is wider', () => {
    const version = (n: number) => photo(n).versions.map((one) => ({ ...one, width: 300, height: 3000 }))
    hang([photo(1, { versions: version(1) }), ...[2, 3, 4, 5, 6, 7].map((n) => photo(n))], { look: 'staff', staff: true })
    const slim = screen.getByRole('button', { name: 'Pick PRF_0001.jpg' }).closest('figure')
    expect(Number.parseFloat(slim?.style.width ?? '0')).toBeGreaterThan(36)
    expect(screen.queryByRole('button', { name: 'Favourite PRF_0001.jpg' })).toBeNull()
    expect(screen.getByRole('button', { name: 'Favourite PRF_0002.jpg' })).toBeTruthy()
  })

  test('[TILE-7] the second mouse button opens all marks of a photo on the desk, and leaves clients the browser’s own menu', () => {
    hang([photo(1)], { staff: true, look: 'staff' })
    const press = () => fireEvent.contextMenu(screen.getByRole('img', { name: 'PRF_0001.jpg' }))
    expect(press()).toBe(false)
    expect(screen.getByRole('dialog', { name: /PRF_0001/ })).toBeTruthy()
    cleanup()
    hang([photo(1)])
    expect(press()).toBe(true)
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('[TILE-8] on the desk a finger finds the menu of a narrow photo in the place of its heart, which is in the menu', () => {
    const tall = photo(1, { versions: photo(1).versions.map((version) => ({ ...version, width: 2000, height: 3000 })) })
    const again = hang([tall], { staff: true, look: 'staff', menu: () => null })
    const names = () => screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'))
    expect(names()).toEqual(['Favourite PRF_0001.jpg', 'Pick PRF_0001.jpg'])
    const coarse = (query: string) => ({ matches: query.includes('coarse'), addEventListener: () => 0, removeEventListener: () => 0 })
    Object.assign(window, { matchMedia: coarse })
    again({})
    expect(names()).toEqual(['More for PRF_0001.jpg', 'Pick PRF_0001.jpg'])
    Object.assign(window, { matchMedia: undefined })
  })

  test('[TILE-6] a photo on its way has its place and its name, a broken one its reason', () => {
    hang([photo(1, { state: 'kept' }), photo(2, { state: 'failed', failure: 'picture-broken' })], { staff: true, look: 'staff' })
    const said = (name: string) => {
      const picture = screen.getByRole('img', { name })
      return [picture.querySelector('[data-word]')?.getAttribute('data-word'), picture.getAttribute('aria-describedby')]
    }
    const [drawn, description] = said('PRF_0001.jpg')
    expect(drawn).toBe('being developed')
    expect(document.getElementById(description ?? '')?.textContent).toContain('being developed')
    expect(said('PRF_0002.jpg')[0]).toMatch(/damaged or incomplete/)
  })
})

describe('the wall', () => {
  test('[WALL-8] what others do is said aloud with name, mark and photo', async () => {
    const marks = source()
    hang([photo(1)], { source: marks })
    act(() => marks.say({ type: 'marked', photo: photoId(1), person: clara, mark: mark(clara, { flag: 'pick' }) }))
    await screen.findByText('Clara Winter: pick, PRF_0001.jpg', {}, { timeout: 4_000 })
    act(() => marks.say({ type: 'gone', photo: photoId(1), cameraName: 'PRF_0001.jpg' }))
    await screen.findByText('PRF_0001.jpg is no longer here', {}, { timeout: 4_000 })
    expect(screen.getByRole('status').textContent).toBe('PRF_0001.jpg is no longer here')
  })

  test('[WALL-9] of a large gallery only what is in sight is in the document, and rows say their place', () => {
    hang(Array.from({ length: 2_000 }, (_, n) => photo(n)))
    expect(screen.getAllByRole('gridcell').length).toBeLessThan(120)
    expect(Number(screen.getByRole('grid').getAttribute('aria-rowcount'))).toBeGreaterThan(300)
  })

  test('[WALL-10] one cell is reached by Tab; arrows move it, Enter opens it, and a press in a control stays there', () => {
    let held: Held = { active: null, selected: new Set() }
    const onOpen = jest.fn<WallProps['onOpen']>()
    const onHold = (next: Held) => {
      held = next
    }
    const again = hang([photo(1), photo(2)], { look: 'staff', onHold, onOpen })
    const first = screen.getByRole('gridcell', { name: 'PRF_0001.jpg' })
    expect(first.tabIndex).toBe(0)
    expect(screen.getByRole('gridcell', { name: 'PRF_0002.jpg' }).tabIndex).toBe(-1)
    fireEvent.click(first)
    expect([...held.selected]).toEqual([photoId(1)])
    again({ look: 'staff', onHold, onOpen, held })
    fireEvent.keyDown(screen.getByRole('gridcell', { name: 'PRF_0001.jpg' }), { key: 'ArrowRight' })
    again({ look: 'staff', onHold, onOpen, held })
    const second = screen.getByRole('gridcell', { name: 'PRF_0002.jpg' })
    expect([held.active, second.tabIndex, document.activeElement]).toEqual([photoId(2), 0, second])
    fireEvent.keyDown(second, { key: 'Enter' })
    expect(onOpen).toHaveBeenCalledWith(photoId(2))
    const control = screen.getByRole('button', { name: 'Favourite PRF_0001.jpg' })
    act(() => control.focus())
    again({ look: 'staff', onHold, onOpen, held })
    expect([held.active, document.activeElement]).toEqual([photoId(1), control])
  })
})
