import { afterEach, describe, expect, test } from '@jest/globals'
import { cleanup, renderHook, waitFor } from '@testing-library/react'
import { atRest, useReach } from '../../../client/contact-sheet/use-reach.ts'

afterEach(cleanup)

describe('how far the wall stands in the document beyond what is in sight', () => {
  test('nothing when it was hung anew, then more with each frame, until it rests', async () => {
    const seen: number[] = []
    const hung = {}
    const { result, rerender } = renderHook(
      ({ layout }) => {
        const reach = useReach(layout, atRest)
        seen.push(reach)
        return reach
      },
      { initialProps: { layout: hung } },
    )
    await waitFor(() => expect(result.current).toBe(atRest))
    expect([...new Set(seen)]).toEqual([0, 1, 2, 4])
    rerender({ layout: {} })
    expect(seen.at(-1)).toBe(0)
    await waitFor(() => expect(result.current).toBe(atRest))
  })

  test('as far as is asked for: a small wall stands whole', async () => {
    const { result } = renderHook(() => useReach('hung', 37))
    await waitFor(() => expect(result.current).toBe(37))
  })
})
