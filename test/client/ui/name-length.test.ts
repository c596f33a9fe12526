import { expect, test } from '@jest/globals'
import { lengthOf, longestWordOf } from '../../../client/ui/name-length.ts'

test.each([
  ['Hinterland', '', 10],
  ['Anna & Jakob', '', 5],
  ['Straßenfest', 'long', 11],
  ['A day at the sea with everybody', 'long', 9],
  ['Donaudampfschifffahrtsgesellschaft', 'longer', 16],
  ['The summer party of the whole neighbourhood', 'longer', 13],
  ['Müller-Lüdenscheidt', 'longer', 12],
  ['🌊🌊', '', 2],
] as const)('%j is set as %j, for a word of %i', (name, size, word) => {
  expect(lengthOf(name)).toBe(size)
  expect(longestWordOf(name)).toBe(word)
})
