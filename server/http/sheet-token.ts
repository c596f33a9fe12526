/** Tokens for stock Yjs programs, which have no cookie: one sheet, one person, a few minutes. */
import { Router } from 'express'
import type { GalleryId } from '../../common/ids.ts'
import { type PersonId, parseSheetId, type SheetId } from '../../common/ids.ts'
import { routes, sheetTokenBody } from '../../common/protocol/http.ts'
import { canEnter } from '../../common/visibility/see.ts'
import { readsSheet } from '../../common/visibility/sheets.ts'
import type { Galleries } from '../galleries/api.ts'
import type { People } from '../people/api.ts'
import { bodyOf, sendRefusal } from './answers.ts'
import type { Identity } from './identity.ts'

export interface SheetPassAsk {
  readonly person: PersonId
  readonly name: string
  readonly gallery: GalleryId
  readonly sheet: SheetId
  readonly session: string | null
}

interface SheetTokenDeps {
  readonly galleries: Pick<Galleries, 'state' | 'viewer'>
  readonly people: Pick<People, 'nameOf'>
  readonly identity: Pick<Identity, 'person' | 'session'>
  /** Made by the door that will read the token. */
  issueToken(pass: SheetPassAsk): string
}

/** The door asks again when the token is used: a token opens nothing its bearer may not read by then. */
export function sheetTokenRouter(deps: SheetTokenDeps): Router {
  const router = Router()
  router.post(routes.sheetToken, async (req, res) => {
    const person = deps.identity.person(req)
    const name = person && (await deps.people.nameOf(person))
    if (!person || !name) return sendRefusal(res, { code: 'sign-in-needed' })
    const body = bodyOf(sheetTokenBody, req.body, res)
    if (!body) return
    if (!(await reads(deps, person, body))) return sendRefusal(res, { code: 'not-found' })
    res.json({ token: deps.issueToken({ person, name, session: deps.identity.session(req), ...body }) })
  })
  return router
}

async function reads({ galleries }: SheetTokenDeps, person: PersonId, asked: Pick<SheetPassAsk, 'gallery' | 'sheet'>): Promise<boolean> {
  const viewer = await galleries.viewer(person, asked.gallery)
  const state = await galleries.state(asked.gallery)
  const place = parseSheetId(asked.sheet)
  const photo = place && state?.photos.get(place.photo)
  return Boolean(viewer && state && photo && canEnter(viewer, state) && readsSheet(viewer, state, photo, place.audience))
}
