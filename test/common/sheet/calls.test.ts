import { expect, test } from '@jest/globals'
import * as Y from 'yjs'
import type { GalleryState, Grant, Guest, Rights } from '../../../common/gallery/model.ts'
import type { Audience, CommentId, GrantId, PersonId } from '../../../common/ids.ts'
import { edit } from '../../../common/sheet/edit.ts'
import { readSheet } from '../../../common/sheet/read.ts'
import type { EntryChange } from '../../../common/sheet/verdict.ts'
import { anna, bert, galleryState, id, pia, start } from '../../server/sheets/studio.ts'
import { asStaff, verdict } from './asking.ts'

const carl = id<PersonId>('v', 'carl')
const nobody = id<PersonId>('v', 'nobody')
const said = id<CommentId>('c', 'said')

/** Anna and Bert share what they see; Carl was here and holds nothing any more; Pia is the studio. */
function state(rights: Partial<Rights> = {}, revoked: number | null = null): GalleryState {
  const guest = (person: PersonId, staff = false): [PersonId, Guest] => [
    person,
    { kind: 'guest', id: person, name: person, email: null, staff, firstAt: start, lastAt: start, visits: 1, wrote: true },
  ]
  const grant = (person: PersonId, revokedAt: number | null, more: Partial<Rights> = {}): [GrantId, Grant] => {
    const key = id<GrantId>('r', person.slice(2, 8))
    const terms = { role: 'invited', scenes: 'all', photos: null, rights: more, feedback: null, alwaysOnline: false } as const
    return [key, { kind: 'grant', id: key, person, link: null, terms, revokedAt, termsAcceptedAt: null, createdAt: start }]
  }
  return {
    ...galleryState(),
    guests: new Map([guest(anna), guest(bert), guest(carl), guest(pia, true)]),
    grants: new Map([grant(anna, null), grant(bert, revoked, rights), grant(carl, start - 1)]),
  }
}

const comment = (mentions: readonly PersonId[], changes: object = {}) => ({
  author: anna,
  at: start,
  parent: null,
  body: 'Lovely',
  place: null,
  version: null,
  drawing: null,
  mentions,
  edited: null,
  deleted: null,
  resolved: null,
  ...changes,
})
const change = (before: unknown, after: unknown): EntryChange => ({ root: 'comments', key: said, before, after })
const calls = (mentions: readonly PersonId[], at = state(), audience: Audience = 'shared') =>
  verdict(change(undefined, comment(mentions)), { state: at, audience })

test('[TALK-11] only who reads the sheet is called; who left, who never was and who may not read are refused alike', () => {
  expect(calls([bert, pia])).toBeNull()
  for (const other of [carl, nobody]) expect(calls([bert, other])).toBe('not-a-reader')
  expect(calls([bert], state({ comment: 'none' }))).toBe('not-a-reader')
  const hidden = state()
  const photos = new Map([...hidden.photos].map(([key, one]) => [key, { ...one, hidden: { by: pia, name: 'Pia', at: start } }]))
  expect(verdict(change(undefined, comment([bert], { author: pia })), { ...asStaff, state: { ...hidden, photos } })).toBe('not-a-reader')
  expect(verdict(change(undefined, comment([bert], { author: pia })), { ...asStaff, state: hidden })).toBeNull()
})

test('[TALK-11] on a sheet of one person that person and the studio are called, on the studio’s own only the studio', () => {
  const asPia = (mentions: readonly PersonId[], audience: Audience) =>
    verdict(change(undefined, comment(mentions, { author: pia })), { ...asStaff, state: state(), audience })
  expect(asPia([anna, pia], `person:${anna}`)).toBeNull()
  expect(asPia([bert], `person:${anna}`)).toBe('not-a-reader')
  expect(asPia([pia], 'team')).toBeNull()
  expect(asPia([anna], 'team')).toBe('not-a-reader')
})

test('[TALK-12] an edit calls nobody new who does not read, and keeps who was called before', () => {
  const edited = (mentions: readonly PersonId[]) => comment(mentions, { body: 'Lovelier', edited: start })
  const away = state({}, start - 1)
  expect(verdict(change(comment([]), edited([bert])), { state: state() })).toBeNull()
  expect(verdict(change(comment([]), edited([bert])), { state: away })).toBe('not-a-reader')
  expect(verdict(change(comment([bert]), edited([bert])), { state: away })).toBeNull()
  expect(verdict(change(comment([bert]), edited([])), { state: away })).toBeNull()
  expect(verdict(change(comment([bert]), edited([bert, nobody])), { state: away })).toBe('not-a-reader')
})

test('[TALK-12] an edit without calls leaves them, one with them replaces them, and nothing changes without a difference', () => {
  const doc = new Y.Doc()
  const who = { person: anna, key: anna, at: start }
  const now = () => readSheet(doc).comments[said]
  edit(doc, { type: 'comment:add', id: said, body: 'One', parent: null, place: null, version: null, drawing: null, mentions: [bert] }, who)
  edit(doc, { type: 'comment:edit', id: said, body: 'Two' }, { ...who, at: start + 1 })
  expect(now()).toMatchObject({ body: 'Two', mentions: [bert], edited: start + 1 })
  edit(doc, { type: 'comment:edit', id: said, body: 'Two', mentions: [pia] }, { ...who, at: start + 2 })
  expect(now()).toMatchObject({ body: 'Two', mentions: [pia], edited: start + 2 })
  edit(doc, { type: 'comment:edit', id: said, body: 'Two', mentions: [pia] }, { ...who, at: start + 3 })
  expect(now()).toMatchObject({ edited: start + 2 })
})
