import { describe, expect, test } from '@jest/globals'
import { splitName } from '../../../client/contact-sheet/split-name.ts'
import { shortName } from '../../../client/session/short-name.ts'

describe('the number in a file name', () => {
  test.each([
    ['PRF_0001.jpg', 'PRF_', '0001'],
    ['Trauung_1001_edit.jpg', 'Trauung_', '1001_edit'],
    ['IMG_0042-Edit-2.tif', 'IMG_', '0042-Edit-2'],
    ['DSC_0042-Bearbeitet.jpg', 'DSC_', '0042…'],
    ['2026-09-12_Wolkenburg_000123-v2.jpg', '2026-09-12_Wolkenburg_', '000123-v2'],
    ['PXL_20260912_101530123.jpg', 'PXL_20260912_', '101530123'],
    ['Anna 7.jpg', 'Anna ', '7'],
    ['portrait.jpg', '', 'portrait'],
  ])('[LOOK-2] of %s', (name, stem, number) => {
    expect(splitName(name)).toEqual([stem, number])
  })
})

test.each([
  ['PRF_0001.jpg', 'PRF_0001'],
  ['2026-09-12_Freudenthaler_Hochzeit_000123.jpg', '000123'],
  ['Die Braut am Fenster im Turmzimmer.jpg', 'Die Braut am Fenster im Turmzimmer'],
])('[LOOK-4] as said of %s', (cameraName, said) => {
  expect(shortName({ cameraName })).toBe(said)
})
