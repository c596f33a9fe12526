/** Exact schemas of a sheet's entries: nothing else may stand on a sheet. */
import { z } from 'zod'
import { commentId, drawingId, personId, versionId } from '../ids.ts'
import { commentLength, pointsPerStroke } from '../limits.ts'
import { pointBytes } from './geometry.ts'
import { labels, tools } from './shape.ts'

/** Milliseconds since 1970 that a Date can hold. */
export const time = z.int().min(0).max(8.64e15)
export const flag = z.enum(['pick', 'reject'])
export const label = z.enum(labels)
export const stars = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])
export const place = z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)])
/** Persons one comment may call. */
export const mentionsPerComment = 20
/** Characters of a text put on the picture. */
export const drawingTextLength = 500
export const mentions = z.array(personId).max(mentionsPerComment)
export const commentBody = z.string().max(commentLength)

export const markSchema = z.strictObject({
  flag: flag.nullable(),
  label: label.nullable(),
  stars,
  favourite: z.boolean(),
  by: personId,
  at: time,
})

export const pickSchema = z.strictObject({ by: personId, at: time })

export const commentSchema = z.strictObject({
  author: personId,
  at: time,
  parent: commentId.nullable(),
  body: commentBody,
  place: place.nullable(),
  version: versionId.nullable(),
  drawing: drawingId.nullable(),
  mentions,
  edited: time.nullable(),
  deleted: time.nullable(),
  resolved: z.strictObject({ by: personId, at: time }).nullable(),
})

const bytes = (most: number) =>
  z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length <= most, { message: 'not bytes' })
const points = bytes(pointsPerStroke * pointBytes)
const pressure = bytes(pointsPerStroke)
const colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/)
  .nullable()

/** What a stroke looks like: shared by the entry and the command that adds it. */
export const strokeShape = {
  version: versionId,
  tool: z.enum(tools),
  colour,
  width: z.number().gt(0).max(0.5),
  points,
  pressure,
  text: z.string().max(drawingTextLength).nullable(),
} as const

/** Whole points, and pressure for each of them or none. */
export const strokeFits = (stroke: { readonly points: Uint8Array; readonly pressure: Uint8Array }): boolean =>
  stroke.points.length > 0 &&
  stroke.points.length % pointBytes === 0 &&
  (stroke.pressure.length === 0 || stroke.pressure.length === stroke.points.length / pointBytes)

/** What the author may make of a stroke later: a field that is absent stays. Points and pressure come together. */
export const strokeChange = {
  colour: strokeShape.colour.optional(),
  width: strokeShape.width.optional(),
  points: strokeShape.points.optional(),
  pressure: strokeShape.pressure.optional(),
  text: strokeShape.text.optional(),
} as const

export const changeFits = ({
  points,
  pressure,
}: {
  readonly points?: Uint8Array | undefined
  readonly pressure?: Uint8Array | undefined
}): boolean => (points === undefined || pressure === undefined ? points === pressure : strokeFits({ points, pressure }))

export const drawingSchema = z
  .strictObject({ author: personId, at: time, ...strokeShape, hidden: z.boolean() })
  .refine(strokeFits, { message: 'points and pressure do not fit' })
