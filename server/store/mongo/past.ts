/** What was done before, newest first. */
import type { GalleryId } from '../../../common/ids.ts'
import type { PastCommitsAsk, PastPush, PastPushesAsk, PushPlace } from '../../ports-past.ts'
import { namedIn, sheetsEnd, sheetsStart, wroteOn } from '../past-text.ts'
import type { EntryRow, Models } from './schema.ts'

/** No text of ours that is looked for holds anything but these signs of patterns. */
const plain = (text: string): string => text.replace(/[{}."]/g, '\\$&')
const anyOf = (texts: readonly string[]): string => `(${texts.map(plain).join('|')})`

export async function pastCommits(
  { entries }: Models,
  { stream, before, limit, beginnings, by, photo, since }: PastCommitsAsk,
): Promise<readonly EntryRow[]> {
  const wanted: object[] = [{ command: { $regex: `^${anyOf(beginnings)}` } }]
  if (by) wanted.push({ $or: [{ by }, { by: null, command: { $regex: plain(namedIn('person', by)) } }] })
  if (photo) wanted.push({ writes: { $regex: `"${photo}"` } })
  const rev = before === null ? {} : { rev: { $lt: before } }
  return entries
    .find({ stream, ...rev, at: { $gte: since }, $and: wanted })
    .sort({ rev: -1 })
    .limit(limit)
    .lean()
}

export async function pastPushes(
  { sheetEntries }: Models,
  gallery: GalleryId,
  { before, limit, by, photo, roots, since }: PastPushesAsk,
): Promise<readonly PastPush[]> {
  const wanted: object[] = [{ at: { $gte: since } }, { writes: { $regex: anyOf(roots.map(wroteOn)) } }]
  if (before) wanted.push({ at: { $lte: before.at } }, { $or: placesBelow(before) })
  if (by) wanted.push({ writes: { $regex: plain(namedIn('person', by)) } })
  if (photo) wanted.push({ sheet: { $gte: sheetsStart(photo), $lt: sheetsEnd(photo) } })
  const rows = await sheetEntries
    .find({ gallery, $and: wanted }, { sheet: 1, gallery: 1, epoch: 1, seq: 1, writes: 1, at: 1 })
    .sort({ at: -1, sheet: -1, epoch: -1, seq: -1 })
    .limit(limit)
    .lean()
  return rows.map(({ sheet, gallery: of, epoch, seq, writes, at }) => ({ sheet, gallery: of, epoch, seq, at, writes: JSON.parse(writes) }))
}

const placesBelow = ({ at, sheet, epoch, seq }: PushPlace): object[] => [
  { at: { $lt: at } },
  { at, sheet: { $lt: sheet } },
  { at, sheet, epoch: { $lt: epoch } },
  { at, sheet, epoch, seq: { $lt: seq } },
]
