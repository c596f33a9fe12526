/** What somebody asks about themselves: who they are, and their galleries. */
import { Router } from 'express'
import { createGalleryBody, renameBody, routes, searchQuery } from '../../common/protocol/http.ts'
import { hereRoute, newsRoute } from '../../common/protocol/studio-now.ts'
import type { People } from '../people/api.ts'
import { bodyOf, sendRefusal } from './answers.ts'
import type { Identity } from './identity.ts'
import { type Allowances, Limit, limited } from './limits.ts'

interface MyDeps {
  readonly people: People
  readonly identity: Identity
  readonly allowances: Allowances
}

export function myRouter({ people, identity, allowances }: MyDeps): Router {
  const changes = limited(new Limit(allowances.changeAddress))
  const reads = limited(new Limit(allowances.readAddress))
  const router = Router()
  router.get(routes.me, async (req, res) => {
    res.json(await people.me(identity.person(req)))
  })
  router.post(routes.rename, changes, async (req, res) => {
    const person = identity.person(req)
    if (!person) return sendRefusal(res, { code: 'sign-in-needed' })
    const body = bodyOf(renameBody, req.body, res)
    if (!body) return
    const renamed = await people.rename(person, body.name)
    if (!renamed.ok) return sendRefusal(res, renamed.refusal)
    res.json(await people.me(person))
  })
  router.get(routes.galleries, async (req, res) => {
    const person = identity.person(req)
    res.json(person ? await people.cards(person) : [])
  })
  router.get(hereRoute, reads, async (req, res) => {
    const person = identity.person(req)
    res.json(person ? await people.here(person) : [])
  })
  router.get(newsRoute, reads, async (req, res) => {
    const person = identity.person(req)
    res.json(person ? await people.news(person) : [])
  })
  router.get(routes.search, changes, async (req, res) => {
    const person = identity.person(req)
    const query = searchQuery.safeParse(req.query)
    if (!query.success) return sendRefusal(res, { code: 'malformed', detail: 'q' })
    res.json(person ? await people.search(person, query.data.q) : [])
  })
  router.post(routes.galleries, changes, async (req, res) => {
    const person = identity.user(req)
    if (!person) return sendRefusal(res, { code: 'sign-in-needed' })
    const body = bodyOf(createGalleryBody, req.body, res)
    if (!body) return
    const made = await people.createGallery(person, body)
    if (!made.ok) return sendRefusal(res, made.refusal)
    res.status(201).json({ id: body.id })
  })
  return router
}
