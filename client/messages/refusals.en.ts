/** What a refusal says: the sentences of the shared table, by `refusal.<code>`. */
import { type RefusalCode, refusals } from '../../common/refusals.ts'

export const refusalsEn = Object.fromEntries(
  Object.entries(refusals).map(([code, { sentence }]) => [`refusal.${code}`, sentence]),
) as Record<`refusal.${RefusalCode}`, string>
