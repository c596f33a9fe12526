/** Into the studio's own list and out of it, from the menu of photos on the desk. */
import '../../helpers/resize-observer.ts'
import '../../helpers/text-encoding.ts'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { IntlProvider } from 'react-intl'
import { MemoryRouter } from 'react-router'
import { Toaster, toast } from 'sonner'
import type { GalleryStore, GalleryView } from '../../../client/gallery/gallery-view.ts'
import { GalleryStoreRoom } from '../../../client/gallery/use-gallery.tsx'
import { ChoosingRoom } from '../../../client/lists/choosing.tsx'
import { en } from '../../../client/messages/en.ts'
import { DeskMenu } from '../../../client/studio/desk-menu/desk-menu.tsx'
import type { GalleryId, PersonId, PhotoId, SceneId, SelectionId } from '../../../common/ids.ts'
import { defaultRights } from '../../../common/visibility/rights.ts'
import type { SeenPhoto, SeenSelection } from '../../../common/visibility/seen.ts'

const id = 'g_00000000000000000000' as GalleryId
const [ada, ben] = ['u_ada00000000000000000', 'u_ben00000000000000000'] as [PersonId, PersonId]
const idOf = (n: number) => `p_${String(n).padStart(20, '0')}` as PhotoId
const photos = [1, 2, 3].map(
  (n): SeenPhoto => ({
    kind: 'photo',
    id: idOf(n),
    scene: 's_00000000000000000001' as SceneId,
    cameraName: `PRF_${n}.jpg`,
    order: n,
    state: 'ready',
    addedAt: 1,
    versions: [],
  }),
)
const list = 's_00000000000000000009' as SelectionId
const listOf = (more: Partial<SeenSelection> = {}) =>
  ({ kind: 'selection', id: list, name: 'Portfolio', order: 1, owner: null, request: null, closed: false, ...more }) as SeenSelection

interface Standing {
  readonly picks: Readonly<Record<number, readonly PersonId[]>>
  readonly select?: 'edit' | 'view'
  readonly lists?: readonly SeenSelection[]
}
let said: unknown[] = []

function storeOf({ picks, select = 'edit', lists = [listOf()] }: Standing): GalleryStore {
  const view = {
    status: 'open',
    gallery: { id, rights: { ...defaultRights.mainClient, select }, keys: 'lightroom', role: 'owner', write: true, cover: null },
    me: { person: ada, name: 'Ada', lastVisit: null },
    scenes: [],
    photos,
    photosOf: new Map(),
    photoById: new Map(photos.map((photo) => [photo.id, photo])),
    selections: lists,
    submissions: new Map(),
  } as unknown as GalleryView
  const none = { flag: null, label: null, stars: 0, favourite: false }
  const picksOf = (photo: PhotoId) =>
    (picks[photos.findIndex((one) => one.id === photo) + 1] ?? []).map((person) => ({ selection: list, audience: 'team', person }))
  return {
    id,
    view: () => view,
    onView: () => () => undefined,
    onMarks: () => () => undefined,
    onNotice: () => () => undefined,
    marksChanges: () => 0,
    marks: (photo: PhotoId) => ({ mine: none, byPerson: new Map(), picks: picksOf(photo), comments: 0 }),
    actions: { pick: (into: SelectionId, of: readonly PhotoId[], on: boolean) => said.push([into, of, on]) },
  } as unknown as GalleryStore
}

function Page({ selected }: { readonly selected: readonly number[] }) {
  const [open, setOpen] = useState<HTMLElement | null>(null)
  const held = { active: idOf(selected[0] ?? 1), selected: new Set(selected.map(idOf)) }
  const close = () => setOpen(null)
  return (
    <>
      <button type="button" onClick={(event) => setOpen(event.currentTarget)}>
        frame
      </button>
      {open && (
        <DeskMenu
          ask={{ photo: photos[(selected[0] ?? 1) - 1] as SeenPhoto, anchor: open, at: null, onClose: close }}
          held={held}
          hanging={photos}
          onHold={() => undefined}
          onAsk={() => undefined}
        />
      )}
    </>
  )
}

function show(selected: readonly number[], standing: Standing) {
  cleanup()
  toast.dismiss()
  said = []
  render(
    <IntlProvider locale="en" messages={en}>
      <MemoryRouter initialEntries={[`/g/${id}`]}>
        <GalleryStoreRoom value={storeOf(standing)}>
          <ChoosingRoom>
            <Page selected={selected} />
          </ChoosingRoom>
          <Toaster />
        </GalleryStoreRoom>
      </MemoryRouter>
    </IntlProvider>,
  )
  fireEvent.click(screen.getByRole('button', { name: 'frame' }))
}
const choose = (name: string | RegExp) => fireEvent.click(screen.getByRole('menuitem', { name }))
const offered = () => screen.queryAllByRole('menuitem', { name: /Portfolio|list/ }).map((item) => item.textContent)

beforeEach(() => localStorage.clear())
afterEach(cleanup)

test('[PAL-14] photos go into the studio’s list and out of it again, and it is said how many are in it', async () => {
  show([1, 2], { picks: { 3: [ada] } })
  choose(/Into Portfolio/)
  await waitFor(() => expect(said).toEqual([[list, [idOf(1), idOf(2)], true]]))
  await screen.findByText('Portfolio: 3 photos')
  show([1, 2], { picks: { 1: [ada], 2: [ada], 3: [ada] } })
  choose(/Out of Portfolio/)
  await waitFor(() => expect(said).toEqual([[list, [idOf(1), idOf(2)], false]]))
  await screen.findByText('Portfolio: 1 photo')
})

test('[PAL-14] what somebody else of the studio chose is not one’s own to take out, and stays when one takes one’s own choice back', async () => {
  show([1], { picks: { 1: [ben] } })
  choose(/Into Portfolio/)
  await waitFor(() => expect(said).toEqual([[list, [idOf(1)], true]]))
  await screen.findByText('Portfolio: 1 photo')
  show([1, 2], { picks: { 1: [ben, ada], 2: [ada], 3: [ben] } })
  choose(/Out of Portfolio/)
  await waitFor(() => expect(said).toEqual([[list, [idOf(1), idOf(2)], false]]))
  await screen.findByText('Portfolio: 2 photos')
})

test('[PAL-14] it is not there for whoever may not choose, nor where there is no list of the studio’s own', () => {
  show([1], { picks: {} })
  expect(offered()).toHaveLength(1)
  show([1], { picks: {}, select: 'view' })
  expect(offered()).toEqual([])
  show([1], { picks: {}, lists: [] })
  expect(offered()).toEqual([])
  show([1], { picks: {}, lists: [listOf({ request: { max: 3 } } as Partial<SeenSelection>)] })
  expect(offered()).toEqual([])
})
