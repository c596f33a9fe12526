/** Short-lived tokens that open one sheet as one person, for programs that have no cookie. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { type GalleryId, galleryId, type PersonId, parseSheetId, personId, type SheetId } from '../../common/ids.ts'
import type { Clock } from '../ports.ts'

export interface SheetPass {
  readonly person: PersonId
  readonly name: string
  readonly gallery: GalleryId
  readonly sheet: SheetId
  /** The session it was asked for in; what comes in by the token ends with it. Its id alone, without its signature, opens nothing. */
  readonly session: string | null
}
export interface SheetTokens {
  issue(pass: SheetPass): string
  /** Null for anything forged, altered or too old. */
  open(token: string): SheetPass | null
}

/** Milliseconds a token may be used to connect: 5 minutes. */
export const tokenLife = 5 * 60_000
/** Characters; longer ones are not looked at. */
const tokenLength = 2_000

const passSchema = z.strictObject({
  person: personId,
  name: z.string(),
  gallery: galleryId,
  sheet: z.custom<SheetId>((value) => typeof value === 'string' && parseSheetId(value) !== null),
  session: z.string().nullable().default(null),
  endsAt: z.number(),
})

/** `secret` is the server's own and never leaves it. */
export function createSheetTokens({ secret, clock }: { readonly secret: string; readonly clock: Clock }): SheetTokens {
  const sign = (body: string) => createHmac('sha256', secret).update(`sheet-token.${body}`).digest()
  return {
    issue(pass) {
      const body = Buffer.from(JSON.stringify({ ...pass, endsAt: clock.now() + tokenLife })).toString('base64url')
      return `${body}.${sign(body).toString('base64url')}`
    },
    open(token) {
      const [body = '', signature = '', ...more] = token.slice(0, tokenLength).split('.')
      const given = Buffer.from(signature, 'base64url')
      const right = sign(body)
      if (more.length > 0 || given.length !== right.length || !timingSafeEqual(given, right)) return null
      const parsed = passSchema.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString()))
      if (!parsed.success || parsed.data.endsAt <= clock.now()) return null
      const { endsAt: _, ...pass } = parsed.data
      return pass
    },
  }
}
