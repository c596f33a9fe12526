/** @jest-environment node */
import { expect, test } from '@jest/globals'
import { type Act, History } from '../../../client/gallery/history.ts'
import type { DrawingId, SheetId } from '../../../common/ids.ts'

const sheet = 'p_00000000000000000001/shared' as SheetId
const at = (width: number) => [{ type: 'sheet', sheet, command: { type: 'drawing:change', id: 'd_1' as DrawingId, width } }] as const
const nudge = (from: number, to: number, row = 'nudge d_1'): Act => ({ forth: at(to), back: at(from), row })
const { row: _, ...change } = nudge(5, 6)

test('[DRAW-45] nudges that follow each other are undone and done again as one', () => {
  const history = new History()
  history.did(change, 0)
  for (let n = 0; n < 5; n++) history.did(nudge(n, n + 1), 100 + n * 900)
  expect(history.undo()).toEqual(at(0))
  expect(history.redo()).toEqual(at(5))
  expect([history.undo(), history.undo(), history.canUndo]).toEqual([at(0), at(5), false])
})

test('[DRAW-45] a pause, another act, another drawing and an undo end the row', () => {
  const history = new History()
  history.did(nudge(0, 1), 0)
  history.did(nudge(1, 2), 2_000)
  history.did(change, 2_100)
  history.did(nudge(2, 3), 2_200)
  history.did(nudge(8, 9, 'nudge d_2'), 2_300)
  expect(history.undo()).toEqual(at(8))
  history.did(nudge(3, 4), 2_400)
  expect([...Array(5)].map(() => history.undo())).toEqual([at(3), at(2), at(5), at(1), at(0)])
})
