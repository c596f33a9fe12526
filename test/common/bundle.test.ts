import { expect, test } from '@jest/globals'
import type { GalleryId, SheetId } from '../../common/ids.ts'
import { decodeFrame, encodeFrame } from '../../common/protocol/bundle.ts'

test('a frame survives its codec', () => {
  const frame = {
    gallery: 'g_00000000000000000001' as GalleryId,
    channel: 'self' as const,
    n: 300,
    sub: 2,
    sheets: [{ sheet: 'p_00000000000000000001/team' as SheetId, form: 'update' as const, bytes: new Uint8Array([1, 2, 3]) }],
  }
  expect(decodeFrame(encodeFrame(frame))).toEqual(frame)
})
