import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { asInScheme, keyOf, keysNow, known, lay, mayLay, schemeKeys, toolOn, traded } from '../../../client/keyboard/key-map.ts'
import { type KeyScheme, keyAct, type Stroke } from '../../../client/keyboard/keys.ts'
import { type KeyName, type Keys, steadyKeys, toolKeys } from '../../../common/key-wishes.ts'

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
    const free = lay('lightroom', {}, { name: 'pick', key: 'j' })
    expect([acts('j', free), acts('p', free)]).toMatchObject([{ mark: { flag: 'pick' } }, null])
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
  test('plus is plus without Shift too, unless somebody gave that key away', () => {
    expect(acts('=', lay('lightroom', {}, { name: 'pick', key: 'j' }))).toEqual({ type: 'larger' })
    const away = lay('lightroom', {}, { name: 'larger', key: 'j' })
    expect([acts('j', away), acts('+', away), acts('=', away)]).toEqual([{ type: 'larger' }, null, null])
    expect(acts('=', lay('lightroom', {}, { name: 'pick', key: '=' }))).toMatchObject({ mark: { flag: 'pick' } })
  })
  test('combinations with Ctrl, arrows and Escape stay', () => {
    expect(acts('z', lay('lightroom', {}, { name: 'zoom', key: 'j' }), 'lightroom', { command: true })).toEqual({ type: 'undo' })
    for (const key of ['Escape', 'ArrowLeft', ' ', 'é ', 'Tab', '']) expect(mayLay(key)).toBe(false)
    expect(lay('lightroom', {}, { name: 'pick', key: 'Escape' })).toEqual({})
  })
  test('the simple scheme has its own', () => {
    expect(acts('3', lay('simple', {}, { name: 'red', key: '1' }), 'simple')).toMatchObject({ mark: { label: 'green' } })
    expect(lay('simple', {}, { name: 'stars1', key: 'q' })).toEqual({})
  })
})

const isTool = (name: string): boolean => (toolKeys as readonly string[]).includes(name)
const isSteady = (name: string): boolean => (steadyKeys as readonly string[]).includes(name)

describe('[MARK-10] keys of drawing and of the laser can be laid elsewhere', () => {
  test('a tool takes a key of another tool, and leaves the same key its meaning outside of drawing', () => {
    const laid = lay('lightroom', {}, { name: 'pen', key: 'v' })
    expect([toolOn('lightroom', laid, 'v'), toolOn('lightroom', laid, 'b')]).toEqual(['pen', 'select'])
    expect(acts('b', laid)).toEqual({ type: 'choose' })
    expect(acts('p', lay('lightroom', {}, { name: 'pen', key: 'p' }))).toMatchObject({ mark: { flag: 'pick' } })
  })
  test('what begins drawing meets both, and who loses a key to it in either mode is named', () => {
    const change = { name: 'draw', key: 'b' } as const
    expect(traded('lightroom', {}, change).map(({ name, key }) => `${name} ${key}`)).toEqual(['draw b', 'choose d', 'pen d'])
    const laid = lay('lightroom', {}, change)
    expect(keyOf('lightroom', laid, 'draw')).toBe('b')
    expect(toolOn('lightroom', laid, 'd')).toBe('pen')
    expect([acts('d', laid), acts('b', laid)]).toEqual([{ type: 'choose' }, null])
  })
  test('the laser’s key is nobody else’s', () => {
    expect(acts('w', {})).toBeNull()
    expect(keyOf('lightroom', lay('lightroom', {}, { name: 'pick', key: 'w' }), 'laser')).toBe('p')
  })
  test('keys kept before these could be laid keep their place', () => {
    const kept = known('lightroom', { pick: 'd', favourite: 'w' })
    expect(['pick', 'favourite', 'draw', 'laser'].map((name) => keyOf('lightroom', kept, name as KeyName))).toEqual(['d', 'w', 'p', 'h'])
    expect(toolOn('lightroom', kept, 'w')).toBe('highlight')
  })
})

test('[MARK-5] whatever is laid, no key does two things in one mode, nothing is lost, and it is read back as it was kept', () => {
  const scheme = fc.constantFrom<KeyScheme>('lightroom', 'simple')
  const change = fc.record({
    name: fc.constantFrom(...(Object.keys(schemeKeys.lightroom) as KeyName[])),
    key: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789é;?/+-='.split('')),
  })
  fc.assert(
    fc.property(scheme, fc.array(change, { maxLength: 12 }), (of, changes) => {
      const laid = changes.reduce((before, one) => lay(of, before, one), {} as Keys)
      const now = keysNow(of, laid)
      expect(Object.keys(now).sort()).toEqual(Object.keys(schemeKeys[of]).sort())
      for (const mode of [(name: string) => !isTool(name), (name: string) => isTool(name) || isSteady(name)]) {
        const keys = Object.entries(now).flatMap(([name, key]) => (mode(name) ? [key] : []))
        expect(new Set(keys).size).toBe(keys.length)
      }
      expect(known(of, JSON.parse(JSON.stringify(laid)))).toEqual(laid)
      for (const [name, key] of Object.entries(now)) {
        if (isTool(name)) expect(toolOn(of, laid, key)).toBe(name)
        else expect(acts(key, laid, of)).toEqual(keyAct(press(schemeKeys[of][name as KeyName] ?? ''), of))
      }
    }),
  )
  expect([known('lightroom', null), known('lightroom', { pick: 'x' }), known('lightroom', { pick: 7, other: 'q' })]).toEqual([
    {},
    { pick: 'x', reject: 'p' },
    {},
  ])
})
