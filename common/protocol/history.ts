/** GET `historyUrl`: who did what in a gallery, newest first. For staff; to everybody else there is no such address. */
import { z } from 'zod'
import { type HistoryKind, historyKinds } from '../history/entry.ts'
import { type GalleryId, type PersonId, type PhotoId, parseSheetId, personId, photoId, type SheetId } from '../ids.ts'
import { historyPageMost } from '../limits.ts'

export const historyRoute = '/api/galleries/:gallery/history'

/** Where the reading of the two journals stands: commits below `rev`, pushes below `push`; null begins at the newest. */
export interface HistoryCursor {
  readonly rev: number | null
  readonly push: { readonly at: number; readonly sheet: SheetId; readonly epoch: number; readonly seq: number } | null
}

export const cursorText = ({ rev, push }: HistoryCursor): string =>
  `${rev ?? ''}!${push ? [push.at, push.epoch, push.seq, push.sheet].join('!') : ''}`

const cursor = z
  .string()
  .max(200)
  .transform((text, context): HistoryCursor => {
    const [rev, at, epoch, seq, sheet] = text.split('!')
    const numbers = [rev, at, epoch, seq].filter((one) => one)
    const place = sheet === undefined ? null : parseSheetId(sheet)
    if (!numbers.every((one) => /^\d{1,15}$/.test(one ?? '')) || (at ? !place || !epoch || !seq : sheet)) {
      context.addIssue('not a cursor')
      return z.NEVER
    }
    const push = at ? { at: Number(at), epoch: Number(epoch), seq: Number(seq), sheet: sheet as SheetId } : null
    return { rev: rev ? Number(rev) : null, push }
  })

const number = (most: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .pipe(z.number().int().max(most))

export const historyQuery = z.strictObject({
  before: cursor.optional(),
  limit: number(historyPageMost).optional(),
  person: personId.optional(),
  kind: z.enum(historyKinds).optional(),
  photo: photoId.optional(),
  /** Milliseconds since 1970: nothing older. */
  since: number(8.64e15).optional(),
})
export type HistoryQuery = z.infer<typeof historyQuery>

export interface HistoryAsk {
  readonly before?: string
  readonly limit?: number
  readonly person?: PersonId
  readonly kind?: HistoryKind
  readonly photo?: PhotoId
  readonly since?: number
}

export function historyUrl(gallery: GalleryId, ask: HistoryAsk): string {
  const pairs = Object.entries(ask).flatMap(([name, value]) => (value === undefined ? [] : `${name}=${encodeURIComponent(value)}`))
  return `${historyRoute.replace(':gallery', gallery)}?${pairs.join('&')}`
}
