import { z } from 'zod'
import { galleryId, linkId, personId } from '../ids.ts'
import type { Subject } from '../visibility/view-as.ts'

/** As whom a page asks, where it names somebody at all. */
export const subjectId: z.ZodType<Subject> = z.union([personId, linkId, galleryId])
