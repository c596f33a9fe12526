/** How a page asks as somebody else: `as=` in the query of what it fetches, and in the handshake of its live connection. */
import { z } from 'zod'
import { galleryId, linkId, personId } from '../ids.ts'
import type { Subject } from '../visibility/view-as.ts'

export const asName = 'as'
export const subjectId: z.ZodType<Subject> = z.union([personId, linkId, galleryId])
/** Of a handshake: nothing, or one subject. Anything else opens nothing. */
export const asAuth = z.object({ [asName]: subjectId.optional() })
