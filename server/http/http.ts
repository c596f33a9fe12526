/** The HTTP door: every route, in the order a request meets them. */
import type { IncomingMessage } from 'node:http'
import express, { type Express, type Router } from 'express'
import { routes } from '../../common/protocol/http.ts'
import type { Galleries } from '../galleries/api.ts'
import type { People } from '../people/api.ts'
import type { Store } from '../ports.ts'
import { accountsRouter } from './accounts.ts'
import { type DoorLog, faults, nothingHere, sendRefusal } from './answers.ts'
import { safetyHeaders } from './headers.ts'
import { historyRouter } from './history.ts'
import type { Identity } from './identity.ts'
import { type Allowances, ordinaryAllowances } from './limits.ts'
import { linksRouter } from './links.ts'
import { createMetrics } from './metrics.ts'
import { myRouter } from './my.ts'
import { onlyLooking } from './only-looking.ts'
import { ownPagesOnly } from './origin.ts'
import { pagesRouter } from './pages.ts'
import { type SheetPassAsk, sheetTokenRouter } from './sheet-token.ts'
import { signInRouter } from './sign-in.ts'
import { termsRouter } from './terms.ts'

export interface HttpDeps {
  readonly people: People
  readonly galleries: Pick<Galleries, 'state' | 'viewer' | 'past'>
  readonly identity: Identity
  readonly store: Pick<Store, 'healthy'>
  /** Routers of other doors' making: uploads and pictures. */
  readonly routers: readonly Router[]
  issueToken(pass: SheetPassAsk): string
  readonly allowedOrigin: (request: IncomingMessage) => boolean
  /** Folder of the built client. */
  readonly pages: string
  readonly secure: boolean
  readonly proxies: number
  readonly allowances?: Partial<Allowances>
  readonly log: DoorLog
}

/** Bytes of a JSON body: the longest is a sign-up. */
const bodyLimit = 16 * 1024

export function createHttp(deps: HttpDeps): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', deps.proxies)
  app.set('query parser', 'simple')
  const metrics = createMetrics(deps)
  app.use(safetyHeaders(deps.secure), metrics.measure)
  app.get(routes.health, async (_req, res) => {
    const healthy = await deps.store.healthy()
    if (!healthy) return sendRefusal(res, { code: 'retry' })
    res.set('Cache-Control', 'no-store').json({ ok: true })
  })
  app.use(ownPagesOnly(deps.allowedOrigin))
  app.use('/api', onlyLooking)
  app.use(['/api', '/media', '/sign-in'], ...deps.identity.handlers)
  app.use('/api', (_req, res, next) => {
    res.set('Cache-Control', 'no-store')
    next()
  })
  app.use(...deps.routers)
  app.use('/api', express.json({ limit: bodyLimit, strict: true }))
  const doors = { people: deps.people, identity: deps.identity, allowances: { ...ordinaryAllowances, ...deps.allowances } }
  app.use(
    metrics.router,
    signInRouter(doors),
    linksRouter(doors),
    myRouter(doors),
    termsRouter(doors),
    accountsRouter(doors),
    sheetTokenRouter(deps),
    historyRouter({ ...doors, galleries: deps.galleries }),
  )
  app.use(['/api', '/media'], nothingHere)
  app.use(pagesRouter(deps.pages))
  app.use(faults(deps.log, () => deps.store.healthy()))
  return app
}
