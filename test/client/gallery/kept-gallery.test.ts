import { expect, test } from '@jest/globals'
import { type KeptGallery, readKept, toKeep } from '../../../client/gallery/kept-gallery.ts'
import type { PersonId, SceneId, SheetId } from '../../../common/ids.ts'
import type { SeenRecord } from '../../../common/visibility/seen.ts'

const clara = 'v_clara000000000000000' as PersonId
const scene: SeenRecord = { kind: 'scene', id: 's_outdoors000000000000' as SceneId, name: 'Draußen — 屋外', order: 1 }
const sheet = (n: number, ...bytes: number[]) => ({ sheet: `p_${n}:shared` as SheetId, bytes: Uint8Array.from(bytes) })
const kept = (more: Partial<KeptGallery> = {}): KeptGallery => ({
  person: clara,
  at: 1_000,
  ahead: -5,
  me: { person: clara } as KeptGallery['me'],
  mine: { records: [], views: [] } as unknown as KeptGallery['mine'],
  records: [scene],
  sheets: [sheet(1, 1, 2, 3), sheet(2), sheet(3, 255)],
  ...more,
})

test('[FLIGHT-40] a gallery comes back from where it was kept as it was, with sheets of every length and with none', () => {
  for (const one of [kept(), kept({ sheets: [] }), kept({ records: [] })]) expect(readKept(toKeep(one), clara)).toEqual(one)
  expect(readKept(toKeep(kept()), 'somebody else')).toBeNull()
})

test('[FLIGHT-40] it lies there in few pieces, and the text of records that did not change is made once', () => {
  const first = kept()
  const [before, after] = [toKeep(first), toKeep(kept({ records: first.records, sheets: [sheet(1, 9)] }))] as Record<string, unknown>[]
  expect(typeof before?.records).toBe('string')
  expect(after?.records).toBe(before?.records)
  let written = 0
  const counted = [{ ...scene, toJSON: () => `${++written}` }] as unknown as KeptGallery['records']
  toKeep(kept({ records: counted }))
  toKeep(kept({ records: counted }))
  expect(written).toBe(1)
})
