/** By which keys a record is found without opening its gallery. */
import type { PhotoId } from '../ids.ts'
import { assertNever } from '../result.ts'
import type { GalleryRecord, Photo } from './model.ts'

/** The key of photos whose sizes are still to be made: the record is the queue. */
export const unfinishedKey = 'photo-unfinished'

/** By which a photo's gallery is found: addresses of sheets name the photo alone. */
export const photoKey = (photo: PhotoId): string => `photo:${photo}`

export function keysOf(record: GalleryRecord): readonly string[] {
  switch (record.kind) {
    case 'gallery':
      return [`account:${record.account}`]
    case 'link':
      return [`link-token:${record.token}`]
    case 'grant':
      return [`holder:${record.person}`]
    case 'photo':
      return isUnfinished(record) ? [photoKey(record.id), unfinishedKey] : [photoKey(record.id)]
    case 'scene':
    case 'guest':
    case 'session':
    case 'topic':
    case 'vote':
    case 'decision':
    case 'selection':
    case 'submission':
    case 'claim':
    case 'view':
      return []
    default:
      return assertNever(record)
  }
}

/** No original yet, or sizes to be made; also while an earlier version can be shown. */
export function isUnfinished({ state, versions }: Photo): boolean {
  if (state === 'failed') return false
  return state !== 'ready' || versions.some(({ thumbhash }) => thumbhash === null)
}
