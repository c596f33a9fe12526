import { beforeEach, expect, test } from '@jest/globals'
import { isNow } from '../../../client/net/who.ts'
import { drafts } from '../../../client/talk/drafts.ts'
import { sendable, tooManyCharacters } from '../../../client/talk/sendable.ts'
import type { CommentId, PersonId, PhotoId } from '../../../common/ids.ts'
import { commentLength } from '../../../common/limits.ts'

const photo = 'p_00000000000000000001' as PhotoId
const thread = 'c_00000000000000000001' as CommentId

beforeEach(() => {
  sessionStorage.clear()
  localStorage.clear()
})

test('[TALK-24] words begun stay with their photo and their thread until they are sent, and end with whoever was here', () => {
  isNow('u_00000000000000000001' as PersonId)
  drafts.keep(photo, 'The horizon ')
  drafts.keep(thread, 'Yes, and')
  expect([drafts.of(photo), drafts.of(thread)]).toEqual(['The horizon ', 'Yes, and'])
  drafts.keep(thread, '  ')
  expect(drafts.of(thread)).toBe('')
  isNow('u_00000000000000000001' as PersonId)
  expect(drafts.of(photo)).toBe('The horizon ')
  isNow('u_00000000000000000002' as PersonId)
  expect(drafts.of(photo)).toBe('')
})

test('[TALK-25] words that are too long are not cut and not sent: by how much is told', () => {
  const most = 'ö'.repeat(commentLength)
  expect([tooManyCharacters(most), sendable(most)]).toEqual([0, true])
  expect([tooManyCharacters(`${most}12`), sendable(`${most}12`)]).toEqual([2, false])
  expect(sendable(' \n')).toBe(false)
})
