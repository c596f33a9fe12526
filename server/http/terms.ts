/** The door before a vendor's set: what is to be accepted, and accepting it. */
import { type Request, Router } from 'express'
import { z } from 'zod'
import { type GalleryId, galleryId, type PersonId } from '../../common/ids.ts'
import { routes } from '../../common/protocol/http.ts'
import { type Result, refuse } from '../../common/result.ts'
import type { People } from '../people/api.ts'
import { bodyOf, sendRefusal } from './answers.ts'
import type { Identity } from './identity.ts'
import { type Allowances, Limit, limited } from './limits.ts'
import { lookingAs } from './only-looking.ts'

interface TermsDeps {
  readonly people: Pick<People, 'terms' | 'acceptTerms'>
  readonly identity: Identity
  readonly allowances: Allowances
}

/** The visitor's origin and cookie say everything; a body says nothing more. */
const nothing = z.strictObject({})

export function termsRouter({ people, identity, allowances }: TermsDeps): Router {
  const router = Router()
  /** Strangers and wrong ids are answered like a gallery that is not there. */
  const asked = async <T>(req: Request, ask: (person: PersonId, gallery: GalleryId) => Promise<Result<T>>): Promise<Result<T>> => {
    const person = identity.person(req)
    const gallery = galleryId.safeParse(req.params.gallery)
    return person && gallery.success ? ask(person, gallery.data) : refuse('not-found')
  }
  router.get(routes.terms, async (req, res) => {
    const as = lookingAs(req)
    const found = as === undefined ? refuse('not-found') : await asked(req, (person, gallery) => people.terms({ person, as }, gallery))
    if (!found.ok) return sendRefusal(res, found.refusal)
    res.json(found.value)
  })
  router.post(routes.terms, limited(new Limit(allowances.changeAddress)), async (req, res) => {
    if (!bodyOf(nothing, req.body, res)) return
    const accepted = await asked(req, people.acceptTerms)
    if (!accepted.ok) return sendRefusal(res, accepted.refusal)
    res.json({ gallery: req.params.gallery })
  })
  return router
}
