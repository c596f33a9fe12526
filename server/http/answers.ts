/** How a door answers: values as JSON, refusals by the table, faults logged once. */
import type { ErrorRequestHandler, RequestHandler, Response } from 'express'
import { z } from 'zod'
import { refusals } from '../../common/refusals.ts'
import type { Refusal } from '../../common/result.ts'

/** What http logs with. */
export interface DoorLog {
  warn(facts: object, text: string): void
  error(facts: object, text: string): void
}

export function sendRefusal(res: Response, refusal: Refusal): void {
  const { status, sentence } = refusals[refusal.code]
  res.status(status).set('Cache-Control', 'no-store').json({ refusal, sentence })
}

export const nothingHere: RequestHandler = (_req, res) => sendRefusal(res, { code: 'not-found' })

/** The body as the schema reads it, or null after `malformed` was answered. Details name the field, never its content. */
export function bodyOf<T>(schema: z.ZodType<T>, body: unknown, res: Response): T | null {
  const read = schema.safeParse(body)
  if (read.success) return read.data
  const field = read.error.issues[0]?.path.join('.')
  sendRefusal(res, field ? { code: 'malformed', detail: field } : { code: 'malformed' })
  return null
}

/** Errors of express' own parsers are the asker's; everything else is a fault. */
const parserError = z.object({ status: z.number().min(400).max(499), type: z.string().optional() })

/** `healthy`: whether the database answers. While it does not, asking again later is worth it. */
export const faults =
  (log: DoorLog, healthy: () => Promise<boolean>): ErrorRequestHandler =>
  async (error, req, res, next) => {
    const theirs = parserError.safeParse(error)
    if (!theirs.success) log.error({ err: error, method: req.method, path: routeOf(req.path) }, 'a request failed')
    if (res.headersSent) return next(error)
    if (!theirs.success) return sendRefusal(res, { code: (await healthy()) ? 'failed' : 'retry' })
    return sendRefusal(res, { code: theirs.data.status === 413 ? 'too-large' : 'malformed' })
  }

/** The path without what follows its first two parts: links and one-time secrets never reach the log. */
export const routeOf = (path: string): string => {
  const [, first = '', second = ''] = path.split('/')
  return first === 'api' ? `/api/${second}` : `/${first}`
}
