/** @jest-environment node */
import { expect, test } from '@jest/globals'
import { callAt, calledIn, piecesOf, suggested, withCall } from '../../../client/talk/calls.ts'
import type { PersonId } from '../../../common/ids.ts'

const person = (n: number, name: string) => ({ id: `v_${String(n).padStart(20, '0')}` as PersonId, name })
const [noor, noora, jose, van] = [
  person(1, 'Noor Haddad'),
  person(2, 'Noor Haddad-Weiß'),
  person(3, 'José'),
  person(4, 'Ilse van den Berg'),
]
const all = [noor, noora, jose, van]
const names = (query: string) => suggested(all, query).map(({ name }) => name)

test('[TALK-13] an @ at the beginning of a word calls, one inside a word does not', () => {
  expect(callAt('Hello @No', 9)).toEqual({ from: 6, query: 'No' })
  expect(callAt('@', 1)).toEqual({ from: 0, query: '' })
  expect(callAt('(@ilse van', 10)).toEqual({ from: 1, query: 'ilse van' })
  for (const text of ['noor@example.org', 'no call', '@ later', '@Noor\nnext']) expect(callAt(text, text.length)).toBeNull()
  expect(callAt('before @Noor', 3)).toBeNull()
})

test('[TALK-13] names are found by any of their words, whatever the case and the accents', () => {
  expect(names('')).toHaveLength(4)
  expect(names('jos')).toEqual(['José'])
  expect(names('noor h')).toEqual(['Noor Haddad', 'Noor Haddad-Weiß'])
  expect(names('berg')).toEqual(['Ilse van den Berg'])
  expect(names('noor haddad ')).toEqual([])
})

test('[TALK-13] a chosen name takes the place of what was typed, and one goes on behind it', () => {
  expect(withCall('Ask @no now', { from: 4, caret: 7 }, 'Noor Haddad')).toEqual(['Ask @Noor Haddad now', 17])
  expect(withCall('Ask @no', { from: 4, caret: 7 }, 'Noor Haddad')).toEqual(['Ask @Noor Haddad ', 17])
})

test('[TALK-14] the longest name that is written is the one that is called, and only a whole one', () => {
  expect(calledIn('@Noor Haddad-Weiß and @noor haddad, please', all)).toEqual([noora.id, noor.id])
  expect(calledIn('@Noor Haddads and mail@José', all)).toEqual([])
  expect(calledIn('@José, @José', all)).toEqual([jose.id])
  expect(calledIn('Ask @Ilse van den Berg.', all)).toEqual([van.id])
})

test('[TALK-14] a text is cut into words and calls without losing a letter', () => {
  for (const text of ['', 'plain', '@José', 'a @José b @Noor Haddad', 'x@José @nobody']) {
    expect(
      piecesOf(text, all)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text)
  }
  expect(piecesOf('a @José b', all).map((piece) => piece.person)).toEqual([null, jose.id, null])
})
