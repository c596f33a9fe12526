/** The doors of a share link and of a gallery's bare address. */
import { Router } from 'express'
import { galleryId } from '../../common/ids.ts'
import { enterBody, openLinkBody, routes } from '../../common/protocol/http.ts'
import { refuse } from '../../common/result.ts'
import type { People } from '../people/api.ts'
import { bodyOf, sendRefusal } from './answers.ts'
import type { Identity } from './identity.ts'
import { type Allowances, addressOf, Limit, limited, takeAll } from './limits.ts'

interface LinksDeps {
  readonly people: Pick<People, 'openLink' | 'enterGallery'>
  readonly identity: Identity
  readonly allowances: Allowances
}

export function linksRouter({ people, identity, allowances }: LinksDeps): Router {
  const codesOfAddress = new Limit(allowances.codeAddress)
  const codesOfLink = new Limit(allowances.codeLink)
  const router = Router()
  const opening = limited(new Limit(allowances.openAddress))
  router.post(routes.openLink, opening, async (req, res) => {
    const body = bodyOf(openLinkBody, req.body, res)
    if (!body) return
    const { token, name = null, code = null, mailCode = null } = body
    const guess = code !== null || mailCode !== null
    const allowed = await takeAll(
      guess
        ? [
            [codesOfAddress, addressOf(req)],
            [codesOfLink, token],
          ]
        : [],
    )
    if (!allowed.allowed) return sendRefusal(res, { code: 'too-many' })
    const known = identity.person(req)
    const found = await people.openLink({ token, name, code, mailCode, person: known })
    if (found.ok || found.refusal.code !== 'code-wrong') await allowed.giveBack()
    if (!found.ok) return sendRefusal(res, found.refusal)
    const { opened, person } = found.value
    if (person !== null && person !== known) identity.visitors.write(res, person)
    res.json(opened)
  })
  router.post(routes.enter, opening, async (req, res) => {
    const gallery = galleryId.safeParse(req.params.gallery)
    const body = bodyOf(enterBody, req.body, res)
    if (!body) return
    const known = identity.person(req)
    const found = gallery.success
      ? await people.enterGallery({ gallery: gallery.data, name: body.name ?? null, person: known })
      : refuse('not-found')
    if (!found.ok) return sendRefusal(res, found.refusal)
    const { opened, person } = found.value
    if (person !== null && person !== known) identity.visitors.write(res, person)
    res.json(opened)
  })
  return router
}
