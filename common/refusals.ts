/** One table for everything Proofroom says no to: HTTP status, WebSocket close code, and a sentence with a way on. */
export interface RefusalRow {
  readonly status: number
  readonly close: number
  readonly sentence: string
}

const row = (status: number, close: number, sentence: string): RefusalRow => ({ status, close, sentence })

export const refusals = {
  'not-found': row(404, 4404, 'There is nothing here for you. Check the link, or ask whoever sent it.'),
  'not-allowed': row(403, 4403, 'You may look at this but not change it. Ask the photographer if you should.'),
  'only-looking': row(403, 4403, 'You are looking as somebody else: nothing you press here is kept.'),
  'sign-in-needed': row(401, 4401, 'Please sign in and try again.'),
  'wrong-sign-in': row(401, 4401, 'E-mail and password do not match. Try again.'),
  'link-unknown': row(404, 4404, 'This link is not known. Check that you copied all of it.'),
  'link-ended': row(410, 4410, 'This link has ended. Ask the photographer for a new one.'),
  'link-taken': row(403, 4403, 'This link already belongs to another browser. Ask the photographer to release it or to send you your own.'),
  'code-needed': row(401, 4401, 'This gallery asks for an access code. You find it in the message with the link.'),
  'code-wrong': row(401, 4401, 'That code is not right. Try again.'),
  'name-needed': row(401, 4401, 'Please say your name, so that others know who you are.'),
  'terms-needed': row(403, 4403, 'Please read the terms and accept them first.'),
  malformed: row(400, 4400, 'The server did not understand this. Reload the page and try again.'),
  'too-large': row(413, 4413, 'This is larger than allowed.'),
  'too-many': row(429, 4429, 'Too many at once. Wait a moment and try again.'),
  'wrong-origin': row(403, 4403, 'This came from another website and was ignored.'),
  taken: row(409, 4409, 'This already exists. Choose another.'),
  conflict: row(409, 4409, 'Somebody else changed this at the same moment. Look again and retry.'),
  'limit-reached': row(409, 4409, 'The limit is reached. Remove something first.'),
  'gallery-offline': row(404, 4404, 'This gallery is not open at the moment. Ask the photographer when it will be.'),
  revoked: row(403, 4403, 'This is no longer shared with you.'),
  stale: row(409, 4409, 'This page holds an old state; it is being refreshed.'),
  'not-yourself': row(403, 4403, 'Everyone may only write as themselves.'),
  'sheet-full': row(409, 4409, 'This photo holds as much feedback as it can. Ask the photographer to tidy up.'),
  'list-full': row(409, 4409, 'This list is full. Take a photo out first, then this one goes in.'),
  'list-short': row(409, 4409, 'There are too few photos in this list. Choose more before you send it.'),
  'list-sent': row(409, 4409, 'This list was sent and is locked. Ask the photographer to reopen it.'),
  'list-closed': row(409, 4409, 'This list is closed. Ask the photographer for more time.'),
  'not-a-reader': row(403, 4403, 'Somebody mentioned here could not read this. The words stay, without calling them.'),
  retry: row(503, 1013, 'The server could not save this just now. It will be tried again.'),
  'upgrade-required': row(426, 4426, 'Proofroom was updated. Reload the page.'),
  'uploads-full': row(
    429,
    4429,
    'Too many of your uploads are unfinished. Let them go on first; what nobody goes on with is dropped after two days.',
  ),
  'not-a-picture': row(415, 4415, 'This file is not a picture that Proofroom can read. Send a JPEG, PNG, WebP, TIFF or AVIF.'),
  'picture-broken': row(422, 4422, 'This picture is damaged or incomplete. Export it again and retry.'),
  'picture-too-large': row(422, 4422, 'This picture has too many pixels. Send at most 300 megapixels.'),
  failed: row(500, 1011, 'Something went wrong on the server. Try again; if it stays, tell whoever runs it.'),
} as const satisfies Record<string, RefusalRow>

export type RefusalCode = keyof typeof refusals
