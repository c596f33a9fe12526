/** Made-up ids and entries for the store contract. */
import type { GalleryId, PersonId, PhotoId, SheetId, StreamId } from '../../common/ids.ts'
import type { RecordWrite, SheetEntry, StreamEntry } from '../../server/ports.ts'

const body = (text: string): string => text.padEnd(20, '0')
export const gallery = (text: string): GalleryId => `g_${body(text)}` as GalleryId
export const photo = (text: string): PhotoId => `p_${body(text)}` as PhotoId
export const person = (text: string): PersonId => `u_${body(text)}` as PersonId
export const streamOf = (text: string): StreamId => `gallery:${gallery(text)}`
export const sheetOf = (text: string): SheetId => `${photo(text)}/shared`

export const write = (id: string, value: unknown, keys: readonly string[] = []): RecordWrite => ({ kind: 'scene', id, keys, value })

export const entryOf = (stream: StreamId, rev: number, writes: readonly RecordWrite[] = [write('one', { rev })]): StreamEntry => ({
  stream,
  rev,
  commandId: `o_${body(String(rev))}`,
  command: { type: 'scene:rename', rev },
  writes,
  by: person('ann'),
  at: 1_700_000_000_000 + rev,
})

export const sheetEntry = (sheet: SheetId, seq: number, more: Partial<SheetEntry> = {}): SheetEntry => ({
  sheet,
  gallery: gallery('one'),
  epoch: 1,
  seq,
  bytes: Uint8Array.of(seq, 0, 255),
  writes: [{ person: person('ann'), connection: 'socket-1', paths: ['marks.u_ann', `comments.c_${seq}`] }],
  at: 1_000 + seq,
  ...more,
})
