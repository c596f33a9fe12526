/** What a person does to a sheet. Clients keep commands, not updates, for work offline: they are replayed on whatever the sheet has become. */
import { z } from 'zod'
import { commentId, drawingId, selectionId, versionId } from '../ids.ts'
import { changeFits, commentBody, flag, label, mentions, place, stars, strokeChange, strokeFits, strokeShape } from './schema.ts'

const said = commentBody.refine((body) => body.trim().length > 0, { message: 'empty comment' })

export const sheetCommand = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('mark:set'),
    flag: flag.nullable().optional(),
    label: label.nullable().optional(),
    stars: stars.optional(),
    favourite: z.boolean().optional(),
  }),
  z.strictObject({ type: z.literal('pick:add'), selection: selectionId }),
  z.strictObject({ type: z.literal('pick:remove'), selection: selectionId }),
  z.strictObject({
    type: z.literal('comment:add'),
    id: commentId,
    body: said,
    parent: commentId.nullable(),
    place: place.nullable(),
    version: versionId.nullable(),
    drawing: drawingId.nullable(),
    mentions,
  }),
  z.strictObject({ type: z.literal('comment:edit'), id: commentId, body: said, mentions: mentions.optional() }),
  z.strictObject({ type: z.literal('comment:delete'), id: commentId }),
  z.strictObject({ type: z.literal('comment:resolve'), id: commentId, resolved: z.boolean() }),
  z.strictObject({ type: z.literal('drawing:add'), id: drawingId, ...strokeShape }).refine(strokeFits, { message: 'points do not fit' }),
  z
    .strictObject({ type: z.literal('drawing:change'), id: drawingId, ...strokeChange })
    .refine(changeFits, { message: 'points do not fit' }),
  z.strictObject({ type: z.literal('drawing:hide'), id: drawingId, hidden: z.boolean() }),
  z.strictObject({ type: z.literal('drawing:delete'), id: drawingId }),
])

type Parsed = z.infer<typeof sheetCommand>
/** A field that is present is set; `undefined` is the same as absent. */
export type SheetCommand = Parsed
