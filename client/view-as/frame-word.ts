/** What the framed page says to the page around it. Both are of this program; whatever else is said is not heard. */
import { z } from 'zod'

const frameWord = z.union([
  /** Where one is in there, as a path of this program. */
  z.object({ proofroom: z.literal('at'), path: z.string().startsWith('/g/').max(4_000) }),
  /** Whether one stands before a vendor's terms in there. */
  z.object({ proofroom: z.literal('door'), terms: z.boolean() }),
  /** Nothing in there is left to close. */
  z.object({ proofroom: z.literal('leave') }),
])
export type FrameWord = z.infer<typeof frameWord>

export function readFrameWord(said: unknown): FrameWord | null {
  return frameWord.safeParse(said).data ?? null
}
