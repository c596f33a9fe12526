import { describe, expect, test } from '@jest/globals'
import { headBytes, shapeOf } from '../../../client/studio/upload/picture-shape.ts'
import { scene } from '../../fixtures/pictures.ts'

const headOf = (bytes: Buffer) => new Uint8Array(bytes.subarray(0, headBytes))
const jpeg = (orientation: number) => scene(600, 400).withMetadata({ orientation }).jpeg().toBuffer()

describe('the shape of a file that is sent', () => {
  test('[UPQ-9] is read from its beginning, as the picture is looked at', async () => {
    const plain = await scene(600, 400).jpeg().toBuffer()
    const progressive = await scene(300, 500).jpeg({ progressive: true }).toBuffer()
    const png = await scene(500, 250).png().toBuffer()
    expect([plain, progressive, png].map((bytes) => shapeOf(headOf(bytes)))).toEqual([1.5, 0.6, 2])
    const turned = await Promise.all([1, 3, 6, 8].map(jpeg))
    expect(turned.map((bytes) => shapeOf(headOf(bytes)))).toEqual([1.5, 1.5, 400 / 600, 400 / 600])
  })

  test('[UPQ-9] is not guessed from other files, nor from one that was cut off anywhere', async () => {
    const whole = headOf(await jpeg(6))
    expect(shapeOf(new Uint8Array())).toBeNull()
    expect(shapeOf(headOf(Buffer.from('not a picture at all, only words')))).toBeNull()
    for (let length = 0; length < whole.length; length++) expect([null, 400 / 600]).toContain(shapeOf(whole.subarray(0, length)))
  })
})
