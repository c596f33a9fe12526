/** Two acts within one frame: the second means the photo the first led to. No task runs between them, as in a browser that is busy. */
import '../../helpers/text-encoding.ts'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { cleanup, render, screen } from '@testing-library/react'
import { IntlProvider } from 'react-intl'
import { BrowserRouter, Link, Route, Routes, useParams } from 'react-router'
import type { GalleryStore, GalleryView, MarkPatch } from '../../../client/gallery/gallery-view.ts'
import { GalleryStoreRoom, useGallery } from '../../../client/gallery/use-gallery.tsx'
import { wish } from '../../../client/keyboard/key-wishes.ts'
import { useGoOn } from '../../../client/loupe/go-on.tsx'
import { MarksBar } from '../../../client/loupe/marks-bar.tsx'
import { useLoupeKeys } from '../../../client/loupe/use-loupe-keys.ts'
import { usePaging } from '../../../client/loupe/use-paging.ts'
import { en } from '../../../client/messages/en.ts'
import type { GalleryId, PhotoId, SceneId } from '../../../common/ids.ts'
import type { Mark } from '../../../common/sheet/shape.ts'
import { defaultRights } from '../../../common/visibility/rights.ts'
import type { SeenGallery, SeenPhoto } from '../../../common/visibility/seen.ts'

const id = 'g_00000000000000000000' as GalleryId
const scene = { kind: 'scene' as const, id: 's_00000000000000000000' as SceneId, name: 'Outdoors', order: 1 }
const idOf = (n: number) => `p_${String(n).padStart(20, '0')}` as PhotoId
const photos = [1, 2, 3, 4].map(
  (n): SeenPhoto => ({
    kind: 'photo',
    id: idOf(n),
    scene: scene.id,
    cameraName: `PRF_${n}.jpg`,
    order: n,
    state: 'waiting',
    addedAt: 1,
    versions: [],
  }),
)

/** Every mark that was set, in order: number of the photo, and what. */
let said: [number, MarkPatch][] = []
let marks = new Map<PhotoId, Partial<Mark>>()
let heard = new Map<PhotoId, () => void>()

function storeOf(): GalleryStore {
  const view = {
    status: 'open',
    gallery: { id, rights: defaultRights.mainClient, keys: 'lightroom', role: 'mainClient' },
    me: { person: 'v_clara000000000000000', name: 'Clara', lastVisit: null },
    scenes: [scene],
    photos,
    photosOf: new Map([[scene.id, photos]]),
    photoById: new Map(photos.map((photo) => [photo.id, photo])),
    selections: [],
  }
  const mark = ([photo]: readonly PhotoId[], patch: MarkPatch) => {
    if (!photo) return
    said.push([photos.findIndex((one) => one.id === photo) + 1, patch])
    marks.set(photo, { ...marks.get(photo), ...patch })
    heard.get(photo)?.()
  }
  const none = { flag: null, label: null, stars: 0, favourite: false }
  const read = new Map<PhotoId, { readonly of: unknown; readonly marks: unknown }>()
  const store = {
    id,
    view: () => view as unknown as GalleryView,
    onView: () => () => undefined,
    onPhoto: (photo: PhotoId, changed: () => void) => {
      heard.set(photo, changed)
      return () => heard.delete(photo)
    },
    onMarks: () => () => undefined,
    onNotice: () => () => undefined,
    marksChanges: () => 0,
    marks: (photo: PhotoId) => {
      const of = marks.get(photo)
      const known = read.get(photo)
      if (known && known.of === of) return known.marks
      const now = { mine: { ...none, ...of }, byPerson: new Map(), picks: [] }
      read.set(photo, { of, marks: now })
      return now
    },
    actions: { mark },
  }
  return store as unknown as GalleryStore
}

const nothing = () => undefined
const not = () => false

function Opened() {
  const { gallery, photoById } = useGallery()
  const paging = usePaging(id, useParams().photo as PhotoId)
  const goOn = useGoOn(paging)
  const keys = { zoom: nothing, zoomBy: nothing, compare: not, survey: not, write: nothing, panel: nothing, help: nothing, uncover: not }
  useLoupeKeys({ paging, ...keys })
  const photo = photoById.get(paging.open)
  if (!photo) return null
  return (
    <>
      <h1>{photo.cameraName}</h1>
      <MarksBar gallery={gallery as SeenGallery} photo={photo} onMarked={goOn} />
      <Link to={`/g/${id}/p/${idOf(4)}`}>decided</Link>
    </>
  )
}

beforeEach(() => {
  said = []
  marks = new Map()
  heard = new Map()
  wish({ advance: true })
  window.history.replaceState(null, '', `/g/${id}/p/${idOf(1)}`)
  render(
    <IntlProvider locale="en" messages={en}>
      <GalleryStoreRoom value={storeOf()}>
        <BrowserRouter>
          <Routes>
            <Route path="/g/:gallery/p/:photo" element={<Opened />} />
          </Routes>
        </BrowserRouter>
      </GalleryStoreRoom>
    </IntlProvider>,
  )
  // From here on nothing hurries React but the events themselves.
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false })
})
afterEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  cleanup()
})

/** What a browser does between two events, and no more: jobs, but no task and no frame. */
const between = async () => {
  for (let i = 0; i < 5; i++) await null
}
const button = (name: string) => screen.getByRole('button', { name })
const begin = (on: Element) => on.dispatchEvent(new MouseEvent('pointerdown', { bubbles: true }))
const end = async (on: Element) => {
  on.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }))
  await between()
}
const tap = async (name: string) => {
  begin(button(name))
  await end(button(name))
}
const press = async (key: string) => {
  document.body.dispatchEvent(
    new KeyboardEvent('keydown', {
      key,
      code: key >= '0' && key <= '9' ? `Digit${key}` : `Key${key.toUpperCase()}`,
      bubbles: true,
      cancelable: true,
    }),
  )
  await between()
}

test('[MARK-14] of two taps within one frame the second marks the photo the first led to', async () => {
  await tap('Reject')
  expect(screen.getByRole('heading').textContent).toBe('PRF_2.jpg')
  await tap('3 stars')
  await tap('Reject')
  expect(said).toEqual([
    [1, { flag: 'reject' }],
    [2, { stars: 3 }],
    [3, { flag: 'reject' }],
  ])
  expect(screen.getByRole('heading').textContent).toBe('PRF_4.jpg')
})

test('[MARK-14] so do keys, and keys and taps by turns', async () => {
  await press('3')
  await press('x')
  await tap('Favourite')
  expect(said).toEqual([
    [1, { stars: 3 }],
    [2, { flag: 'reject' }],
    [3, { favourite: true }],
  ])
})

test('[MARK-14] a tap means the photo that stood there when it began, and leads nowhere from another', async () => {
  const reject = button('Reject')
  begin(reject)
  await press('3')
  await end(reject)
  expect(said).toEqual([
    [1, { stars: 3 }],
    [1, { flag: 'reject' }],
  ])
  expect(screen.getByRole('heading').textContent).toBe('PRF_2.jpg')
})

test('[MARK-14] where a link leads, keys and taps are meant for what it led to', async () => {
  await press('3')
  await end(screen.getByRole('link'))
  await screen.findByRole('heading', { name: 'PRF_4.jpg' })
  await press('x')
  await tap('Favourite')
  expect(said.slice(1)).toEqual([
    [4, { flag: 'reject' }],
    [4, { favourite: true }],
  ])
})
