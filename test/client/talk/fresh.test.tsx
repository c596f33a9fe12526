import '../../helpers/text-encoding.ts'
import { expect, test } from '@jest/globals'
import { renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import type { CommentThread, GalleryStore, GalleryView } from '../../../client/gallery/gallery-view.ts'
import { GalleryStoreRoom } from '../../../client/gallery/use-gallery.tsx'
import { useFresh } from '../../../client/talk/use-reading.ts'
import type { CommentId, PhotoId } from '../../../common/ids.ts'

const photo = 'p_00000000000000000001' as PhotoId
const threads = (...unread: string[]): readonly CommentThread[] => [{ unread } as unknown as CommentThread]

function fresh() {
  let view = { asOf: null as number | null } as GalleryView
  const store = { view: () => view, onView: () => () => undefined } as unknown as GalleryStore
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <GalleryStoreRoom.Provider value={store}>{children}</GalleryStoreRoom.Provider>
  )
  const hook = renderHook(({ unread }: { readonly unread: readonly CommentThread[] }) => useFresh(photo, unread), {
    wrapper,
    initialProps: { unread: threads() },
  })
  return (asOf: number | null, ...unread: string[]): readonly CommentId[] => {
    view = { ...view, asOf }
    hook.rerender({ unread: threads(...unread) })
    return [...hook.result.current]
  }
}

test('[TALK-17] what was new stays marked while the photo is open, also once it was read', () => {
  const shown = fresh()
  expect(shown(null, 'a')).toEqual(['a'])
  expect(shown(null, 'b')).toEqual(['a', 'b'])
  expect(shown(null)).toEqual(['a', 'b'])
})

test('[TALK-17] what is new only by what this browser kept is not new any more once the server has told', () => {
  const shown = fresh()
  expect(shown(1_000, 'a')).toEqual(['a'])
  expect(shown(null)).toEqual([])
  expect(shown(null, 'b')).toEqual(['b'])
})
