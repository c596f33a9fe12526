/** A new version arrives while its photo is open. */
import '../../helpers/text-encoding.ts'
import { afterEach, expect, test } from '@jest/globals'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { IntlProvider } from 'react-intl'
import { MemoryRouter, useLocation } from 'react-router'
import { Toaster, toast } from 'sonner'
import { DrawRoomAround, useDrawRoom } from '../../../client/drawing/draw-room.tsx'
import { useNewVersion } from '../../../client/loupe/use-new-version.ts'
import { useShownVersion } from '../../../client/loupe/use-showing.ts'
import { en } from '../../../client/messages/en.ts'
import type { PhotoId, VersionId } from '../../../common/ids.ts'
import type { SeenPhoto, SeenVersion } from '../../../common/visibility/seen.ts'

const version = (n: number) => ({ id: `v_${String(n).padStart(20, '0')}` as VersionId, n }) as SeenVersion
const photoOf = (photo: number, ...versions: readonly number[]) =>
  ({ id: `p_${String(photo).padStart(20, '0')}` as PhotoId, versions: versions.map(version) }) as unknown as SeenPhoto

function Open({ photo }: { readonly photo: SeenPhoto }) {
  useNewVersion(photo)
  const { enter } = useDrawRoom()
  const shown = useShownVersion(photo)
  return (
    <>
      <button type="button" onClick={() => enter()}>
        Draw
      </button>
      <output>{`shows ${shown?.n}${useLocation().search.includes('way=wipe') ? ', wiped' : ''}`}</output>
    </>
  )
}

const page = (photo: SeenPhoto) => (
  <IntlProvider locale="en" messages={en}>
    <DrawRoomAround photo={photo.id} may>
      <Open photo={photo} />
    </DrawRoomAround>
    <Toaster />
  </IntlProvider>
)

function open(photo: SeenPhoto, search = '') {
  const { rerender } = render(page(photo), {
    wrapper: ({ children }) => <MemoryRouter initialEntries={[`/${search}`]}>{children}</MemoryRouter>,
  })
  return (next: SeenPhoto) => rerender(page(next))
}
const shows = () => document.querySelector('output')?.textContent
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }))

afterEach(() => {
  act(() => void toast.dismiss())
  cleanup()
})

test('[COMPARE-22] whoever looks is told of a new version, and may hold the one before against it', async () => {
  const becomes = open(photoOf(1, 1))
  becomes(photoOf(1, 1, 2))
  await screen.findByText('Version 2 has come. What was drawn on version 1 stays with it.')
  expect(shows()).toBe('shows 2')
  await press('Before and after')
  expect(shows()).toBe('shows 2, wiped')
})

test('[COMPARE-22] whoever draws keeps the version under their hand until they ask for the other', async () => {
  const becomes = open(photoOf(1, 1))
  await press('Draw')
  becomes(photoOf(1, 1, 2))
  await screen.findByText('Version 2 has come. You still see version 1.')
  expect(shows()).toBe('shows 1')
  await press('Show version 2')
  expect(shows()).toBe('shows 2')
})

test('[COMPARE-22] of another photo, or of a version that went, nothing is said', () => {
  const becomes = open(photoOf(1, 1, 2))
  becomes(photoOf(2, 1, 2, 3))
  becomes(photoOf(2, 1, 2))
  expect(screen.queryByText(/has come/)).toBeNull()
})
