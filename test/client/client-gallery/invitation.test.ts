import { expect, test } from '@jest/globals'
import { leavesMarks, noteFor } from '../../../client/client-gallery/invitation.ts'
import { defaultRights } from '../../../common/visibility/rights.ts'

test('[WAY-8] whoever may leave no marks is invited to look, and to download where they may; everybody else to choose', () => {
  const of = (role: keyof typeof defaultRights) => ({ rights: defaultRights[role], feedback: 'private' as const })
  expect(noteFor(of('vendor'))).toBe('room.note.takes')
  expect(noteFor({ ...of('vendor'), rights: { ...defaultRights.vendor, download: 'view' } })).toBe('room.note.looks')
  for (const role of ['mainClient', 'invited', 'guestLink', 'guestEmail'] as const) {
    expect([leavesMarks(of(role)), noteFor(of(role))]).toEqual([true, 'room.note.private'])
  }
  const onlyWords = { ...defaultRights.vendor, comment: 'edit' as const }
  expect(noteFor({ rights: onlyWords, feedback: 'collaborative' })).toBe('room.note.collaborative')
})
