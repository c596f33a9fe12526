/** Signing up, in and out; sign-in is passport's. */
import { type NextFunction, type Request, type Response, Router } from 'express'
import type { PassportStatic } from 'passport'
import passportModule from 'passport'
import { Strategy as CustomStrategy } from 'passport-custom'
import { Strategy as LocalStrategy } from 'passport-local'
import type { UserId } from '../../common/ids.ts'
import { routes, signInBody, signUpBody } from '../../common/protocol/http.ts'
import { type Result, refuse } from '../../common/result.ts'
import type { People } from '../people/api.ts'
import { bodyOf, sendRefusal } from './answers.ts'
import { endedPage } from './ended-page.ts'
import { isFromHere } from './from-here.ts'
import type { Identity } from './identity.ts'
import { type Allowances, addressOf, Limit, limited, takeAll } from './limits.ts'

interface SignInDeps {
  readonly people: People
  readonly identity: Identity
  readonly allowances: Allowances
}

/** What a strategy found: a user, and where to go on to. */
interface SignedIn {
  readonly id: UserId
  readonly goTo: string
}

export function signInRouter(deps: SignInDeps): Router {
  const passport = passportFor(deps.people)
  const router = Router()
  const perAddress = new Limit(deps.allowances.signInAddress)
  const perEmail = new Limit(deps.allowances.signInEmail)
  router.post(routes.signUp, limited(new Limit(deps.allowances.signUpAddress)), (req, res) => signUp(deps, req, res))
  router.post(routes.signIn, async (req, res, next) => {
    const body = bodyOf(signInBody, req.body, res)
    if (!body) return
    const allowed = await takeAll([
      [perAddress, addressOf(req)],
      [perEmail, body.email.toLowerCase()],
    ])
    if (!allowed.allowed) return sendRefusal(res, { code: 'too-many' })
    const found = await ask({ passport, strategy: 'local' }, req, res, next)
    if (!found.ok) return sendRefusal(res, found.refusal)
    await allowed.giveBack()
    await begin(req, found.value)
    res.json(await deps.people.me(found.value.id))
  })
  router.post(routes.signOut, async (req, res) => {
    await end(req)
    res.clearCookie('proofroom-session', { path: '/' })
    res.json(await deps.people.me(deps.identity.visitors.read(req)))
  })
  router.get(routes.signInLink, async (req, res, next) => {
    const allowed = await perAddress.take(addressOf(req))
    if (!allowed.allowed) return sendRefusal(res, { code: 'too-many' })
    const found = await ask({ passport, strategy: 'link' }, req, res, next)
    res.set('Cache-Control', 'no-store')
    if (!found.ok) return deps.identity.user(req) ? res.redirect(303, '/') : endedPage(res)
    await allowed.giveBack()
    await begin(req, found.value)
    res.redirect(303, found.value.goTo)
  })
  return router
}

async function signUp({ people }: SignInDeps, req: Request, res: Response): Promise<void> {
  const body = bodyOf(signUpBody, req.body, res)
  if (!body) return
  const made = await people.signUp(body)
  if (!made.ok) return sendRefusal(res, made.refusal)
  await begin(req, { id: made.value.id, goTo: '/' })
  res.status(201).json(await people.me(made.value.id))
}

function passportFor(people: People): PassportStatic {
  const passport = new passportModule.Passport() as unknown as PassportStatic
  passport.use(
    'local',
    new LocalStrategy({ usernameField: 'email', session: false }, (email, password, done) => {
      people
        .signIn({ email, password })
        .then((found) => answer(found.ok ? { ok: true, value: { id: found.value.id, goTo: '/' } } : found, done), done)
    }),
  )
  passport.use(
    'link',
    new CustomStrategy((req, done) => {
      const secret = String(req.params.secret)
      people
        .takeSignInLink(secret, isFromHere(req))
        .then((found) => answer(found.ok ? { ok: true, value: { id: found.value.user, goTo: found.value.goTo } } : found, done), done)
    }),
  )
  return passport
}

/** Passport tells users from failures; both carry the whole answer. */
function answer(found: Result<SignedIn>, done: (error: unknown, user?: never, info?: never) => void): void {
  done(null, (found.ok ? found : false) as never, (found.ok ? undefined : found) as never)
}

/** Asks a strategy; passport hands its answer through as it was given. */
function ask(
  { passport, strategy }: { readonly passport: PassportStatic; readonly strategy: 'local' | 'link' },
  req: Request,
  res: Response,
  next: NextFunction,
): Promise<Result<SignedIn>> {
  return new Promise((resolve, reject) => {
    const heard = (error: unknown, found: Result<SignedIn> | false, refused?: Result<SignedIn>) =>
      error ? reject(error) : resolve(found || (refused && 'ok' in refused ? refused : refuse('wrong-sign-in')))
    passport.authenticate(strategy, { session: false }, heard)(req, res, next)
  })
}

/** A new session id at every sign-in: one known from before is worth nothing after it. */
function begin(req: Request, { id }: SignedIn): Promise<void> {
  return new Promise((resolve, reject) => {
    req.session.regenerate((failed: unknown) => {
      if (failed) return reject(failed)
      req.session.passport = { user: { id } }
      req.session.save((error: unknown) => (error ? reject(error) : resolve()))
    })
  })
}

function end(req: Request): Promise<void> {
  return new Promise((resolve, reject) => req.session.destroy((error: unknown) => (error ? reject(error) : resolve())))
}
