/** Counters begin to listen a moment after they looked; nothing in between is lost. */
import { expect, test } from '@jest/globals'
import { act, render } from '@testing-library/react'
import { useLayoutEffect } from 'react'
import type { GalleryStore } from '../../../client/gallery/gallery-view.ts'
import { GalleryStoreRoom, useMarksTick } from '../../../client/gallery/use-gallery.tsx'

function storeOf() {
  const listeners = new Set<() => void>()
  let changes = 0
  return {
    marksChanges: () => changes,
    onMarks: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    change: () => {
      changes++
      for (const listener of listeners) listener()
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
