/** The door behind a share link: what it still asks for, and who comes in. */
import type { GalleryState, Link } from '../../common/gallery/model.ts'
import { type GalleryId, type GrantId, galleryId, type LinkId, type PersonId } from '../../common/ids.ts'
import type { OpenedLink } from '../../common/protocol/http.ts'
import { done, type Refusal, type Result, refuse } from '../../common/result.ts'
import { loadAccount } from './accounts.ts'
import type { LinkOpened, OpenLink } from './api.ts'
import type { PeopleDeps } from './deps.ts'
import { codeIsRight, mailCode } from './mail-codes.ts'
import { addVisitor, isUser, loadPerson } from './persons.ts'

interface Found {
  readonly link: Link
  readonly state: GalleryState
}

type Needs = Extract<OpenedLink, { readonly needs: unknown }>['needs']

export async function openLink(deps: PeopleDeps, ask: OpenLink): Promise<Result<LinkOpened>> {
  const found = await findLink(deps, ask.token)
  if (!found) return refuse('link-unknown')
  const { link, state } = found
  const gallery = state.gallery.id
  if (ask.person && (await deps.galleries.viewer(ask.person, gallery))?.staff?.inScope) return opened(gallery, ask.person)
  const shut = shutFor(found, ask.person, deps.clock.now())
  if (shut) return { ok: false, refusal: shut }
  if (ask.person && holds(found, ask.person)) return enter(deps, found, ask.person)

  const keyed = await passCode(deps, found, ask)
  if (keyed !== null) return keyed
  const mailed = await passMailCode(deps, found, ask)
  if (mailed !== null) return mailed
  const person = await whoComes(deps, found, ask)
  return person === null ? needs(deps, found, { door: 'name', title: state.gallery.name }) : enter(deps, { link, state }, person)
}

/** The gallery's own state decides; the kept record only says where to look. */
async function findLink({ store, galleries }: PeopleDeps, token: string): Promise<Found | null> {
  for (const record of await store.streams.find(`link-token:${token}`)) {
    const id = galleryId.safeParse(record.stream.slice('gallery:'.length))
    const state = id.success ? await galleries.state(id.data) : null
    const link = state?.links.get(record.id as LinkId)
    if (state && link?.token === token) return { link, state }
  }
  return null
}

const opened = (gallery: GalleryId, person: PersonId): Result<LinkOpened> => done({ opened: { gallery }, person })

/** Why nobody, or not this person, comes in here. */
function shutFor({ link, state }: Found, person: PersonId | null, now: number): Refusal | null {
  if (link.revokedAt !== null || (link.expiresAt !== null && link.expiresAt <= now)) return { code: 'link-ended' }
  const { status, expiresAt } = state.gallery
  if (status === 'expired' || (expiresAt !== null && expiresAt <= now)) return { code: 'link-ended' }
  if (status !== 'online' && !link.alwaysOnline) return { code: 'gallery-offline' }
  if (link.binding === 'first' && link.boundTo !== null && link.boundTo !== person) return { code: 'link-taken' }
  const sentAway = [...state.grants.values()].some((grant) => grant.link === link.id && grant.person === person && grant.revokedAt !== null)
  return sentAway && !holds({ link, state }, person) ? { code: 'revoked' } : null
}

const holds = ({ link, state }: Found, person: PersonId | null): boolean =>
  [...state.grants.values()].some((grant) => grant.link === link.id && grant.person === person && grant.revokedAt === null)

/** Null when the access code is right or none is asked for. */
async function passCode(deps: PeopleDeps, found: Found, ask: OpenLink): Promise<Result<LinkOpened> | null> {
  if (found.link.codeHash === null) return null
  if (ask.code === null) return needs(deps, found, { door: 'code', title: '' })
  return (await deps.hashing.matches(found.link.codeHash, ask.code)) ? null : refuse('code-wrong')
}

/** Null when the mailed code is right or none is asked for. */
async function passMailCode(deps: PeopleDeps, found: Found, ask: OpenLink): Promise<Result<LinkOpened> | null> {
  const { link } = found
  if (link.binding !== 'email') return null
  if (link.email === null || !deps.post.ready) return refuse('retry')
  if (ask.mailCode !== null) return (await codeIsRight(deps, link.id, ask.mailCode)) ? null : refuse('code-wrong')
  await mailCode(deps, { link: link.id, to: link.email, studio: await studioOf(deps, found) })
  return needs(deps, found, { door: 'mailCode', title: '', hint: masked(link.email) })
}

/** Who comes in: whoever is signed in, whom the mailed code proves, whom this browser knows, or somebody new; null without a name. */
async function whoComes(deps: PeopleDeps, { link }: Found, ask: OpenLink): Promise<PersonId | null> {
  const signedIn = ask.person !== null && isUser(ask.person)
  if (link.binding === 'email' && link.boundTo !== null && !isUser(link.boundTo) && !signedIn) return link.boundTo
  if (ask.person && (await loadPerson(deps.store, ask.person))) return ask.person
  const name = link.welcomes ?? ask.name
  return name === null ? null : (await addVisitor(deps, name, link.binding === 'email' ? link.email : null)).id
}

async function enter(deps: PeopleDeps, { link, state }: Found, person: PersonId): Promise<Result<LinkOpened>> {
  const kept = await loadPerson(deps.store, person)
  if (!kept) return refuse('name-needed')
  const gallery = state.gallery.id
  const { name, email } = kept.person
  const entered = await deps.galleries.perform({
    gallery,
    by: null,
    commandId: null,
    command: { type: 'guest:enter', person, name, email, staff: false, link: link.id, grant: deps.dice.id('grant') as GrantId },
  })
  return entered.ok ? opened(gallery, person) : entered
}

async function needs(
  deps: PeopleDeps,
  found: Found,
  { door, title, hint = null }: { readonly door: Needs; readonly title: string; readonly hint?: string | null },
): Promise<Result<LinkOpened>> {
  return done({ opened: { needs: door, gallery: null, hint, studio: await studioOf(deps, found), title }, person: null })
}

const studioOf = async ({ store }: PeopleDeps, { state }: Found): Promise<string> =>
  (await loadAccount(store, state.gallery.account))?.name ?? ''

/** `clara@example.com` as `c•••@example.com`: enough to know the mailbox, too little to learn the address. */
const masked = (email: string): string => `${email.slice(0, 1)}•••${email.slice(email.lastIndexOf('@'))}`
