import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { lensBox } from '../../../client/studio/lens-box.ts'

test('[FULL-20] the lens shows the place under the hand in its middle, a pixel of the picture on one of the screen', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(share, share, fc.constantFrom(1, 1.5, 2), (fx, fy, density) => {
      const picture = { width: 8256, height: 5504 }
      const box = lensBox({ fx, fy }, picture, { across: 280, density })
      expect(box.scale * density).toBeCloseTo(1, 9)
      expect((140 - box.x) / box.scale).toBeCloseTo(fx * picture.width, 6)
      expect((140 - box.y) / box.scale).toBeCloseTo(fy * picture.height, 6)
    }),
  )
})
