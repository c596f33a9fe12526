import { expect, test } from '@jest/globals'
import { noMark } from '../../../client/gallery/summary.ts'
import { keyAct, patchOf, type Stroke } from '../../../client/keyboard/keys.ts'
import { type RightLevel, type Rights, rightNames } from '../../../common/gallery/model.ts'

const stroke = (key: string, more: Partial<Stroke> = {}): Stroke => ({
  key,
  code: /^\d$/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`,
  shift: false,
  command: false,
  alt: false,
  caps: false,
  ...more,
})
const rights = (level: RightLevel) => Object.fromEntries(rightNames.map((name) => [name, level])) as unknown as Rights
const marked = (key: string, scheme: 'lightroom' | 'simple' = 'lightroom') => {
  const act = keyAct(stroke(key), scheme)
  return act?.type === 'mark' ? act.mark : null
}

test('[KEY-1] Lightroom: 1–5 and 0 are stars, 6–9 colours, P X U flags', () => {
  expect([0, 1, 5].map((n) => marked(String(n)))).toEqual([0, 1, 5].map((stars) => ({ type: 'stars', stars })))
  expect(['6', '7', '8', '9'].map((key) => marked(key))).toEqual(
    ['red', 'yellow', 'green', 'blue'].map((label) => ({ type: 'label', label })),
  )
  expect(['p', 'X', 'u'].map((key) => marked(key))).toEqual(['pick', 'reject', null].map((flag) => ({ type: 'flag', flag })))
})

test('[KEY-2] the simple scheme: 1 green, 2 yellow, 3 red, 0 none', () => {
  expect(['1', '2', '3'].map((key) => marked(key, 'simple'))).toEqual(['green', 'yellow', 'red'].map((label) => ({ type: 'label', label })))
  expect(marked('0', 'simple')).toEqual({ type: 'clear' })
  expect(marked('5', 'simple')).toBeNull()
})

test('[KEY-3] Shift or Caps Lock marks and goes on; a digit stays one with Shift held', () => {
  expect(keyAct(stroke('!', { code: 'Digit1', shift: true }), 'lightroom')).toEqual({
    type: 'mark',
    mark: { type: 'stars', stars: 1 },
    advance: true,
  })
  expect(keyAct(stroke('P', { caps: true }), 'lightroom')).toMatchObject({ advance: true })
})

test('[KEY-4] Ctrl or Cmd with Z undoes, with Shift it does again; other combinations are the browser’s', () => {
  expect(keyAct(stroke('z', { command: true }), 'lightroom')).toEqual({ type: 'undo' })
  expect(keyAct(stroke('Z', { command: true, shift: true }), 'lightroom')).toEqual({ type: 'redo' })
  expect(keyAct(stroke('p', { command: true }), 'lightroom')).toBeNull()
  expect(keyAct(stroke('1', { alt: true }), 'lightroom')).toBeNull()
})

test('[KEY-5] the same colour again clears it, on a selection when all carry it', () => {
  const red = { ...noMark, label: 'red' as const }
  const act = { type: 'label', label: 'red' } as const
  expect(patchOf(act, [red, noMark], rights('edit'))).toEqual({ label: 'red' })
  expect(patchOf(act, [red, red], rights('edit'))).toEqual({ label: null })
})

test('[KEY-6] a key does nothing where the right is missing', () => {
  for (const key of ['p', '1', '6', 'h']) {
    const mark = marked(key)
    expect(mark && patchOf(mark, [noMark], rights('view'))).toBeNull()
  }
})
