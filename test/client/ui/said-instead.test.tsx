/** What is pressed by keys and gone: a keyboard goes on from the words that say what came of it. */
import '../../helpers/text-encoding.ts'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { IntlProvider } from 'react-intl'
import { MemoryRouter } from 'react-router'
import { Toaster } from 'sonner'
import type { GalleryStore, GalleryView, SeenComment } from '../../../client/gallery/gallery-view.ts'
import { GalleryStoreRoom } from '../../../client/gallery/use-gallery.tsx'
import { emptyFilling, type Filling } from '../../../client/lists/filling.ts'
import { SendList } from '../../../client/lists/send-list.tsx'
import { en } from '../../../client/messages/en.ts'
import { PartyBlock } from '../../../client/studio/lists/party-block.tsx'
import { Overview } from '../../../client/talk/overview.tsx'
import { keepFocus } from '../../../client/ui/kept-focus.ts'
import type { GalleryId, PhotoId, SelectionId } from '../../../common/ids.ts'
import { done } from '../../../common/result.ts'
import { defaultRights } from '../../../common/visibility/rights.ts'
import type { SeenPhoto, SeenSelection, SeenSubmission } from '../../../common/visibility/seen.ts'

const id = 'g_00000000000000000000' as GalleryId
const photo = { kind: 'photo', id: 'p_00000000000000000001' as PhotoId, cameraName: 'PRF_1.jpg', versions: [] } as unknown as SeenPhoto
const list = 's_00000000000000000001' as SelectionId
const selection = { kind: 'selection', id: list, name: 'Album', order: 1, owner: null, request: null, closed: false } as SeenSelection
const submission: SeenSubmission = {
  kind: 'submission',
  id: 'one',
  selection: list,
  audience: 'shared',
  versions: [{ n: 1, at: 1, by: null, photos: [photo.id], note: '' }],
  open: false,
  reopenedAt: null,
  askedAt: null,
}

let unread = 0
let said: string[] = []
let heard = (): void => undefined
let show = (_filling: Filling): void => undefined
let stop = (): void => undefined

const threadOf = (n: number) => {
  const first = { id: `c_${n}`, author: 'v_mara', at: n, mine: false, body: `Words ${n}`, resolved: null, deleted: null, mentions: [] }
  return { first: first as unknown as SeenComment, replies: [], unread: n <= unread ? [first.id] : [], called: null, whole: {} }
}

/** Of one photo much is said; what is asked for is done, and stands as soon as it is answered. */
function storeOf(threads: number): GalleryStore {
  const view = {
    status: 'open',
    gallery: { id, rights: defaultRights.mainClient, role: 'mainClient', write: true },
    me: null,
    here: [],
    people: new Map(),
    photos: [photo],
    photoById: new Map([[photo.id, photo]]),
    selections: [selection],
  }
  let changes = 0
  const marksHeard = new Set<() => void>()
  heard = () => {
    changes++
    for (const hear of marksHeard) hear()
  }
  return {
    id,
    view: () => view as unknown as GalleryView,
    onView: () => () => undefined,
    onMarks: (hear: () => void) => {
      marksHeard.add(hear)
      return () => marksHeard.delete(hear)
    },
    marksChanges: () => changes,
    marks: () => ({ comments: threads }),
    talk: () => ({ threads: Array.from({ length: threads }, (_, i) => threadOf(i + 1)), drawings: [] }),
    actions: {
      read: () => {
        unread = 0
        heard()
      },
      do: async ({ type }: { readonly type: string }) => {
        said.push(type)
        const now = type === 'selection:ask' ? { askedAt: 5 } : { open: true, reopenedAt: 5 }
        show(sent({ ...submission, ...now }))
        return done({ rev: 1 })
      },
    },
  } as unknown as GalleryStore
}

const sent = (of: SeenSubmission): Filling => ({
  ...emptyFilling(selection, 'shared', 1),
  photos: [photo],
  submission: of,
  lock: of.open ? null : 'sent',
})

function shown(what: React.ReactNode, threads = 1) {
  const store = storeOf(threads)
  const around = (inner: React.ReactNode) => (
    <IntlProvider locale="en" messages={en}>
      <MemoryRouter>
        <GalleryStoreRoom value={store}>
          <main>
            <a href="/back">Back</a>
            {inner}
          </main>
          <Toaster />
        </GalleryStoreRoom>
      </MemoryRouter>
    </IntlProvider>
  )
  const { rerender } = render(around(what))
  return (next: React.ReactNode) => act(() => rerender(around(next)))
}

/** As a browser does with Enter on what has the focus. */
const press = (name: string) => {
  const button = screen.getByRole('button', { name })
  button.focus()
  fireEvent.keyDown(button, { key: 'Enter' })
  fireEvent.click(button)
}
const held = () => document.activeElement?.textContent

beforeEach(() => {
  said = []
  unread = 0
  stop = keepFocus(document)
})
afterEach(() => {
  stop()
  cleanup()
})

test('[REACH-19] whoever asks for a list to be opened stands at the words that it was asked for', async () => {
  const at = (of: Filling) => <SendList filling={of} onMore={() => undefined} onSent={() => undefined} />
  const again = shown(at(sent(submission)))
  show = (filling) => again(at(filling))
  press(en['list.ask'])
  await waitFor(() => expect(held()).toBe(en['list.asked']))
  expect(said).toEqual(['selection:ask'])
  expect(document.activeElement?.getAttribute('role')).toBe('status')
})

test('[REACH-19] who opens a list again stands beside what is gone, and it is said', async () => {
  const at = (filling: Filling) => <PartyBlock party={{ audience: 'shared', person: null, filling }} alone />
  const again = shown(at(sent(submission)))
  show = (filling) => again(at(filling))
  press('Reopen the list of Together')
  await waitFor(() => expect(held()).toBe(en['lists.copy']))
  expect(said).toEqual(['selection:reopen'])
  expect(await screen.findByText('The list is open again: Together.')).toBeTruthy()
})

test('[REACH-19] whoever reads all of what is said stands at the words that it is read', async () => {
  unread = 2
  shown(<Overview begin="order" />, 3)
  press(en['overview.readAll'])
  await waitFor(() => expect(held()).toBe(en['overview.allRead']))
})

test('[REACH-19] of more that was asked for, the first has the focus', async () => {
  shown(<Overview begin="order" />, 130)
  const links = () => screen.getAllByRole('link').slice(1)
  press(en['overview.more'])
  expect(links()).toHaveLength(120)
  expect(document.activeElement).toBe(links()[60])
  press(en['overview.more'])
  expect(links()).toHaveLength(130)
  expect(document.activeElement).toBe(links()[120])
})
