import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { wish } from '../../../client/keyboard/key-wishes.ts'
import { type KeyScheme, keyAct, type Stroke } from '../../../client/keyboard/keys.ts'
import { freeLetters, knownPairs, layPair, pairAsUsual, pairOn, pairsNow } from '../../../client/keyboard/pairs.ts'
import { opensPalette } from '../../../client/studio/palette/palette-key.ts'
import { keyWishes, type PairName, type Pairs, pairNames } from '../../../common/key-wishes.ts'

const held = (key: string, more: Partial<KeyboardEventInit> = {}) => new KeyboardEvent('keydown', { key, ctrlKey: true, ...more })
const acts = (pairs: Pairs, key: string, more: Partial<Stroke> = {}, scheme: KeyScheme = 'lightroom') => {
  const stroke = pairAsUsual({ key, code: '', shift: false, command: true, alt: false, caps: false, ...more }, pairs)
  return stroke && keyAct(stroke, scheme)
}
const laid = (name: PairName, key: string, before: Pairs = {}): Pairs => layPair(before, { name, key })?.pairs ?? before

test('[MARK-15] what is held with Ctrl or Cmd can have another letter; what had it takes the one given up, and is named', () => {
  expect(pairOn({}, held('k'))).toBe('palette')
  expect(pairOn({}, held('K', { ctrlKey: false, metaKey: true }))).toBe('palette')
  expect([pairOn({}, held('k', { ctrlKey: false })), pairOn({}, held('k', { altKey: true }))]).toEqual([null, null])
  const away = laid('palette', 'j')
  expect([pairOn(away, held('j')), pairOn(away, held('k'))]).toEqual(['palette', null])
  expect(layPair({}, { name: 'palette', key: 'z' })).toEqual({ pairs: { palette: 'z', undo: 'k' }, met: 'undo' })
})

test('[MARK-15] laid elsewhere, the palette opens by that letter alone', () => {
  wish({ pairs: { palette: 'j' } })
  expect([opensPalette(held('j')), opensPalette(held('k')), opensPalette(held('j', { shiftKey: true }))]).toEqual([true, false, false])
  wish({ pairs: {} })
  expect([opensPalette(held('j')), opensPalette(held('k'))]).toEqual([false, true])
})

test('[MARK-15] undo and its way back go along, in both schemes; the letter given up does nothing, and Ctrl with / still shows the keys', () => {
  const pairs = laid('undo', 'u')
  for (const scheme of ['lightroom', 'simple'] as const) {
    expect(acts(pairs, 'u', {}, scheme)).toEqual({ type: 'undo' })
    expect(acts(pairs, 'U', { shift: true }, scheme)).toEqual({ type: 'redo' })
    expect(acts(pairs, 'z', {}, scheme)).toBeNull()
    expect([acts(pairs, '/', {}, scheme), acts(pairs, 'y', {}, scheme)]).toEqual([{ type: 'help' }, { type: 'redo' }])
  }
})

test('[MARK-15] letters that browsers and systems need, and all that is no letter, are refused', () => {
  for (const key of [...'cvxywtnqrlfphm', '1', '+', '/', 'ä', 'ArrowLeft', ' ', ''])
    expect(layPair({}, { name: 'palette', key })).toBeNull()
})

test('[MARK-15] however they are laid, no letter does two things, none is lost, and it is kept as the door lets it in', () => {
  const change = fc.record({ name: fc.constantFrom(...pairNames), key: fc.constantFrom(...freeLetters, 'c', '1') })
  fc.assert(
    fc.property(fc.array(change, { maxLength: 10 }), (changes) => {
      const pairs = changes.reduce((before, one) => layPair(before, one)?.pairs ?? before, {} as Pairs)
      const now = pairsNow(pairs)
      expect(new Set(Object.values(now)).size).toBe(pairNames.length)
      for (const name of pairNames) expect(pairOn(pairs, held(now[name]))).toBe(name)
      expect(knownPairs(JSON.parse(JSON.stringify(pairs)))).toEqual(pairs)
      expect(keyWishes.safeParse({ laid: { lightroom: {}, simple: {} }, advance: false, pairs }).success).toBe(true)
    }),
  )
  expect([knownPairs(null), knownPairs({ palette: 'z' }), knownPairs({ palette: 'c', evil: 'j' }), knownPairs({ palette: 7 })]).toEqual([
    {},
    {},
    {},
    {},
  ])
})
