import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { bytesOf, textOf } from '../../../common/protocol/stroke-text.ts'

test('[DRAW-12] bytes of a stroke come back from text, whatever they are', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
      const text = textOf(bytes)
      expect(text.length).toBe(Math.ceil((bytes.length * 4) / 3))
      expect(bytesOf(text)).toEqual(bytes)
    }),
  )
})

test('[DRAW-12] any other text gives nothing or bytes, and never throws', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const bytes = bytesOf(text)
      expect(bytes === null || bytes.length <= text.length).toBe(true)
    }),
  )
  expect(bytesOf('a b')).toBeNull()
  expect(bytesOf('AAAAA')).toBeNull()
})
