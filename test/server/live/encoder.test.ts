import { expect, test } from '@jest/globals'
import { decodeMessage, encodePacket } from '../../../common/protocol/parser.ts'
import { Encoder } from '../../../server/live/encoder.ts'

test('[LIVE-65] a join with a long snapshot reads like any other packet', () => {
  const snapshot = Array.from({ length: 200 }, (_, n) => ({ kind: 'photo', id: `p_${n}`, cameraName: `"quoted" ${n}` }))
  const packet = { type: 3, nsp: '/', id: 4, data: [{ ok: true, now: 1, snapshot, pieces: 0, here: [] }] }
  for (let i = 0; i < 2; i++) {
    const [message] = new Encoder().encode(packet)
    expect(decodeMessage(message)).toEqual(packet)
  }
})

test('[LIVE-65] everything else is encoded as always', () => {
  for (const data of [[{ ok: true, snapshot: [] }], [{ snapshot: 'text' }], [], ['x'], [{ ok: true }, { snapshot: Array(100).fill(1) }]]) {
    const packet = { type: 3, nsp: '/', id: 4, data }
    expect(new Encoder().encode(packet)).toEqual([encodePacket(packet)])
  }
})
