/** @jest-environment node */
import { expect, test } from '@jest/globals'
import * as Y from 'yjs'
import { sheetOf } from '../../../client/sheet/audience.ts'
import { Replica } from '../../../client/sheet/replica.ts'
import type { CommentId, PersonId, PhotoId } from '../../../common/ids.ts'
import { edit } from '../../../common/sheet/edit.ts'

const clara = 'v_00000000000000000001' as PersonId
const photo = 'p_00000000000000000001' as PhotoId

function said(body: string, n: number): Uint8Array {
  const doc = new Y.Doc()
  const id = `c_${String(n).padStart(20, '0')}` as CommentId
  const where = { parent: null, place: null, version: null, drawing: null, mentions: [] }
  edit(doc, { type: 'comment:add', id, body, ...where }, { person: clara, key: clara, at: 1 })
  return Y.encodeStateAsUpdate(doc)
}

test('[TALK-21] the first words of a sheet after a fresh snapshot take the place of what was held before', () => {
  const replica = new Replica(sheetOf(photo, 'shared'))
  replica.takeState(said('from before', 1))
  replica.stale = true
  replica.takeUpdate(said('from now', 2))
  expect(replica.stale).toBe(false)
  expect(Object.values(replica.content().comments).map(({ body }) => body)).toEqual(['from now'])
  replica.takeUpdate(said('and more', 3))
  expect(Object.values(replica.content().comments)).toHaveLength(2)
})
