/** Whoever looks as somebody else asks nothing here: neither as that person nor as themselves. Their pictures and their live connection have doors of their own. */
import type { RequestHandler } from 'express'
import { asName } from '../../common/protocol/as-name.ts'
import { sendRefusal } from './answers.ts'

export const onlyLooking: RequestHandler = (req, res, next) =>
  req.query[asName] === undefined ? next() : sendRefusal(res, { code: 'only-looking' })
