/** @jest-environment node */
import { gzipSync } from 'node:zlib'
import { expect, test } from '@jest/globals'
import { InOrder } from '../../../client/gallery/in-order.ts'
import { hearing } from '../../helpers/hearing.ts'

const packed = (text: string) => gzipSync(text)
const textOf = (plain: Uint8Array) => new TextDecoder().decode(plain)

function line() {
  const heard: string[] = []
  const order = new InOrder(() => heard.push('failed'))
  return { heard, order, say: (what: string) => order.take(() => heard.push(what)) }
}

test('[SEAT-4] with nothing to unpack in front everything is taken at once', () => {
  const { heard, say } = line()
  say('a')
  say('b')
  expect(heard).toEqual(['a', 'b'])
})

test('[SEAT-4] what follows a packed piece waits behind it, however many there are', async () => {
  const { heard, order, say } = line()
  say('a')
  order.unpack(packed('b'.repeat(300_000)), (plain) => heard.push(textOf(plain).slice(0, 1)))
  say('c')
  order.unpack(packed('d'), (plain) => heard.push(textOf(plain)))
  order.take(() => say('after e'))
  say('e')
  expect(heard).toEqual(['a'])
  await hearing(heard, 'after e')
  expect(heard).toEqual(['a', 'b', 'c', 'd', 'e', 'after e'])
  say('f')
  expect(heard.at(-1)).toBe('f')
})

test('[SEAT-4] once the place in the flow is lost nothing of it is taken any more', async () => {
  const { heard, order, say } = line()
  order.unpack(packed('old'), (plain) => heard.push(textOf(plain)))
  say('old too')
  order.clear()
  say('new')
  order.unpack(packed('newer'), (plain) => heard.push(textOf(plain)))
  say('newest')
  await hearing(heard, 'newest')
  expect(heard).toEqual(['new', 'newer', 'newest'])
})

test('[SEAT-5] what cannot be unpacked is said once', async () => {
  const { heard, order } = line()
  order.unpack(Uint8Array.of(0x1f, 0x8b, 1, 2, 3), () => heard.push('taken'))
  await hearing(heard, 'failed')
  expect(heard).toEqual(['failed'])
})
