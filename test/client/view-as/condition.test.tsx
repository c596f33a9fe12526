/** What stands over the frame while whom one looks as is not let in yet. */
import '../../helpers/text-encoding.ts'
import { afterEach, expect, test } from '@jest/globals'
import { act, cleanup, render, renderHook, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { IntlProvider } from 'react-intl'
import type { GalleryStore, GalleryView, Here } from '../../../client/gallery/gallery-view.ts'
import { GalleryStoreRoom } from '../../../client/gallery/use-gallery.tsx'
import { en } from '../../../client/messages/en.ts'
import { Condition, useTerms } from '../../../client/view-as/condition.tsx'
import type { ShownSubject } from '../../../client/view-as/subjects.ts'
import type { GalleryStatus } from '../../../common/gallery/model.ts'
import type { PersonId } from '../../../common/ids.ts'

const anna = 'v_00000000000000000001' as PersonId
const shown: ShownSubject = { subject: anna, kind: 'person', name: 'Anna', role: 'vendor', photos: 3, dimmed: 0, always: false }

/** A gallery in which things happen. */
function room(status: GalleryStatus) {
  const listeners = new Set<() => void>()
  let view = { status: 'open', gallery: { id: 'g_1', status }, here: [] as Here[] }
  const store = {
    view: () => view as unknown as GalleryView,
    onView(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onNotice: () => () => undefined,
  } as unknown as GalleryStore
  const next = (change: Partial<typeof view>) =>
    act(() => {
      view = { ...view, ...change }
      for (const listener of listeners) listener()
    })
  return { store, next }
}

const inRoom = (store: GalleryStore, children: ReactNode) =>
  render(
    <IntlProvider locale="en" messages={en}>
      <GalleryStoreRoom.Provider value={store}>{children}</GalleryStoreRoom.Provider>
    </IntlProvider>,
  )
const said = () => screen.getByRole('status').textContent

afterEach(cleanup)

test('[AS-22] a gallery that is not online is said to be so, and terms that are not accepted; else nothing is', () => {
  const { store, next } = room('draft')
  inRoom(store, <Condition shown={shown} terms={false} />)
  expect(said()).toMatch(/^Not online yet\..*the door stays closed/)
  for (const status of ['offline', 'expired', 'archived'] as const) {
    next({ gallery: { id: 'g_1', status } })
    expect(said()).toMatch(/^Not online now\..*once it is again/)
  }
  next({ gallery: { id: 'g_1', status: 'online' } })
  expect(said()).toBe('')
})

test('[AS-22] of who needs no gallery that is online nothing of it is said; of terms it is', () => {
  inRoom(room('draft').store, <Condition shown={{ ...shown, always: true }} terms />)
  expect(said()).toMatch(/^Terms not accepted yet\..*before the photos/)
})

test('[AS-23] the frame that shows terms is tried anew once whoever accepts them has come in, and no other', () => {
  const { store, next } = room('online')
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <GalleryStoreRoom.Provider value={store}>{children}</GalleryStoreRoom.Provider>
  )
  const { result } = renderHook(() => useTerms(anna), { wrapper })
  const now = () => result.current
  const comes = { seat: '1', person: anna, name: 'Anna', staff: false, photo: null, side: null } as Here
  next({ here: [comes] })
  expect([now().terms, now().tries]).toEqual([false, 0])
  next({ here: [] })
  act(() => now().onTerms(true))
  expect([now().terms, now().tries]).toEqual([true, 0])
  next({ here: [{ ...comes, person: 'v_00000000000000000002' as PersonId }] })
  expect(now().tries).toBe(0)
  next({ here: [comes] })
  expect(now().tries).toBe(1)
  act(() => now().onTerms(false))
  expect([now().terms, now().tries]).toEqual([false, 1])
})
