import { expect, test } from '@jest/globals'
import type { CommentId, DrawingId, PersonId, SelectionId, VersionId } from '../../../common/ids.ts'
import { clockLeeway, commentsPerSheet, drawingsPerSheet } from '../../../common/limits.ts'
import { judge } from '../../../common/sheet/rules.ts'
import { type EntryChange, latest } from '../../../common/sheet/verdict.ts'
import { album, anna, bert, client, full, galleryState, id, pia, sent, start, version } from '../../server/sheets/studio.ts'
import { asStaff, drawings, drawn, facts, verdict } from './asking.ts'

const mark = (changes: object = {}) => ({ flag: null, label: null, stars: 0, favourite: false, by: anna, at: start, ...changes })
const marks = (key: string, before: unknown, after: unknown): EntryChange => ({ root: 'marks', key, before, after })

test('[SHEET-40] everyone sets their own mark in their own name', () => {
  expect(verdict(marks(anna, undefined, mark({ stars: 1 })))).toBeNull()
  expect(verdict(marks(bert, undefined, mark({ stars: 1 })))).toBe('not-yourself')
  expect(verdict(marks(anna, undefined, mark({ stars: 1, by: bert })))).toBe('not-yourself')
  expect(verdict(marks(bert, mark({ by: bert }), undefined))).toBe('not-yourself')
  expect(verdict(marks(bert, mark({ by: bert }), mark({ by: bert })))).toBe('not-yourself')
  expect(verdict(marks('house', undefined, mark({ stars: 1 })))).toBe('not-yourself')
})

test('[SHEET-40] staff set the house mark of the team sheet, each in their own name', () => {
  const house = { ...asStaff, audience: 'team' } as const
  const other = id<PersonId>('u', 'paul')
  expect(verdict(marks('house', undefined, mark({ stars: 1, by: pia })), house)).toBeNull()
  expect(verdict(marks('house', mark({ by: other, stars: 3 }), mark({ stars: 1, by: pia })), house)).toBeNull()
  expect(verdict(marks('house', mark({ by: other, stars: 3 }), mark({ stars: 1, by: other })), house)).toBe('not-yourself')
  expect(verdict(marks(pia, undefined, mark({ stars: 1, by: pia })), house)).toBe('not-yourself')
})

test('[SHEET-41] each field that changes needs its right', () => {
  const changed = { flag: 'pick', label: 'red', stars: 2, favourite: true } as const
  for (const field of ['flag', 'label', 'stars', 'favourite'] as const) {
    const without = { viewer: client(anna, { [field]: 'view' }) }
    const only = { [field]: changed[field] }
    expect(verdict(marks(anna, mark(), mark(only)), without)).toBe('not-allowed')
    expect(verdict(marks(anna, mark(only), mark()), without)).toBe('not-allowed')
    expect(verdict(marks(anna, mark(only), undefined), without)).toBe('not-allowed')
    expect(verdict(marks(anna, mark(), undefined), without)).toBeNull()
    expect(verdict(marks(anna, mark(only), mark({ ...changed })), without)).toBeNull()
  }
  const none = { viewer: client(anna, { flag: 'view', label: 'view', stars: 'none', favourite: 'none' }) }
  expect(verdict(marks(anna, mark(), mark()), none)).toBe('not-allowed')
})

test('[SHEET-40] a mark keeps its shape', () => {
  for (const odd of [
    { stars: 6 },
    { stars: 1.5 },
    { flag: 'maybe' },
    { label: 'pink' },
    { favourite: 1 },
    { more: 1 },
    { at: Number.NaN },
  ]) {
    expect(verdict(marks(anna, undefined, mark(odd)))).not.toBeNull()
  }
  expect(verdict(marks(anna, undefined, null))).toBe('malformed')
  expect(verdict(marks(anna, undefined, 'pick'))).toBe('malformed')
})

test('[SHEET-42] picks are one’s own and need the right to select', () => {
  const pick = (key: string, by: PersonId = anna): EntryChange => ({ root: 'picks', key, before: undefined, after: { by, at: start } })
  expect(verdict(pick(`${album}/${anna}`))).toBeNull()
  expect(verdict(gone(album))).toBeNull()
  expect(verdict(pick(`${album}/${bert}`))).toBe('not-yourself')
  expect(verdict(pick(`${album}/${anna}`, bert))).toBe('not-yourself')
  for (const key of [anna, `${album}/`, `${album}/${anna}/x`, `x/${anna}`]) expect(verdict(pick(key))).toBe('malformed')
  expect(verdict(pick(`${album}/${anna}`), { viewer: client(anna, { select: 'view' }) })).toBe('not-allowed')
})

const gone = (selection: SelectionId): EntryChange => ({
  root: 'picks',
  key: `${selection}/${anna}`,
  before: { by: anna, at: start },
  after: undefined,
})

test('[CHOICE-23] a pick needs its place in a list that counts, and a list that takes changes', () => {
  const pick = (selection: SelectionId, before?: object): EntryChange => ({
    root: 'picks',
    key: `${selection}/${anna}`,
    before,
    after: { by: anna, at: start },
  })
  expect(verdict(pick(full))).toBe('list-full')
  expect(verdict(pick(full, { by: anna, at: start - 1 }))).toBeNull()
  expect(verdict(gone(full))).toBeNull()
  expect(verdict(pick(sent))).toBe('list-sent')
  expect(verdict(gone(sent))).toBe('list-sent')
  expect(verdict(gone(sent), { audience: `person:${anna}`, state: galleryState({ feedback: 'private' }) })).toBeNull()
  expect(verdict(pick(id<SelectionId>('q', 'unknown')))).toBe('not-found')
  expect(verdict(gone(id<SelectionId>('q', 'unknown')))).toBeNull()
})

test('[CHOICE-24] the team picks on its own sheet, where no places are counted', () => {
  const pick = { root: 'picks', key: `${full}/${pia}`, before: undefined, after: { by: pia, at: start } } as const
  expect(verdict(pick, { ...asStaff, audience: 'team' })).toBeNull()
  expect(verdict(pick, asStaff)).toBe('not-allowed')
})

const said = id<CommentId>('c', 'said')
const comment = (changes: object = {}) => ({
  author: anna,
  at: start,
  parent: null,
  body: 'Lovely',
  place: null,
  version: null,
  drawing: null,
  mentions: [],
  edited: null,
  deleted: null,
  resolved: null,
  ...changes,
})
const comments = (before: unknown, after: unknown, key: string = said): EntryChange => ({ root: 'comments', key, before, after })

test('[SHEET-43] comments are written in one’s own name, with the right to', () => {
  expect(verdict(comments(undefined, comment()))).toBeNull()
  expect(verdict(comments(undefined, comment({ author: bert })))).toBe('not-yourself')
  expect(verdict(comments(undefined, comment()), { viewer: client(anna, { comment: 'view' }) })).toBe('not-allowed')
  expect(verdict(comments(undefined, comment({ resolved: { by: bert, at: start } })))).toBe('not-yourself')
  for (const odd of [
    { body: ' ' },
    { body: 'x'.repeat(5_001) },
    { place: [0, 2] },
    { version: id<VersionId>('f', 'other') },
    { more: 1 },
  ]) {
    expect(verdict(comments(undefined, comment(odd)))).toBe('malformed')
  }
  expect(verdict(comments(undefined, comment(), 'x'))).toBe('malformed')
  expect(verdict(comments(undefined, comment({ version, place: [0.5, 0.5] })))).toBeNull()
})

test('[SHEET-43] words are edited and deleted by their author alone', () => {
  const edited = comment({ body: 'Lovelier', edited: start })
  const deleted = comment({ body: '', deleted: start })
  for (const after of [edited, deleted]) {
    expect(verdict(comments(comment(), after))).toBeNull()
    expect(verdict(comments(comment({ author: bert }), { ...after, author: bert }))).toBe('not-yourself')
    expect(verdict(comments(comment(), after), asStaff)).toBe('not-yourself')
  }
  expect(verdict(comments(comment(), comment({ body: 'Lovelier' })))).toBe('malformed')
  expect(verdict(comments(comment(), comment({ body: '', edited: start })))).toBe('malformed')
})

test('[SHEET-43] comments are resolved by author and staff, in their own name', () => {
  const resolved = (by: PersonId) => comment({ resolved: { by, at: start } })
  expect(verdict(comments(comment(), resolved(anna)))).toBeNull()
  expect(verdict(comments(comment(), resolved(pia)), asStaff)).toBeNull()
  expect(verdict(comments(resolved(pia), comment()))).toBeNull()
  expect(verdict(comments(comment(), resolved(bert)))).toBe('not-yourself')
  expect(verdict(comments(comment(), resolved(bert)), { viewer: client(bert) })).toBe('not-yourself')
})

test('[SHEET-44] what a comment is about never changes, and it is never removed', () => {
  for (const other of [
    { author: bert },
    { at: start - 1 },
    { parent: id<CommentId>('c', 'first') },
    { version },
    { place: [0, 0] },
    { drawing: id<DrawingId>('d', 'arrow') },
  ]) {
    expect(verdict(comments(comment(), comment({ ...other, edited: start })))).not.toBeNull()
  }
  expect(verdict(comments(comment(), undefined))).toBe('not-allowed')
  expect(verdict(comments(comment(), undefined), asStaff)).toBe('not-allowed')
})

test('[SHEET-44] a deleted comment stays deleted and empty', () => {
  const deleted = comment({ body: '', deleted: start })
  expect(verdict(comments(comment(), comment({ deleted: start })))).toBe('malformed')
  expect(verdict(comments(deleted, comment({ body: '' })))).toBe('malformed')
  expect(verdict(comments(deleted, comment({ body: 'back', deleted: start, edited: start })))).toBe('malformed')
  expect(verdict(comments(deleted, comment({ body: '', deleted: start + 1 })))).toBe('malformed')
})

test('[SHEET-45] a reply follows the first comment of a thread of the same sheet', () => {
  const reply = comments(undefined, comment({ parent: said }), id<CommentId>('c', 'reply'))
  expect(verdict(reply, { comment: (key) => (key === said ? comment({ author: bert }) : undefined) })).toBeNull()
  expect(verdict(reply)).toBe('malformed')
  expect(verdict(reply, { comment: () => comment({ parent: id<CommentId>('c', 'first') }) })).toBe('malformed')
  expect(verdict(comments(undefined, comment({ parent: said })), { comment: () => comment() })).toBe('malformed')
})

test('[SHEET-47] times run ahead by the leeway and lie back as far as work offline may', () => {
  for (const [at, expected] of [
    [start + clockLeeway, null],
    [start + clockLeeway + 1, 'malformed'],
    [start - latest, null],
    [start - latest - 1, 'malformed'],
  ] as const) {
    expect(verdict(marks(anna, undefined, mark({ stars: 1, at })))).toBe(expected)
    expect(verdict(comments(undefined, comment({ at })))).toBe(expected)
    expect(verdict(comments(comment(), comment({ body: 'x', edited: at })))).toBe(expected)
    expect(verdict(comments(comment(), comment({ body: '', deleted: at })))).toBe(expected)
    expect(verdict(comments(comment(), comment({ resolved: { by: anna, at } })))).toBe(expected)
    expect(verdict(drawings(undefined, drawn({ at })))).toBe(expected)
  }
})

test('[SHEET-48] there is an end to comments and drawings', () => {
  expect(verdict(comments(undefined, comment()), { count: () => commentsPerSheet })).toBeNull()
  expect(verdict(comments(undefined, comment()), { count: () => commentsPerSheet + 1 })).toBe('limit-reached')
  expect(verdict(comments(comment(), comment({ body: '', deleted: start })), { count: () => commentsPerSheet + 1 })).toBeNull()
  expect(verdict(drawings(undefined, drawn()), { count: () => drawingsPerSheet + 1 })).toBe('limit-reached')
})

test('[SHEET-49] who does not write this audience writes nothing', () => {
  const own = marks(anna, undefined, mark({ stars: 1 }))
  expect(verdict(own, { audience: 'team' })).toBe('not-allowed')
  expect(verdict(own, { audience: `person:${bert}` })).toBe('not-allowed')
  expect(verdict(own, { state: galleryState({ feedback: 'private' }), audience: 'shared', viewer: client(anna, {}, 'guestLink') })).toBe(
    'not-allowed',
  )
  expect(verdict(own, { state: galleryState({ feedback: 'private' }), audience: `person:${anna}` })).toBeNull()
  expect(verdict(own, { state: galleryState({ photos: [] }) })).toBe('not-found')
})

test('[SHEET-49] one refusal refuses the whole push, and a judge that fails refuses', () => {
  expect(judge(facts(), [marks(anna, undefined, mark({ stars: 1 })), marks(bert, undefined, mark({ by: bert }))])).toBe('not-yourself')
  expect(verdict(marks(anna, 'not a mark', mark({ stars: 1 })))).toBe('malformed')
})
