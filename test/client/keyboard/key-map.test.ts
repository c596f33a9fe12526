import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { asInScheme, type KeyName, type Keys, keysNow, known, lay, mayLay, schemeKeys } from '../../../client/keyboard/key-map.ts'
import { type KeyScheme, keyAct, type Stroke } from '../../../client/keyboard/keys.ts'

const press = (key: string, more: Partial<Stroke> = {}): Stroke => ({
  key,
  code: /^\d$/.test(key) ? `Digit${key}` : '',
  shift: false,
  command: false,
  alt: false,
  caps: false,
  ...more,
})
const acts = (key: string, laid: Keys, scheme: KeyScheme = 'lightroom', more: Partial<Stroke> = {}) => {
  const stroke = asInScheme(press(key, more), scheme, laid)
  return stroke && keyAct(stroke, scheme)
}

describe('[MARK-4] keys can be laid elsewhere', () => {
  const laid = lay('lightroom', {}, { name: 'pick', key: 'x' })
  test('what had the key takes the one given up', () => {
    expect(acts('x', laid)).toMatchObject({ mark: { type: 'flag', flag: 'pick' } })
    expect(acts('p', laid)).toMatchObject({ mark: { type: 'flag', flag: 'reject' } })
    expect(acts('u', laid)).toMatchObject({ mark: { type: 'flag', flag: null } })
  })
  test('a free key leaves the old one dead', () => {
    const free = lay('lightroom', {}, { name: 'pick', key: 'w' })
    expect([acts('w', free), acts('p', free)]).toMatchObject([{ mark: { flag: 'pick' } }, null])
  })
  test('digits keep their place with Shift, and Shift still goes on', () => {
    const digits = lay('lightroom', {}, { name: 'red', key: '1' })
    expect(acts('!', digits, 'lightroom', { code: 'Digit1', shift: true })).toMatchObject({ mark: { label: 'red' }, advance: true })
    expect(acts('6', digits)).toMatchObject({ mark: { stars: 1 } })
  })
  test('purple has no key until it is given one', () => {
    expect(acts('q', {})).toBeNull()
    expect(acts('q', lay('lightroom', {}, { name: 'purple', key: 'q' }))).toMatchObject({ mark: { label: 'purple' } })
  })
  test('combinations with Ctrl, arrows and Escape stay', () => {
    expect(acts('z', lay('lightroom', {}, { name: 'zoom', key: 'w' }), 'lightroom', { command: true })).toEqual({ type: 'undo' })
    for (const key of ['?', 'Escape', 'ArrowLeft', ' ', 'é ', 'Tab', '']) expect(mayLay(key)).toBe(false)
    expect(lay('lightroom', {}, { name: 'pick', key: 'Escape' })).toEqual({})
  })
  test('the simple scheme has its own', () => {
    expect(acts('3', lay('simple', {}, { name: 'red', key: '1' }), 'simple')).toMatchObject({ mark: { label: 'green' } })
    expect(lay('simple', {}, { name: 'stars1', key: 'q' })).toEqual({})
  })
})

test('[MARK-5] whatever is laid, no key does two things, nothing is lost, and it is read back as it was kept', () => {
  const scheme = fc.constantFrom<KeyScheme>('lightroom', 'simple')
  const change = fc.record({
    name: fc.constantFrom(...(Object.keys(schemeKeys.lightroom) as KeyName[])),
    key: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789é;?'.split('')),
  })
  fc.assert(
    fc.property(scheme, fc.array(change, { maxLength: 12 }), (of, changes) => {
      const laid = changes.reduce((before, one) => lay(of, before, one), {} as Keys)
      const now = keysNow(of, laid)
      expect(Object.keys(now).sort()).toEqual(Object.keys(schemeKeys[of]).sort())
      expect(new Set(Object.values(now)).size).toBe(Object.values(now).length)
      expect(known(of, JSON.parse(JSON.stringify(laid)))).toEqual(laid)
      for (const [name, key] of Object.entries(now))
        expect(acts(key, laid, of)).toEqual(keyAct(press(schemeKeys[of][name as KeyName] ?? ''), of))
    }),
  )
  expect([known('lightroom', null), known('lightroom', { pick: 'x' }), known('lightroom', { pick: 7, other: 'q' })]).toEqual([{}, {}, {}])
})
