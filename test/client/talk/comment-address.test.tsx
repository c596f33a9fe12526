/** An address with a comment in it: what is said where the comment is not here, with a connection and without. */
import '../../helpers/text-encoding.ts'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { act, cleanup, render, screen } from '@testing-library/react'
import { IntlProvider } from 'react-intl'
import { MemoryRouter } from 'react-router'
import { Toaster, toast } from 'sonner'
import type { CommentThread, GalleryCondition, GalleryStore, GalleryView } from '../../../client/gallery/gallery-view.ts'
import { GalleryStoreRoom } from '../../../client/gallery/use-gallery.tsx'
import { TalkFocusRoom, useTalkFocus } from '../../../client/loupe/talk-focus.tsx'
import { en } from '../../../client/messages/en.ts'
import { useCommentAddress } from '../../../client/talk/use-comment-address.ts'
import type { CommentId, PhotoId } from '../../../common/ids.ts'
import type { SeenPhoto } from '../../../common/visibility/seen.ts'

const wanted = 'c_00000000000000000001' as CommentId
const photo = { kind: 'photo', id: 'p_00000000000000000001' as PhotoId, cameraName: 'PRF_1.jpg', versions: [] } as unknown as SeenPhoto
const thread = { first: { id: wanted, version: null }, replies: [] } as unknown as CommentThread

let view = {} as GalleryView
let hear = (): void => undefined
const store = {
  view: () => view,
  onView: (changed: () => void) => {
    hear = changed
    return () => undefined
  },
} as unknown as GalleryStore

function Led({ threads }: { readonly threads: readonly CommentThread[] }) {
  const led = useCommentAddress(photo, threads)
  return <output>{`${led} ${useTalkFocus().thread}`}</output>
}

function come(status: GalleryCondition, threads: readonly CommentThread[] = [], hash = `#${wanted}`) {
  view = { status } as unknown as GalleryView
  const page = (of: readonly CommentThread[]) => (
    <IntlProvider locale="en" messages={en}>
      <MemoryRouter initialEntries={[`/g/g_1/p/${photo.id}${hash}`]}>
        <GalleryStoreRoom value={store}>
          <TalkFocusRoom photo={photo.id}>
            <Led threads={of} />
          </TalkFocusRoom>
          <Toaster />
        </GalleryStoreRoom>
      </MemoryRouter>
    </IntlProvider>
  )
  const { rerender } = render(page(threads))
  return (of: readonly CommentThread[]) => act(() => rerender(page(of)))
}
const becomes = (status: GalleryCondition) =>
  act(() => {
    view = { ...view, status }
    hear()
  })
const wait = (milliseconds: number) => act(() => jest.advanceTimersByTimeAsync(milliseconds))
const said = () => screen.queryAllByText(/omment/).map((one) => one.textContent)
const [gone, away] = [en['talk.missing'], 'Without a connection this comment cannot be shown.']

beforeEach(() => void jest.useFakeTimers())
afterEach(async () => {
  toast.dismiss()
  await wait(1_000)
  cleanup()
  jest.useRealTimers()
})

test('[TALK-23] opened without a connection, it is said that a comment that is not on this device cannot be shown; once there is one, it is led to', async () => {
  const shows = come('offline')
  await wait(2_900)
  expect(said()).toEqual([])
  await wait(500)
  expect(said()).toEqual([away])
  await becomes('reconnecting')
  await becomes('open')
  shows([thread])
  await wait(5_000)
  expect(screen.getByText(`${wanted} ${wanted}`)).toBeTruthy()
  expect(said()).not.toContain(gone)
})

test('[TALK-23] a connection that comes and goes says it once, and with one it is said that there is no such comment', async () => {
  come('offline')
  await wait(3_500)
  await becomes('reconnecting')
  await becomes('offline')
  await wait(3_500)
  expect(said()).toEqual([away])
  await becomes('open')
  await wait(3_500)
  expect(said()).toEqual([gone])
})

test('[TALK-23] nothing is said of a comment that was there and is deleted, nor where the address names none', async () => {
  const shows = come('open', [thread])
  await wait(100)
  shows([])
  await wait(5_000)
  expect(said()).toEqual([])
  cleanup()
  come('offline', [], '')
  await wait(5_000)
  expect(said()).toEqual([])
})
