/** Refusals inside the upload protocol: the same body as everywhere. */
import { z } from 'zod'
import { type RefusalCode, refusals } from '../../common/refusals.ts'
import type { Refusal } from '../../common/result.ts'

/** What the upload library understands when it is thrown. */
interface UploadAnswer {
  readonly status_code: number
  readonly body: string
}

export function answerOf(refusal: Refusal): UploadAnswer {
  const { status, sentence } = refusals[refusal.code]
  return { status_code: status, body: JSON.stringify({ refusal, sentence }) }
}

/** To be thrown inside the library's hooks, which know no other way to say no. */
export function refused(refusal: Refusal): Error {
  return Object.assign(new Error(refusal.code), { refusal, ...answerOf(refusal) })
}

const codes: Readonly<Record<number, RefusalCode>> = {
  400: 'malformed',
  403: 'malformed',
  404: 'not-found',
  409: 'conflict',
  410: 'not-found',
  413: 'too-large',
  501: 'malformed',
}

const isRefusal = (value: unknown): value is Refusal => typeof value === 'object' && value !== null && 'code' in value
const thrown = z.object({ refusal: z.custom<Refusal>(isRefusal) })

/** Null for a fault, which the caller logs. */
export function refusalOf(error: unknown): Refusal | null {
  const known = thrown.safeParse(error)
  if (known.success) return known.data.refusal
  const status = typeof error === 'object' && error !== null && 'status_code' in error ? Number(error.status_code) : 0
  const code = codes[status]
  return code ? { code } : null
}
