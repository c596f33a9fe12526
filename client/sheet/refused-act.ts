/** An act that was refused, with its reason: it is kept until whoever did it has put it away. */
import { z } from 'zod'
import { type PersonId, type PhotoId, personId, photoId } from '../../common/ids.ts'
import { type RefusalCode, refusals } from '../../common/refusals.ts'
import type { Refusal } from '../../common/result.ts'
import { type OutboxEntry, readEntry } from './outbox-entry.ts'

export interface RefusedAct {
  /** Of the act; the key. */
  readonly order: number
  readonly person: PersonId
  readonly act: OutboxEntry
  readonly refusal: Refusal
  readonly photo: PhotoId | null
  /** As it was when the photo was last seen. */
  readonly cameraName: string | null
}

const shape = z.object({
  order: z.number(),
  person: z.custom<PersonId>((value) => personId.safeParse(value).success),
  act: z.unknown(),
  refusal: z.object({
    code: z.custom<RefusalCode>((value) => typeof value === 'string' && value in refusals),
    detail: z.string().optional(),
  }),
  photo: z.custom<PhotoId>((value) => photoId.safeParse(value).success).nullable(),
  cameraName: z.string().nullable(),
})

/** As another page, perhaps of another version, left it; null if this one does not understand it. */
export function readRefused(value: unknown): RefusedAct | null {
  const parsed = shape.safeParse(value)
  const act = parsed.success ? readEntry(parsed.data.act) : null
  if (!parsed.success || !act) return null
  const { code, detail } = parsed.data.refusal
  return { ...parsed.data, act, refusal: detail === undefined ? { code } : { code, detail } }
}
