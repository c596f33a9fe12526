/** What counts for a whole studio. */
import { Router } from 'express'
import { labelNames } from '../../common/gallery/labels.ts'
import { accountId } from '../../common/ids.ts'
import { routes } from '../../common/protocol/http.ts'
import type { People } from '../people/api.ts'
import { bodyOf, sendRefusal } from './answers.ts'
import type { Identity } from './identity.ts'
import { type Allowances, Limit, limited } from './limits.ts'

interface AccountsDeps {
  readonly people: Pick<People, 'nameLabels' | 'me'>
  readonly identity: Identity
  readonly allowances: Allowances
}

export function accountsRouter({ people, identity, allowances }: AccountsDeps): Router {
  const router = Router()
  router.post(routes.labels, limited(new Limit(allowances.changeAddress)), async (req, res) => {
    const person = identity.user(req)
    const account = accountId.safeParse(req.params.account)
    if (!person) return sendRefusal(res, { code: 'sign-in-needed' })
    if (!account.success) return sendRefusal(res, { code: 'not-found' })
    const names = bodyOf(labelNames, req.body, res)
    if (!names) return
    const named = await people.nameLabels(person, account.data, names)
    if (!named.ok) return sendRefusal(res, named.refusal)
    res.json(await people.me(person))
  })
  return router
}
