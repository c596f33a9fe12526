/** The palette over a gallery of ten thousand photos: what it lists, what it offers to whom, and its keys. */
import '../../../helpers/text-encoding.ts'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { IntlProvider } from 'react-intl'
import { MemoryRouter, useLocation } from 'react-router'
import type { GalleryStore, GalleryView } from '../../../../client/gallery/gallery-view.ts'
import { GalleryStoreRoom } from '../../../../client/gallery/use-gallery.tsx'
import { en } from '../../../../client/messages/en.ts'
import type { DeskAsk } from '../../../../client/studio/asking.tsx'
import { DeskPalette } from '../../../../client/studio/palette/desk-palette.tsx'
import { usePaletteKey } from '../../../../client/studio/palette/palette-key.ts'
import type { GalleryCommand } from '../../../../common/gallery/commands.ts'
import type { GalleryId, PersonId, PhotoId, SceneId } from '../../../../common/ids.ts'
import { done } from '../../../../common/result.ts'
import { defaultRights } from '../../../../common/visibility/rights.ts'
import type { SeenPhoto } from '../../../../common/visibility/seen.ts'

const id = 'g_00000000000000000000' as GalleryId
const scenes = ['Outdoors', 'Harvest supper'].map((name, n) => ({
  kind: 'scene' as const,
  id: `s_0000000000000000000${n}` as SceneId,
  name,
  order: n,
}))
const [outdoors, supper] = scenes.map((scene) => scene.id) as [SceneId, SceneId]
const idOf = (n: number) => `p_${String(n).padStart(20, '0')}` as PhotoId
const photoOf = (n: number): SeenPhoto => ({
  kind: 'photo',
  id: idOf(n),
  scene: n % 2 === 0 ? supper : outdoors,
  cameraName: `PRF_${String(n).padStart(5, '0')}.jpg`,
  order: n,
  state: 'waiting',
  addedAt: 1,
  versions: [],
})
const mara = 'v_mara0000000000000000' as PersonId
const said = { id: 'c_00000000000000000001', author: mara, body: 'Is the harvest table from both sides?', at: 1, deleted: null }
const thread = { first: said, replies: [], unread: [], called: null, whole: {} }

let commands: GalleryCommand[] = []
let hidden: readonly PhotoId[] = []
let asks: DeskAsk[] = []
let added: (SceneId | null)[] = []
let looked = 0

function storeOf(write: boolean, count: number): GalleryStore {
  const photos = Array.from({ length: count }, (_, n) => photoOf(n + 1))
  const rights = write ? defaultRights.mainClient : defaultRights.guestLink
  const view = {
    status: 'open',
    gallery: { id, name: 'Almanac', rights, keys: 'lightroom', role: 'member', write },
    me: { person: 'v_me0000000000000000000', name: 'Jonas', lastVisit: null },
    scenes,
    photos,
    photosOf: new Map(scenes.map((scene) => [scene.id, photos.filter((photo) => photo.scene === scene.id)])),
    photoById: new Map(photos.map((photo) => [photo.id, photo])),
    people: new Map([[mara, { kind: 'person', id: mara, name: 'Mara Lindqvist', staff: false }]]),
    selections: [],
    canUndo: false,
    canRedo: false,
  }
  const none = {
    mine: { flag: null, label: null, stars: 0, favourite: false },
    byPerson: new Map(),
    house: null,
    picks: [],
    comments: 0,
    drawings: 0,
  }
  const talked = { ...none, comments: 1 }
  const store = {
    id,
    view: () => view as unknown as GalleryView,
    onView: () => () => undefined,
    onPhoto: () => () => undefined,
    onMarks: () => () => undefined,
    onNotice: () => () => undefined,
    marksChanges: () => 0,
    marks: (photo: PhotoId) => (photo === idOf(3) ? talked : none),
    talk: () => {
      looked++
      return { threads: [thread], drawings: [] }
    },
    actions: {
      hide: (of: readonly PhotoId[]) => {
        hidden = of
      },
      do: async (command: GalleryCommand) => {
        commands.push(command)
        return done({ rev: 1 })
      },
    },
  }
  return store as unknown as GalleryStore
}

function Page({ selected }: { readonly selected: readonly PhotoId[] }) {
  const [open, setOpen] = useState(false)
  const { pathname, search, hash } = useLocation()
  usePaletteKey(() => setOpen(true))
  return (
    <>
      <button type="button">before</button>
      <output>{pathname + search + hash}</output>
      {open && (
        <DeskPalette
          held={{ active: null, selected: new Set(selected) }}
          onWall
          onAdd={(scene) => added.push(scene)}
          onAsk={(ask) => asks.push(ask)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

function show({ write = true, count = 12, selected = [] as readonly PhotoId[] } = {}) {
  render(
    <IntlProvider locale="en" messages={en}>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false, gcTime: Number.POSITIVE_INFINITY } } })}>
        <MemoryRouter initialEntries={[`/g/${id}`]}>
          <GalleryStoreRoom value={storeOf(write, count)}>
            <Page selected={selected} />
          </GalleryStoreRoom>
        </MemoryRouter>
      </QueryClientProvider>
    </IntlProvider>,
  )
  screen.getByRole('button', { name: 'before' }).focus()
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'k', ctrlKey: true })
}

const field = () => screen.getByRole('combobox')
const type = (value: string) => fireEvent.change(field(), { target: { value } })
const press = (key: string) => fireEvent.keyDown(field(), { key })
const texts = (group?: string) =>
  within(group ? screen.getByRole('group', { name: group }) : screen.getByRole('dialog'))
    .queryAllByRole('option')
    .map((option) => option.querySelector('.words > .trunc')?.textContent)
const current = () => document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.querySelector('.trunc')?.textContent

beforeEach(() => {
  commands = []
  hidden = []
  asks = []
  added = []
  looked = 0
  const answer = async (path: unknown) => {
    const body = String(path).includes('/api/me') ? { person: null, accounts: [], mail: false } : []
    return { ok: true, json: async () => body, headers: new Headers() }
  }
  globalThis.fetch = jest.fn(answer) as unknown as typeof fetch
})
afterEach(cleanup)

test('[PAL-2] of ten thousand photos a few are listed, and nothing is read before something is asked', async () => {
  show({ count: 10_000 })
  expect(looked).toBe(0)
  type('prf')
  await waitFor(() => expect(texts('Go to')).toEqual(['PRF_00001.jpg', 'PRF_00002.jpg', 'PRF_00003.jpg', 'PRF_00004.jpg', 'PRF_00005.jpg']))
  type('#41')
  await waitFor(() => expect(texts('Photos').length).toBe(40))
  expect(texts('Photos')[0]).toBe('PRF_00041.jpg')
})

test('[PAL-6] what is found leads to it: a scene, a photo, what somebody chose, what was said', async () => {
  const leads = async (typed: string, group: string, to: string) => {
    show()
    type(typed)
    await waitFor(() => expect(texts(group).length).toBeGreaterThan(0))
    fireEvent.click(within(screen.getByRole('group', { name: group })).getAllByRole('option')[0] as HTMLElement)
    await waitFor(() => expect(document.querySelector('output')?.textContent).toBe(`/g/${id}${to}`))
    cleanup()
  }
  await leads('supper harv', 'Go to', `?scene=${supper}`)
  await leads('00007', 'Go to', `/p/${idOf(7)}`)
  await leads('#7', 'Photos', `/p/${idOf(7)}`)
  await leads('@lindq', 'People', `?flag=pick&person=${mara}`)
  await leads('both table', 'Comments', `/p/${idOf(3)}#${said.id}`)
})

test('[PAL-7] only what one may do is offered, and it is done to what is selected and hangs', async () => {
  show({ selected: [idOf(1), idOf(3), idOf(99)] })
  type('> harv')
  await waitFor(() =>
    expect(texts('Do')).toEqual(['Move 2 photos to Harvest supper', 'Add photos to Harvest supper', 'Hide Harvest supper from guests']),
  )
  press('Enter')
  await waitFor(() => expect(commands).toEqual([{ type: 'photo:move', photos: [idOf(1), idOf(3)], scene: supper }]))
  cleanup()
  show({ selected: [idOf(1)] })
  type('>hide photo')
  await waitFor(() => expect(texts('Do')).toEqual(['Hide 1 photo']))
  press('Enter')
  await waitFor(() => expect(hidden).toEqual([idOf(1)]))
  cleanup()
  show({ write: false, selected: [idOf(1)] })
  type('>')
  await waitFor(() => expect(texts('Do')).toEqual(['Keys', 'Dark page', 'Deutsch']))
})

test('[PAL-8] arrows go round, Enter does it once the focus is back where it was, Escape does nothing else; typing begins at the first', async () => {
  show()
  const all = texts()
  expect(current()).toBe(all[0])
  press('ArrowUp')
  expect(current()).toBe(all.at(-1))
  press('ArrowDown')
  press('ArrowDown')
  expect(current()).toBe(all[1])
  type('share')
  await waitFor(() => expect(current()).toBe('Share'))
  press('Escape')
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'before' })))
  expect([asks, added, commands]).toEqual([[], [], []])
  fireEvent.keyDown(document.body, { key: 'k', metaKey: true })
  type('> share')
  await waitFor(() => expect(current()).toBe('Share this gallery'))
  press('Enter')
  await waitFor(() => expect(asks).toEqual(['share']))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'before' }))
})

test('[PAL-9] the key opens it also while one types, and closes it; under a dialog or a menu it does nothing', async () => {
  show()
  fireEvent.keyDown(field(), { key: 'k', ctrlKey: true })
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  const over = document.body.appendChild(document.createElement('div'))
  over.setAttribute('role', 'dialog')
  over.dataset.state = 'open'
  const taken = !fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true })
  expect([taken, screen.queryByRole('combobox')]).toEqual([true, null])
  over.remove()
  const input = document.body.appendChild(document.createElement('input'))
  act(() => input.focus())
  fireEvent.keyDown(input, { key: 'k' })
  expect(screen.queryByRole('combobox')).toBeNull()
  fireEvent.keyDown(input, { key: 'k', ctrlKey: true })
  expect(field()).toBe(document.activeElement)
  input.remove()
})
