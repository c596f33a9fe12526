/** What was done in a gallery. Whoever is not staff there is answered as if it were not there, and so is a person nobody knows. */
import { Router } from 'express'
import { galleryId } from '../../common/ids.ts'
import { historyQuery, historyRoute } from '../../common/protocol/history.ts'
import type { Galleries } from '../galleries/api.ts'
import { bodyOf, sendRefusal } from './answers.ts'
import type { Identity } from './identity.ts'
import { type Allowances, Limit, limited } from './limits.ts'

interface HistoryDeps {
  readonly galleries: Pick<Galleries, 'past'>
  readonly identity: Pick<Identity, 'person'>
  readonly allowances: Allowances
}

export function historyRouter({ galleries, identity, allowances }: HistoryDeps): Router {
  const reads = limited(new Limit(allowances.readAddress))
  const router = Router()
  router.get(historyRoute, reads, async (req, res) => {
    const query = bodyOf(historyQuery, req.query, res)
    if (!query) return
    const person = identity.person(req)
    const gallery = galleryId.safeParse(req.params.gallery)
    if (!person || !gallery.success) return sendRefusal(res, { code: 'not-found' })
    const page = await galleries.past(person, gallery.data, query)
    if (!page.ok) return sendRefusal(res, page.refusal)
    res.json(page.value)
  })
  return router
}
