/**
 * Whoever looks as somebody else asks nothing here: neither as that person nor as themselves. Their pictures and their live connection have doors
 * of their own; of the page before a vendor's set the words alone are read.
 */
import type { Request, RequestHandler } from 'express'
import { asName } from '../../common/protocol/as-name.ts'
import { subjectId } from '../../common/protocol/view-as.ts'
import type { Subject } from '../../common/visibility/view-as.ts'
import { sendRefusal } from './answers.ts'

const termsPath = /^\/galleries\/[^/]+\/terms$/

export const onlyLooking: RequestHandler = (req, res, next) =>
  req.query[asName] === undefined || (req.method === 'GET' && termsPath.test(req.path))
    ? next()
    : sendRefusal(res, { code: 'only-looking' })

/** As whom a request looks; null as themselves, undefined as nobody there is: that gets nothing, instead of what one may see oneself. */
export function lookingAs(req: Request): Subject | null | undefined {
  const as = req.query[asName]
  return as === undefined ? null : subjectId.safeParse(as).data
}
