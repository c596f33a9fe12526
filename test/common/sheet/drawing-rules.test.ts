import { expect, test } from '@jest/globals'
import type { VersionId } from '../../../common/ids.ts'
import { packPoints } from '../../../common/sheet/geometry.ts'
import { anna, bert, client, id, start } from '../../server/sheets/studio.ts'
import { asStaff, drawings, drawn, verdict } from './asking.ts'

test('[SHEET-46] drawings are made by their author, by whoever may draw', () => {
  expect(verdict(drawings(undefined, drawn()))).toBeNull()
  expect(verdict(drawings(undefined, drawn({ author: bert })))).toBe('not-yourself')
  expect(verdict(drawings(undefined, drawn()), { viewer: client(anna, { draw: 'view' }) })).toBe('not-allowed')
})

const changes = [
  { colour: null },
  { width: 0.02 },
  { text: 'x' },
  { points: packPoints([[0, 0]]), pressure: new Uint8Array() },
  { pressure: new Uint8Array([1, 2]) },
  { colour: '#00ff00', hidden: true },
]

test('[DRAW-1] an author changes the stroke, and nobody else does', () => {
  for (const change of changes) {
    expect(verdict(drawings(drawn(), drawn(change)))).toBeNull()
    expect(verdict(drawings(drawn(), drawn(change)), asStaff)).toBe('not-yourself')
    expect(verdict(drawings(drawn(), drawn(change)), { viewer: client(bert) })).toBe('not-yourself')
    expect(verdict(drawings(drawn(), drawn(change)), { viewer: client(anna, { draw: 'view' }) })).toBe('not-allowed')
  }
})

test('[DRAW-1] nobody changes whose a drawing is, when it was made, with what and on which version', () => {
  const others = [{ author: bert }, { tool: 'line' }, { at: start + 1 }, { version: id<VersionId>('f', 'other') }]
  for (const other of others) {
    expect(verdict(drawings(drawn(), drawn(other)))).toBe('not-allowed')
    expect(verdict(drawings(drawn(), drawn(other)), asStaff)).toBe('not-allowed')
  }
})

test('[DRAW-1] what a drawing is changed to has the shape of a stroke', () => {
  for (const odd of [{ points: new Uint8Array(5) }, { pressure: new Uint8Array(3) }, { width: 0 }, { colour: 'red' }, { more: 1 }])
    expect(verdict(drawings(drawn(), drawn(odd)))).toBe('malformed')
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
