/** What may come in over the socket, as zod schemas: one for each event. */
import { z } from 'zod'
import { galleryCommand } from '../../common/gallery/commands.ts'
import {
  type Audience,
  commandId,
  commentId,
  drawingId,
  galleryId,
  parseAudience,
  parseSheetId,
  photoId,
  type SheetId,
} from '../../common/ids.ts'
import { keyWishes } from '../../common/key-wishes.ts'
import { catchUpBytes, commentsPerSheet, photosCompared, photosLaid, pointsPerStroke, readThreadsPerAsk } from '../../common/limits.ts'
import { asName } from '../../common/protocol/as-name.ts'
import { bytesOf } from '../../common/protocol/stroke-text.ts'
import { subjectId } from '../../common/protocol/view-as.ts'
import { pointBytes } from '../../common/sheet/geometry.ts'
import { drawingTextLength, strokeShape } from '../../common/sheet/schema.ts'

/** Sheets in one fetch: what is on a screen, and some. */
const sheetsPerFetch = 200
/** Points of a stroke in progress in one word: within `presenceBytes`. */
const strokePoints = 128

const count = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER)
const position = z.strictObject({ id: z.string().min(1).max(64), n: count })
const sheetId = z.custom<SheetId>((value) => typeof value === 'string' && parseSheetId(value) !== null, { message: 'not a sheet id' })
const packed = (most: number) => z.string().refine((text) => (bytesOf(text)?.length ?? most + 1) <= most, { message: 'not packed' })
const fraction = z.number().min(-1).max(2)
const part = z.tuple([fraction, fraction, fraction, fraction])

/** Of a handshake: nothing, or as whom one looks. Anything else opens nothing. */
export const asAuth = z.object({ [asName]: subjectId.optional() })
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
  side: z
    .strictObject({
      manner: z.enum(['compare', 'survey']),
      photos: z.array(photoId).min(1).max(photosLaid),
      dropped: z.array(photoId).max(photosLaid),
    })
    .nullable()
    .exactOptional(),
  pointer: z.tuple([fraction, fraction]).nullable().exactOptional(),
  on: photoId.nullable().exactOptional(),
  laser: z.boolean().exactOptional(),
  rect: part.nullable().exactOptional(),
  parts: z
    .array(z.tuple([photoId, part]))
    .max(photosCompared)
    .exactOptional(),
  stroke: z
    .strictObject({
      id: drawingId,
      audience: z.custom<Audience>((value) => typeof value === 'string' && parseAudience(value) !== null, { message: 'not an audience' }),
      version: strokeShape.version,
      tool: strokeShape.tool,
      colour: strokeShape.colour,
      width: strokeShape.width,
      from: count.max(pointsPerStroke),
      points: packed(strokePoints * pointBytes),
      pressure: packed(strokePoints),
      text: z.string().max(drawingTextLength).exactOptional(),
    })
    .nullable()
    .exactOptional(),
})
export const callableAsk = z.strictObject({ gallery: galleryId, sheet: sheetId })
const words = z.number().int().min(0).max(commentsPerSheet)
export const readSay = z.strictObject({
  gallery: galleryId,
  threads: z
    .array(z.tuple([commentId, words, words]))
    .min(1)
    .max(readThreadsPerAsk),
})
export const keysAsk = keyWishes
