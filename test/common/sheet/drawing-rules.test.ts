import { expect, test } from '@jest/globals'
import type { VersionId } from '../../../common/ids.ts'
import { packPoints } from '../../../common/sheet/geometry.ts'
import { anna, bert, client, id, start } from '../../server/sheets/studio.ts'
import { asStaff, drawings, drawn, verdict } from './asking.ts'

test('[SHEET-46] drawings are made by their author and change in nothing but being hidden', () => {
  expect(verdict(drawings(undefined, drawn()))).toBeNull()
  expect(verdict(drawings(undefined, drawn({ author: bert })))).toBe('not-yourself')
  expect(verdict(drawings(undefined, drawn()), { viewer: client(anna, { draw: 'view' }) })).toBe('not-allowed')
  const others = [
    { author: bert },
    { tool: 'line' },
    { colour: null },
    { width: 0.02 },
    { text: 'x' },
    { at: start + 1 },
    { points: packPoints([[0, 0]]), pressure: new Uint8Array() },
    { pressure: new Uint8Array([1, 2]) },
  ]
  for (const other of others) expect(verdict(drawings(drawn(), drawn(other)))).toBe('not-allowed')
  expect(verdict(drawings(drawn(), drawn({ hidden: true })))).toBeNull()
})

test('[SHEET-46] author and staff hide and delete drawings', () => {
  for (const after of [undefined, drawn({ hidden: true })]) {
    expect(verdict(drawings(drawn(), after))).toBeNull()
    expect(verdict(drawings(drawn(), after), asStaff)).toBeNull()
    expect(verdict(drawings(drawn(), after), { viewer: client(bert) })).toBe('not-yourself')
  }
})

test('[SHEET-46] a stroke has whole points, and pressure for each or none', () => {
  const odd = [
    { points: new Uint8Array() },
    { points: new Uint8Array(5) },
    { pressure: new Uint8Array(3) },
    { points: new Uint8Array(4 * 2_001), pressure: new Uint8Array() },
    { width: 0 },
    { width: Number.POSITIVE_INFINITY },
    { colour: 'red' },
    { version: id<VersionId>('f', 'other') },
  ]
  for (const one of odd) expect(verdict(drawings(undefined, drawn(one)))).toBe('malformed')
})
