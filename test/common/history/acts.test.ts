import { expect, test } from '@jest/globals'
import { actsAt, actsOf } from '../../../common/sheet/acts.ts'
import type { Root } from '../../../common/sheet/shape.ts'

const mark = (over: object = {}) => ({ flag: null, label: null, stars: 0, favourite: false, by: 'u_1', at: 1, ...over })
const comment = (over: object = {}) => ({ author: 'u_1', parent: null, body: 'Good', deleted: null, resolved: null, edited: null, ...over })
const acts = (root: Root, key: string, before?: object, after?: object) => actsOf([{ root, key, before, after }])

test('[HIST-1] of a mark what became different is told, of a mark set again nothing', () => {
  expect(acts('marks', 'u_1', undefined, mark({ stars: 4, favourite: true }))).toEqual([{ type: 'marked', stars: 4, favourite: true }])
  expect(acts('marks', 'house', mark({ stars: 4, flag: 'pick' }), mark({ stars: 0, flag: 'pick' }))).toEqual([
    { type: 'marked', house: true, stars: 0 },
  ])
  expect(acts('marks', 'u_1', mark({ label: 'red' }), mark({ label: 'red', at: 2 }))).toEqual([])
  expect(acts('marks', 'u_1', mark({ label: 'red' }), undefined)).toEqual([{ type: 'marked', label: null }])
})

test('[HIST-1] of picks, words and drawings it is told what was done', () => {
  const [selection, person] = [`q_${'1'.repeat(20)}`, `u_${'1'.repeat(20)}`]
  const into = `${selection}/${person}`
  expect(acts('picks', into, undefined, { by: person, at: 1 })).toEqual([{ type: 'picked', selection }])
  expect(acts('picks', into, { by: person, at: 1 }, undefined)).toEqual([{ type: 'unpicked', selection }])
  expect(acts('picks', into, { by: person, at: 1 }, { by: person, at: 2 })).toEqual([])
  const said = (before: object | undefined, after: object | undefined) => acts('comments', 'c_1', before, after)[0]?.type
  expect([
    said(undefined, comment()),
    said(undefined, comment({ parent: 'c_0' })),
    said(comment(), comment({ body: 'Better' })),
    said(comment(), comment({ body: '', deleted: 3 })),
    said(comment(), comment({ resolved: { by: 'u_1', at: 2 } })),
    said(comment({ resolved: { by: 'u_1', at: 2 } }), comment()),
    said(comment(), comment()),
  ]).toEqual(['wrote', 'answered', 'edited', 'unsaid', 'resolved', 'unresolved', undefined])
  const drawn = (before: object | undefined, after: object | undefined) => acts('drawings', 'd_1', before, after)[0]?.type
  expect([
    drawn(undefined, { hidden: false }),
    drawn({ hidden: false }, { hidden: true }),
    drawn({ hidden: true }, { hidden: false }),
    drawn({ hidden: false, width: 1 }, { hidden: false, width: 2 }),
    drawn({ hidden: false }, undefined),
  ]).toEqual(['drew', 'covered', 'uncovered', 'redrew', 'erased'])
})

test('[HIST-1] of what was kept without its acts it is told where it was', () => {
  expect(actsAt(['marks.u_1', 'comments.c_1', 'comments.c_2'], ['marks', 'picks', 'comments'])).toEqual([
    { type: 'touched', root: 'marks' },
    { type: 'touched', root: 'comments' },
  ])
})
