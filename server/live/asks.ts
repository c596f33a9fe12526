/** What may come in over the socket, as zod schemas: one for each event. */
import { z } from 'zod'
import { galleryCommand } from '../../common/gallery/commands.ts'
import { commandId, galleryId, parseSheetId, photoId, type SheetId } from '../../common/ids.ts'
import { catchUpBytes } from '../../common/limits.ts'
import { tools } from '../../common/sheet/shape.ts'

/** Sheets in one fetch: what is on a screen, and some. */
const sheetsPerFetch = 200
/** Numbers of a stroke in progress: within `presenceBytes`. */
const strokeNumbers = 512

const count = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER)
const position = z.strictObject({ id: z.string().min(1).max(64), n: count })
const sheetId = z.custom<SheetId>((value) => typeof value === 'string' && parseSheetId(value) !== null, { message: 'not a sheet id' })
const fraction = z.number().min(-1).max(2)

export const joinAsk = z.strictObject({
  gallery: galleryId,
  protocol: count,
  app: z.string().max(64),
  have: z.strictObject({ view: position, self: position.nullable() }).exactOptional(),
})
export const leaveAsk = z.strictObject({ gallery: galleryId })
export const commandAsk = z.strictObject({ gallery: galleryId, id: commandId, command: galleryCommand })
export const pushAsk = z.strictObject({
  gallery: galleryId,
  sheet: sheetId,
  sub: count,
  bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= catchUpBytes, { message: 'too large' }),
  catchUp: z.boolean().exactOptional(),
})
export const fetchAsk = z.strictObject({ gallery: galleryId, sheets: z.array(sheetId).min(1).max(sheetsPerFetch) })
export const presenceSay = z.strictObject({
  gallery: galleryId,
  photo: photoId.nullable(),
  pointer: z.tuple([fraction, fraction]).nullable().exactOptional(),
  rect: z.tuple([fraction, fraction, fraction, fraction]).nullable().exactOptional(),
  stroke: z
    .strictObject({
      id: z.string().max(32),
      tool: z.enum(tools),
      colour: z
        .string()
        .regex(/^#[0-9a-f]{6}$/i)
        .nullable(),
      width: z.number().min(0).max(1),
      points: z.array(z.number().min(0).max(65_535)).max(strokeNumbers),
    })
    .nullable()
    .exactOptional(),
})
