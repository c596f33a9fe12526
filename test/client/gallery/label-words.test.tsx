import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createIntl } from 'react-intl'
import { literal } from '../../../client/gallery/label-words.tsx'

const read = (message: string) => createIntl({ locale: 'en', messages: { 'label.red': message } }).formatMessage({ id: 'label.red' })

test('[MARK-3] a name of a colour is read as it was written, whatever signs it holds', () => {
  for (const name of ["Don't", '{n, plural, other {#}}', '<b>bold</b>', "'quoted' {x}", '#1 | a', "''", "{'}"])
    expect(read(literal(name))).toBe(name)
  const signs = fc.string({ unit: fc.constantFrom("'", '{', '}', '<', '>', '#', '|', 'a', ' ', '/', '&'), minLength: 1, maxLength: 12 })
  fc.assert(fc.property(signs, (name) => expect(read(literal(name))).toBe(name)))
})
