/** The door of a share link. */
import { Router } from 'express'
import { openLinkBody, routes } from '../../common/protocol/http.ts'
import type { People } from '../people/api.ts'
import { bodyOf, sendRefusal } from './answers.ts'
import type { Identity } from './identity.ts'
import { type Allowances, addressOf, Limit, limited, takeAll } from './limits.ts'

interface LinksDeps {
  readonly people: Pick<People, 'openLink'>
  readonly identity: Identity
  readonly allowances: Allowances
}

export function linksRouter({ people, identity, allowances }: LinksDeps): Router {
  const codesOfAddress = new Limit(allowances.codeAddress)
  const codesOfLink = new Limit(allowances.codeLink)
  const router = Router()
  router.post(routes.openLink, limited(new Limit(allowances.openAddress)), async (req, res) => {
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
  return router
}
