/** What a rule is asked in a test: somebody honest on a shared sheet, unless said otherwise. */

import type { DrawingId } from '../../../common/ids.ts'
import { packPoints } from '../../../common/sheet/geometry.ts'
import { judge } from '../../../common/sheet/rules.ts'
import type { EntryChange, SheetFacts } from '../../../common/sheet/verdict.ts'
import { anna, client, galleryState, id, photo, pia, staff, start, version } from '../../server/sheets/studio.ts'

export const facts = (changes: Partial<SheetFacts> = {}): SheetFacts => ({
  viewer: client(anna),
  state: galleryState(),
  photo,
  audience: 'shared',
  now: start,
  count: () => 1,
  comment: () => undefined,
  ...changes,
})
export const asStaff = { viewer: staff(pia) }
export const verdict = (change: EntryChange, more: Partial<SheetFacts> = {}) => judge(facts(more), [change])

export const drawn = (changes: object = {}) => ({
  author: anna,
  at: start,
  version,
  tool: 'pen',
  colour: '#ff0000',
  width: 0.01,
  points: packPoints([
    [0, 0],
    [1, 1],
  ]),
  pressure: new Uint8Array(2),
  text: null,
  hidden: false,
  ...changes,
})
export const drawings = (before: unknown, after: unknown): EntryChange => ({
  root: 'drawings',
  key: id<DrawingId>('d', 'arrow'),
  before,
  after,
})
