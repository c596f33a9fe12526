import { expect, test } from '@jest/globals'
import { sharpUpTo } from '../../../client/loupe/soft.ts'

const renditions = [
  { url: '320', edge: 320 },
  { url: '2560', edge: 2560 },
]

test('[LOUPE-8] whoever may not see a picture at its own pixels is told where it becomes soft', () => {
  expect(sharpUpTo({ picture: { width: 5120, height: 3000 }, renditions, fullSize: null })).toBe(50)
  expect(sharpUpTo({ picture: { width: 3000, height: 5120 }, renditions, fullSize: null })).toBe(50)
})

test('[LOUPE-8] nothing is said where nothing is held back', () => {
  expect(sharpUpTo({ picture: { width: 5120, height: 3000 }, renditions, fullSize: () => '/tile' })).toBeNull()
  expect(sharpUpTo({ picture: { width: 2560, height: 1700 }, renditions, fullSize: null })).toBeNull()
  expect(sharpUpTo({ picture: { width: 5120, height: 3000 }, renditions: [], fullSize: null })).toBeNull()
})
