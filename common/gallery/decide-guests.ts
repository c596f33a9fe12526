/** People: how they come in, what they are called, how what they hold ends. */
import type { LinkId } from '../ids.ts'
import { done, type Result, refuse } from '../result.ts'
import { isOnline, worksOffline } from '../visibility/grants.ts'
import { bareTerms } from '../visibility/view-as.ts'
import { type Decided, type Of, refusalToManage } from './asked.ts'
import type { Change, Grant, Guest, Link, Terms } from './model.ts'
import { written } from './state.ts'

/** Coming again counts a visit; staff who open a client's link stay staff. Whoever asks has checked code and mail code; which browser may hold the link is decided here. */
export function enterGuest(asked: Of<'guest:enter'>): Decided {
  const { command } = asked
  const guest = written(guestOf(asked))
  if (command.staff) return done([guest])
  const held = command.link === null ? bareGrant(asked) : linkGrant(asked, command.link)
  return held.ok ? done([guest, ...held.value]) : held
}

export function changeGuest({ state, command }: Of<'guest:rename' | 'guest:wrote'>): Decided {
  const guest = state.guests.get(command.person)
  if (!guest) return done([])
  if (command.type === 'guest:rename') return done(guest.name === command.name ? [] : [written({ ...guest, name: command.name })])
  return done(guest.staff || guest.wrote ? [] : [written({ ...guest, wrote: true as const })])
}

export function revokeGrant(asked: Of<'grant:revoke'>): Decided {
  const { state, command, at } = asked
  const refusal = refusalToManage(asked)
  if (refusal) return refusal
  const grant = state.grants.get(command.id)
  if (!grant) return refuse('not-found')
  return done(grant.revokedAt === null ? [written({ ...grant, revokedAt: at })] : [])
}

/** Each time anew: the days count from the last time. Of another's grant nothing is said. */
export function acceptTerms({ state, command, at }: Of<'terms:accept'>): Decided {
  const grant = state.grants.get(command.grant)
  if (!grant || grant.person !== command.person || grant.revokedAt !== null) return refuse('not-found')
  return done([written({ ...grant, termsAcceptedAt: at })])
}

function guestOf({ state, command, at }: Of<'guest:enter'>): Guest {
  const known = state.guests.get(command.person)
  return {
    kind: 'guest',
    id: command.person,
    name: command.name,
    email: command.email ?? known?.email ?? null,
    staff: command.staff || known?.staff === true,
    firstAt: known?.firstAt ?? at,
    lastAt: at,
    visits: (known?.visits ?? 0) + 1,
    ...(known?.wrote ? { wrote: true } : {}),
  }
}

function linkGrant(asked: Of<'guest:enter'>, id: LinkId): Result<readonly Change[]> {
  const { state, command, at } = asked
  const link = state.links.get(id)
  if (!link) return refuse('link-unknown')
  if (link.revokedAt !== null || (link.expiresAt !== null && link.expiresAt <= at)) return refuse('link-ended')
  if (!isOnline(state, at) && !worksOffline(link)) return refuse('gallery-offline')
  if (link.binding !== 'open' && link.boundTo !== null && link.boundTo !== command.person) return refuse('link-taken')
  const held = grantsOf(asked).filter((grant) => grant.link === id)
  if (held.some(({ revokedAt }) => revokedAt !== null)) return refuse('revoked')
  const granted = held.length > 0 ? done([]) : newGrant(asked, null)
  return granted.ok ? done([...bound(link, asked), ...granted.value]) : granted
}

/** Without a link there is nothing to hold in a private gallery; who already holds something simply comes back. */
function bareGrant(asked: Of<'guest:enter'>): Result<readonly Change[]> {
  const { state, at } = asked
  const held = grantsOf(asked)
  if (held.some(({ revokedAt }) => revokedAt === null)) return done([])
  if (state.gallery.private || !isOnline(state, at)) return refuse('not-found')
  return held.some(({ link }) => link === null) ? refuse('revoked') : newGrant(asked, bareTerms)
}

function grantsOf({ state, command }: Of<'guest:enter'>): readonly Grant[] {
  return [...state.grants.values()].filter(({ person }) => person === command.person)
}

function newGrant({ state, command, at }: Of<'guest:enter'>, terms: Terms | null): Result<readonly Change[]> {
  if (state.grants.has(command.grant)) return refuse('taken')
  const { grant: id, person, link } = command
  return done([written({ kind: 'grant', id, person, link, terms, termsAcceptedAt: null, revokedAt: null, createdAt: at })])
}

function bound(link: Link, { command }: Of<'guest:enter'>): readonly Change[] {
  return link.binding === 'open' || link.boundTo !== null ? [] : [written({ ...link, boundTo: command.person })]
}
