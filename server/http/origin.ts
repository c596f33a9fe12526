/**
 * Which pages may act here: ours. A browser names the page's origin on every unsafe request and every WebSocket; when it names none,
 * no page is behind the request (unless `Sec-Fetch-Site` says so), and cookies of ours never travel from another site's forms (SameSite).
 */
import type { IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'
import { sendRefusal } from './answers.ts'

const safeMethods: ReadonlySet<string | undefined> = new Set(['GET', 'HEAD', 'OPTIONS'])
const sameSite: ReadonlySet<string | undefined> = new Set([undefined, 'same-origin', 'none'])

/** `publicUrl`: the origin browsers see when a proxy changes the host; null without one. */
export function originRule(publicUrl: string | null): (request: IncomingMessage) => boolean {
  return ({ headers }) => {
    const { origin, host } = headers
    if (origin === undefined) return sameSite.has(headers['sec-fetch-site']?.toString())
    return origin === publicUrl || (host !== undefined && hostOf(origin) === host.toLowerCase())
  }
}

export const ownPagesOnly =
  (allowed: (request: IncomingMessage) => boolean): RequestHandler =>
  (req, res, next) =>
    safeMethods.has(req.method) || allowed(req) ? next() : sendRefusal(res, { code: 'wrong-origin' })

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host || null : null
}
