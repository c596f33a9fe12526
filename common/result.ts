/** Expected refusals are values; faults are thrown. */
import type { RefusalCode } from './refusals.ts'

export interface Refusal {
  readonly code: RefusalCode
  /** What the sentence needs to be exact: a limit, a name, a field. Never anything the asker may not see. */
  readonly detail?: string
}
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

export const done = <T>(value: T): Result<T> => ({ ok: true, value })
export const refuse = (code: RefusalCode, detail?: string): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal: detail === undefined ? { code } : { code, detail },
})

/** The end of every switch over a union: the compiler proves it is never reached. */
export function assertNever(value: never): never {
  throw new Error(`unexpected: ${JSON.stringify(value)}`)
}
