import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Decoder, decodeMessage, Encoder, encodePacket, type Packet } from '../../../common/protocol/parser.ts'

const pass = (packet: Packet): Packet => decodeMessage(encodePacket(packet))

describe('one message a packet', () => {
  test('[LIVE-1] an event with bytes goes as one binary message and comes back whole', () => {
    const bytes = Uint8Array.of(1, 2, 3, 255)
    const packet: Packet = { type: 2, nsp: '/', id: 7, data: ['sheet:push', { sheet: 'x', bytes, sub: 3 }] }
    const messages = new Encoder().encode(packet)
    expect(messages).toHaveLength(1)
    expect(messages[0]).toBeInstanceOf(Uint8Array)
    expect(pass(packet)).toEqual(packet)
  })

  test('[LIVE-1] bytes as an argument, in an acknowledgement, in a Buffer, and empty', () => {
    const event: Packet = { type: 2, nsp: '/', data: ['sheet:frame', Uint8Array.of()] }
    expect(pass(event)).toEqual(event)
    const ack: Packet = { type: 3, nsp: '/', id: 0, data: [{ ok: false, state: Uint8Array.of(0, 0) }] }
    expect(pass(ack)).toEqual(ack)
    const buffer = pass({ type: 2, nsp: '/', data: ['e', Buffer.from([9, 8])] })
    expect(buffer.data).toEqual(['e', Uint8Array.of(9, 8)])
  })

  test('[LIVE-1] a packet without bytes goes as text', () => {
    const packet: Packet = { type: 2, nsp: '/', data: ['gallery:told', { n: 1, changes: [] }] }
    expect(typeof encodePacket(packet)).toBe('string')
    expect(pass(packet)).toEqual(packet)
    expect(pass({ type: 1, nsp: '/' })).toEqual({ type: 1, nsp: '/' })
  })

  test('[LIVE-1] any JSON with any bytes survives', () => {
    const value = fc.oneof(fc.jsonValue(), fc.uint8Array({ maxLength: 40 }))
    const argument = fc.oneof(
      value,
      fc.dictionary(
        fc.string().filter((key) => key !== '_bytes' && key !== '__proto__'),
        value,
        { maxKeys: 4 },
      ),
    )
    fc.assert(
      fc.property(fc.array(argument, { maxLength: 4 }), fc.option(fc.nat(), { nil: undefined }), (args, id) => {
        const data = JSON.parse(JSON.stringify(args, (_key, one) => (one instanceof Uint8Array ? { bytes: [...one] } : one)))
        const packet = { type: 2, nsp: '/', ...(id === undefined ? {} : { id }), data: ['event', ...args] }
        const got = decodeMessage(encodePacket(packet))
        expect(got.id).toBe(id)
        const gotArgs = (got.data as unknown[]).slice(1)
        expect(JSON.parse(JSON.stringify(gotArgs, (_key, one) => (one instanceof Uint8Array ? { bytes: [...one] } : one)))).toEqual(data)
      }),
      { numRuns: 300 },
    )
  })
})

describe('what is not a packet', () => {
  const bad: readonly unknown[] = [
    '',
    '2["old"]',
    '[]',
    '[2,"/",null,["disconnect"]]',
    '[2,"/",null,[5]]',
    '[2,"/",-1,["a"]]',
    '[9,"/",null,null]',
    '[1,"/",null,{}]',
    Uint8Array.of(),
    Uint8Array.of(200),
    Uint8Array.of(2, 91, 93, 255, 255, 255, 255, 15),
    42,
    null,
  ]
  test.each(bad.map((one) => [one]))('[LIVE-2] %p is refused by throwing', (message) => {
    expect(() => new Decoder().add(message)).toThrow()
  })

  test('[LIVE-2] bytes that are announced and not there are refused', () => {
    const good = encodePacket({ type: 2, nsp: '/', data: ['e', Uint8Array.of(1, 2, 3)] }) as Uint8Array
    for (let length = 0; length < good.length; length++) expect(() => decodeMessage(good.slice(0, length))).toThrow()
    expect(() => decodeMessage(Uint8Array.of(...good, 0))).toThrow()
  })

  test('[LIVE-2] random bytes and texts never do anything but throw or decode', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.string({ maxLength: 200 })), (message) => {
        try {
          expect(typeof decodeMessage(message).type).toBe('number')
        } catch (fault) {
          expect(fault).toHaveProperty('message')
        }
      }),
      { numRuns: 500 },
    )
  })
})
