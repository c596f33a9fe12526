/** Counters begin to listen a moment after they looked; nothing in between is lost. */
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { act, render } from '@testing-library/react'
import { useLayoutEffect } from 'react'
import type { GalleryStore } from '../../../client/gallery/gallery-view.ts'
import type { Totals } from '../../../client/gallery/mark-totals.ts'
import { noMarks } from '../../../client/gallery/summary.ts'
import { GalleryStoreRoom, useMarksTick } from '../../../client/gallery/use-gallery.tsx'
import { useOwnCount } from '../../../client/gallery/use-own-counts.ts'

const photos = [{ id: 'p_one000000000000000000' }]
/** What a gallery without anything in it shows. */
const view = { photos }

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

function storeOf() {
  const listeners = new Set<(photo: string) => void>()
  let changes = 0
  let marks = noMarks
  return {
    view: () => view,
    onView: () => () => undefined,
    marks: () => marks,
    mark: (part: Partial<typeof noMarks>) => {
      marks = { ...marks, ...part }
    },
    listening: () => listeners.size,
    marksChanges: () => changes,
    onMarks: (listener: (photo: string) => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    change: () => {
      changes++
      for (const listener of listeners) listener(photos[0]?.id ?? '')
    },
  }
}

interface LookerProps {
  readonly looked: number[]
  readonly shown: () => void
}

function Looker({ looked, shown }: LookerProps) {
  looked.push(useMarksTick())
  useLayoutEffect(shown, [shown])
  return null
}

test('[CLIENT-18] what changed between the first look and the first listening is counted', () => {
  const store = storeOf()
  const looked: number[] = []
  act(() => {
    render(
      <GalleryStoreRoom value={store as unknown as GalleryStore}>
        <Looker looked={looked} shown={store.change} />
      </GalleryStoreRoom>,
    )
  })
  expect(looked.at(-1)).toBe(1)
})

function Counter({ shown }: { readonly shown: number[] }) {
  shown.push(useOwnCount(({ commented }: Totals) => commented))
  return null
}

function Wall({ asks, looked }: { readonly asks: boolean; readonly looked: number[] }) {
  looked.push(useMarksTick(asks))
  return null
}

test('[CLIENT-19] a number that others’ marks leave as it is renders nothing, and follows at once when it differs', () => {
  const store = storeOf()
  const shown: number[] = []
  act(() => {
    render(
      <GalleryStoreRoom value={store as unknown as GalleryStore}>
        <Counter shown={shown} />
      </GalleryStoreRoom>,
    )
  })
  const change = (part: Partial<typeof noMarks>) =>
    act(() => {
      store.mark(part)
      store.change()
      jest.advanceTimersByTime(100)
    })
  change({ drawings: 1 })
  change({ drawings: 2 })
  expect(shown).toEqual([0])
  change({ comments: 1 })
  expect(shown).toEqual([0, 1])
})

test('[CLIENT-19] what asks nothing of marks does not listen to them', () => {
  const store = storeOf()
  const looked: number[] = []
  const tree = (asks: boolean) => (
    <GalleryStoreRoom value={store as unknown as GalleryStore}>
      <Wall asks={asks} looked={looked} />
    </GalleryStoreRoom>
  )
  const { rerender } = render(tree(false))
  act(store.change)
  expect([store.listening(), looked]).toEqual([0, [0]])
  rerender(tree(true))
  expect([store.listening(), looked.at(-1)]).toEqual([1, 1])
})
