/** What others do is said without a flood. */
import { expect, test } from '@jest/globals'
import { differing, gathered } from '../../../client/contact-sheet/use-spoken.ts'

const count = (n: number) => `${n} changes`

test('[REACH-2] a few things that happen at once are read out, many are counted', () => {
  expect(gathered(['a', 'b', 'c'], count)).toBe('a. b. c')
  expect(gathered(['a', 'b', 'c', 'd'], count)).toBe('4 changes')
})

test('[REACH-2] the same words said again are heard again', () => {
  expect(differing('a', 'b')).toBe('a')
  expect(differing('a', 'a')).not.toBe('a')
  expect(differing('a', 'a').trim()).toBe('a')
})
