/** The menu of photos on the desk: what it offers for one and for several, to whom, and what comes of it. */
import '../../helpers/resize-observer.ts'
import '../../helpers/text-encoding.ts'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { IntlProvider } from 'react-intl'
import { MemoryRouter, useLocation } from 'react-router'
import type { GalleryStore, GalleryView } from '../../../client/gallery/gallery-view.ts'
import { GalleryStoreRoom } from '../../../client/gallery/use-gallery.tsx'
import { en } from '../../../client/messages/en.ts'
import type { DeskAsk } from '../../../client/studio/asking.tsx'
import { DeskMenu } from '../../../client/studio/desk-menu/desk-menu.tsx'
import { RemoveDialog } from '../../../client/studio/remove-dialog.tsx'
import type { GalleryCommand } from '../../../common/gallery/commands.ts'
import type { GalleryId, PhotoId, SceneId, VersionId } from '../../../common/ids.ts'
import { done } from '../../../common/result.ts'
import { defaultRights } from '../../../common/visibility/rights.ts'
import type { SeenPhoto } from '../../../common/visibility/seen.ts'

const id = 'g_00000000000000000000' as GalleryId
const [outdoors, friends] = ['s_00000000000000000001', 's_00000000000000000002'] as [SceneId, SceneId]
const idOf = (n: number) => `p_${String(n).padStart(20, '0')}` as PhotoId
const photoOf = (n: number, more: Partial<SeenPhoto> = {}): SeenPhoto => ({
  kind: 'photo',
  id: idOf(n),
  scene: outdoors,
  cameraName: `PRF_${n}.jpg`,
  order: n,
  state: 'ready',
  addedAt: 1,
  versions: [],
  ...more,
})
const noCapture = { takenAt: null, camera: null, lens: null, exposure: null, caption: null, creator: null, copyright: null, keywords: [] }
const version = { id: 'f_00000000000000000003' as VersionId, n: 1, width: 3, height: 2, thumbhash: null, capture: noCapture }
const photos = [photoOf(1), photoOf(2), photoOf(3, { versions: [version] }), photoOf(4, { state: 'failed' })]

let said: unknown[] = []

function storeOf(write: boolean): GalleryStore {
  const view = {
    status: 'open',
    gallery: {
      id,
      rights: write ? { ...defaultRights.mainClient, download: 'edit' } : { ...defaultRights.vendor, download: 'view' },
      keys: 'lightroom',
      write,
      cover: null,
    },
    me: null,
    scenes: [
      { kind: 'scene', id: outdoors, name: 'Outdoors', order: 1 },
      { kind: 'scene', id: friends, name: 'Friends', order: 2 },
    ],
    photos,
    photosOf: new Map([[outdoors, photos]]),
    photoById: new Map(photos.map((photo) => [photo.id, photo])),
    selections: [],
  }
  const none = { mine: { flag: null, label: null, stars: 0, favourite: false }, byPerson: new Map(), picks: [] }
  const picked = { ...none, comments: 2, byPerson: new Map([['v_mara0000000000000000', { ...none.mine, flag: 'pick', at: 1 }]]) }
  const store = {
    id,
    view: () => view as unknown as GalleryView,
    onView: () => () => undefined,
    marks: (photo: PhotoId) => (photo === idOf(3) ? picked : none),
    actions: {
      mark: (of: readonly PhotoId[], patch: unknown) => said.push(['mark', of, patch]),
      hide: (of: readonly PhotoId[]) => said.push(['hide', of]),
      do: async (command: GalleryCommand) => {
        said.push(command)
        return done({ rev: 1 })
      },
    },
  }
  return store as unknown as GalleryStore
}

function Page({ of, selected }: { readonly of: number; readonly selected: readonly number[] }) {
  const [open, setOpen] = useState<HTMLElement | null>(null)
  const { pathname, search } = useLocation()
  const held = { active: idOf(of), selected: new Set(selected.map(idOf)) }
  const photo = photos[of - 1] as SeenPhoto
  return (
    <>
      <output>{pathname + search}</output>
      <button type="button" onClick={(event) => setOpen(event.currentTarget)}>
        frame
      </button>
      {open && (
        <DeskMenu
          ask={{ photo, anchor: open, at: null, onClose: () => setOpen(null) }}
          held={held}
          hanging={photos}
          onHold={(next) => said.push(['hold', [...next.selected]])}
          onAsk={(ask: DeskAsk) => said.push(ask)}
        />
      )}
    </>
  )
}

function show({ of = 2, selected = [] as readonly number[], write = true } = {}) {
  cleanup()
  said = []
  render(
    <IntlProvider locale="en" messages={en}>
      <MemoryRouter initialEntries={[`/g/${id}`]}>
        <GalleryStoreRoom value={storeOf(write)}>
          <Page of={of} selected={selected} />
        </GalleryStoreRoom>
      </MemoryRouter>
    </IntlProvider>,
  )
  fireEvent.click(screen.getByRole('button', { name: 'frame' }))
}

const items = () => screen.getAllByRole('menuitem').map((item) => item.textContent?.replace(/[A-Z]$/, ''))
const choose = (name: string | RegExp, role: 'menuitem' | 'menuitemradio' = 'menuitem') => fireEvent.click(screen.getByRole(role, { name }))
const came = (what: unknown) => waitFor(() => expect(said).toEqual([what]))

beforeEach(() => {
  said = []
})
afterEach(cleanup)

test('[PAL-10] the menu is of all that are selected if the photo is one of them, else of that photo alone', async () => {
  show({ of: 2, selected: [1, 2, 3] })
  expect(screen.getByRole('menu', { name: '3 photos' })).toBeTruthy()
  choose(/^Hide/)
  await came(['hide', [1, 2, 3].map(idOf)])
  show({ of: 3, selected: [1, 2] })
  expect(screen.getByRole('menu', { name: 'PRF_3.jpg' })).toBeTruthy()
  choose('4 stars', 'menuitemradio')
  await came(['mark', [idOf(3)], { stars: 4 }])
  show({ of: 3, selected: [1, 2] })
  choose(/^Select/)
  await came(['hold', [1, 2, 3].map(idOf)])
})

test('[PAL-11] only what one may do is there, and what there is something to do about', () => {
  const always = ['Hide', 'Copy address']
  show()
  const one = [
    'Pick',
    'Reject',
    'Favourite',
    'Compare',
    'Comment',
    'Move to scene',
    'Use as cover',
    'Hide',
    'Select',
    'Copy address',
    'History',
    'Remove',
  ]
  expect(items()).toEqual(one)
  show({ selected: [1, 2] })
  expect(items()).toEqual(['Pick', 'Reject', 'Favourite', 'Compare', 'Move to scene', ...always, 'Remove'])
  show({ of: 4 })
  expect(items()).toEqual(['Move to scene', 'Hide', 'Select', 'Copy address', 'History', 'Remove'])
  expect(screen.queryAllByRole('menuitemradio')).toEqual([])
  show({ of: 3 })
  expect(items()).toContain('Download the original')
  show({ of: 3, write: false })
  expect(items()).not.toContain('Download the original')
  for (const name of ['Move to scene', 'Use as cover', 'Hide', 'Remove']) expect(items()).not.toContain(name)
})

test('[PAL-12] what is chosen is done once the menu is gone and the focus is back on the photo', async () => {
  const frame = () => screen.getByRole('button', { name: 'frame' })
  show({ selected: [1, 2] })
  choose(/^Remove/)
  expect(said).toEqual([])
  await came({ remove: [idOf(1), idOf(2)] })
  expect([screen.queryByRole('menu'), document.activeElement]).toEqual([null, frame()])
  show()
  choose('Use as cover')
  await came({ type: 'gallery:change', cover: idOf(2) })
  show()
  choose('History')
  await waitFor(() => expect(document.querySelector('output')?.textContent).toBe(`/g/${id}?tab=activity&of=${idOf(2)}`))
  show()
  fireEvent.keyDown(screen.getByRole('menu'), { key: 'Escape' })
  await waitFor(() => expect(document.activeElement).toBe(frame()))
  expect(said).toEqual([])
})

test('[PAL-13] before photos go it is said how many of them are chosen and commented; hiding them instead takes nothing away', async () => {
  const ask = (of: readonly number[]) => {
    cleanup()
    said = []
    render(
      <IntlProvider locale="en" messages={en}>
        <GalleryStoreRoom value={storeOf(true)}>
          <RemoveDialog photos={of.map(idOf)} onClose={() => said.push('closed')} />
        </GalleryStoreRoom>
      </IntlProvider>,
    )
    return screen.getByRole('dialog').textContent
  }
  expect(ask([1, 2])).not.toMatch(/chosen|has comments/)
  expect(ask([2, 3])).toMatch(/One of them is chosen\. One has comments\..*cannot be undone/)
  fireEvent.click(screen.getByRole('button', { name: 'Hide instead' }))
  expect(said).toEqual([['hide', [idOf(2), idOf(3)]], 'closed'])
  ask([3])
  fireEvent.click(screen.getByRole('button', { name: 'Remove 1 photo' }))
  await waitFor(() => expect(said).toEqual([{ type: 'photo:remove', photos: [idOf(3)] }, 'closed']))
})

test('a press that asked for the menu chooses nothing where it ends, one that begins in it does', async () => {
  show()
  const hide = screen.getByRole('menuitem', { name: 'Hide' })
  fireEvent.pointerUp(hide, { button: 2 })
  expect(screen.queryByRole('menu')).not.toBeNull()
  fireEvent.pointerDown(hide)
  fireEvent.pointerUp(hide)
  fireEvent.click(hide)
  await came(['hide', [idOf(2)]])
})
