/** Numbers for whoever runs the server: of the process and of its answers, never of people or pictures. */
import { type RequestHandler, Router } from 'express'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { routes } from '../../common/protocol/http.ts'
import type { People } from '../people/api.ts'
import { nothingHere, routeOf } from './answers.ts'
import { isFromHere } from './from-here.ts'
import type { Identity } from './identity.ts'

const buckets = [0.005, 0.02, 0.1, 0.5, 2, 10]

export function createMetrics({ people, identity }: { readonly people: Pick<People, 'me'>; readonly identity: Identity }): {
  readonly measure: RequestHandler
  readonly router: Router
} {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const answers = new Histogram({
    name: 'proofroom_http_seconds',
    help: 'Time to answer a request, in seconds',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers: [registry],
  })
  const measure: RequestHandler = (req, res, next) => {
    const stop = answers.startTimer()
    const route = knownRoute(req.path)
    res.on('finish', () => stop({ method: req.method, route, status: res.statusCode }))
    next()
  }
  const router = Router()
  router.get(routes.metrics, async (req, res, next) => {
    const user = identity.user(req)
    const staff = user !== null && (await people.me(user)).accounts.length > 0
    if (!staff && !isFromHere(req)) return nothingHere(req, res, next)
    res.type(registry.contentType).send(await registry.metrics())
  })
  return { measure, router }
}

const knownRoutes: ReadonlySet<string> = new Set(
  ['me', 'sign-up', 'sign-in', 'sign-out', 'links', 'galleries', 'uploads', 'health', 'metrics'].map((name) => `/api/${name}`),
)
/** A label with few values: what a stranger types into the address never becomes one. */
function knownRoute(path: string): string {
  const route = routeOf(path)
  if (route === '/media' || knownRoutes.has(route)) return route
  return route.startsWith('/api/') ? '/api' : '/'
}
