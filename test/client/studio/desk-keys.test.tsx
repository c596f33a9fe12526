/** Keys over the studio's sheet that ask before they do. */
import '../../helpers/text-encoding.ts'
import { afterEach, expect, test } from '@jest/globals'
import { cleanup, fireEvent, render } from '@testing-library/react'
import { IntlProvider } from 'react-intl'
import { MemoryRouter } from 'react-router'
import type { Chapter } from '../../../client/contact-sheet/wall.tsx'
import type { GalleryStore, GalleryView } from '../../../client/gallery/gallery-view.ts'
import { GalleryStoreRoom } from '../../../client/gallery/use-gallery.tsx'
import { en } from '../../../client/messages/en.ts'
import { useDeskKeys } from '../../../client/studio/use-desk-keys.ts'
import type { GalleryId, PhotoId } from '../../../common/ids.ts'

const id = 'g_00000000000000000000' as GalleryId
const photos = [1, 2, 3].map((n) => ({ id: `p_${String(n).padStart(20, '0')}` as PhotoId }))
const [first, second, third] = photos.map((photo) => photo.id) as [PhotoId, PhotoId, PhotoId]

let asked: (readonly PhotoId[])[] = []

afterEach(cleanup)

function Desk({ selected }: { readonly selected: readonly PhotoId[] }) {
  const chapters = [{ photos }] as unknown as readonly Chapter[]
  const held = { active: third, selected: new Set(selected) }
  useDeskKeys({ chapters, held, onHold: () => undefined, onOpen: () => undefined, onRemove: (of) => asked.push(of) })
  return null
}

function press(key: string, { selected = [] as readonly PhotoId[], write = true } = {}): readonly (readonly PhotoId[])[] {
  cleanup()
  asked = []
  const view = {
    status: 'open',
    gallery: { id, keys: 'lightroom', write, rights: {} },
    me: null,
    selections: [],
    photos,
  } as unknown as GalleryView
  const store = { id, view: () => view, onView: () => () => undefined, actions: {} } as unknown as GalleryStore
  render(
    <IntlProvider locale="en" messages={en}>
      <MemoryRouter>
        <GalleryStoreRoom value={store}>
          <Desk selected={selected} />
        </GalleryStoreRoom>
      </MemoryRouter>
    </IntlProvider>,
  )
  fireEvent.keyDown(document.body, { key })
  return asked
}

test('[PAL-15] Delete asks for all that are selected, in the order they hang, else for the one that is active', () => {
  expect(press('Delete', { selected: [second, first] })).toEqual([[first, second]])
  expect(press('Backspace')).toEqual([[third]])
})

test('[PAL-15] whoever may not write is asked nothing', () => {
  expect(press('Delete', { selected: [first], write: false })).toEqual([])
})
