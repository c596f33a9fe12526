/** Share links: made, changed, released, revoked. */

import { given } from '../given.ts'
import { linksPerGallery } from '../limits.ts'
import { done, type Refusal, refuse } from '../result.ts'
import { same } from '../same.ts'
import { authorOf, type Decided, type Of, refusalToManage } from './asked.ts'
import type { Change, GalleryState, Link } from './model.ts'
import { removed, written } from './state.ts'

export function addLink(asked: Of<'link:add'>): Decided {
  const { state, command, at, secret, codeHash = null } = asked
  const refusal = refusalToManage(asked)
  if (refusal) return refusal
  if (state.links.has(command.id)) return refuse('taken')
  if ([...state.links.values()].filter(isOpen).length >= linksPerGallery) return refuse('limit-reached', String(linksPerGallery))
  if (!secret || (command.code !== null && codeHash === null)) throw new Error('a new link needs a secret, and its code hashed')
  const { type: _, code: __, ...fields } = command
  const made = { boundTo: null, codeHash, revokedAt: null, createdAt: at, createdBy: authorOf(asked) }
  const link = tidy({ kind: 'link', token: secret, ...fields, ...made })
  // The server itself opens the demo to whoever tries it.
  const wrong = wrongIn(state, link, asked.viewer === null)
  return wrong ? { ok: false, refusal: wrong } : done([written(link)])
}

/** Counts at once for everyone who came through the link. Bound to somebody else, it lets go of whoever held it. */
export function changeLink(asked: Of<'link:change'>): Decided {
  const { state, command, codeHash = null } = asked
  const refusal = refusalToManage(asked)
  if (refusal) return refusal
  const link = state.links.get(command.id)
  if (!link) return refuse('not-found')
  if (!isOpen(link)) return refuse('link-ended')
  if (typeof command.code === 'string' && codeHash === null) throw new Error('a changed code must come hashed')
  const { type: _, id: __, code, ...fields } = command
  const next = tidy({ ...link, ...given(fields), ...(code === undefined ? {} : { codeHash }) })
  const wrong = wrongIn(state, next, isOpenMainClient(link))
  if (wrong) return { ok: false, refusal: wrong }
  const rebound = next.binding === 'email' && (link.binding !== 'email' || link.email !== next.email)
  if (rebound) return done(released(state, next))
  const bound = next.binding === 'first' && link.boundTo === null ? { ...next, boundTo: firstHolder(state, link) } : next
  return done(same(link, bound) ? [] : [written(bound)])
}

/** Whoever opens it next becomes its holder. */
export function releaseLink(asked: Of<'link:release'>): Decided {
  const { state, command } = asked
  const refusal = refusalToManage(asked)
  if (refusal) return refusal
  const link = state.links.get(command.id)
  if (!link) return refuse('not-found')
  if (!isOpen(link)) return refuse('link-ended')
  return done(link.boundTo === null ? [] : released(state, link))
}

/** Ends every grant through it: a grant is worth what its link is worth. */
export function revokeLink(asked: Of<'link:revoke'>): Decided {
  const { state, command, at } = asked
  const refusal = refusalToManage(asked)
  if (refusal) return refusal
  const link = state.links.get(command.id)
  if (!link) return refuse('not-found')
  return done(isOpen(link) ? [written({ ...link, revokedAt: at })] : [])
}

/** Grants are taken back, not revoked: the former holder may open the link again like anybody. */
function released(state: GalleryState, link: Link): readonly Change[] {
  const held = [...state.grants.values()].filter((grant) => grant.link === link.id && grant.revokedAt === null)
  return [written({ ...link, boundTo: null }), ...held.map(removed)]
}

function firstHolder(state: GalleryState, link: Link): Link['boundTo'] {
  const held = [...state.grants.values()].filter((grant) => grant.link === link.id && grant.revokedAt === null)
  return held.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))[0]?.person ?? null
}

function isOpen({ revokedAt }: Link): boolean {
  return revokedAt === null
}

/** Only what means something for its role and binding is kept. */
function tidy(link: Link): Link {
  const lists = link.role === 'vendor' || link.role === 'guestEmail' || link.role === 'guestSocial'
  return {
    ...link,
    scenes: link.scenes === 'all' ? 'all' : [...new Set(link.scenes)],
    photos: lists ? [...new Set(link.photos ?? [])] : null,
    alwaysOnline: link.role === 'vendor' && link.alwaysOnline,
    boundTo: link.binding === 'open' ? null : link.boundTo,
  }
}

function isOpenMainClient({ role, binding }: Link): boolean {
  return role === 'mainClient' && binding === 'open'
}

/** A forwarded link makes nobody a main client: theirs are bound, unless `openMainClient` allows one that is not. */
function wrongIn(state: GalleryState, link: Link, openMainClient: boolean): Refusal | null {
  if (link.binding === 'email' && link.email === null) return { code: 'malformed', detail: 'email' }
  if (isOpenMainClient(link) && !openMainClient) return { code: 'malformed', detail: 'binding' }
  if (link.scenes !== 'all' && link.scenes.some((id) => !state.scenes.has(id))) return { code: 'not-found' }
  return link.photos?.some((id) => !state.photos.has(id)) ? { code: 'not-found' } : null
}
