/** What a person holds in a gallery at a moment: grants with the terms of their links folded in, ended ones left out. */
import type { Gallery, GalleryState, Grant, Terms } from '../gallery/model.ts'
import type { PersonId } from '../ids.ts'
import { termsDays } from '../limits.ts'
import type { EffectiveGrant } from './viewer.ts'

const dayMs = 24 * 60 * 60_000
const termsMs = termsDays * dayMs

/** The grants that count for this person at `now`. A moment of ending belongs to the time after it. */
export function effectiveGrants(state: GalleryState, person: PersonId, now: number): readonly EffectiveGrant[] {
  const effective: EffectiveGrant[] = []
  for (const grant of state.grants.values()) {
    if (grant.person !== person || grant.revokedAt !== null) continue
    const terms = grant.link === null ? grant.terms : heldTerms(state, grant, now)
    if (!terms || (isOver(state.gallery, now) && !worksOffline(terms))) continue
    effective.push(effectiveOf(terms, grant, now))
  }
  return effective
}

/** The first moment after `now` at which time alone changes what somebody sees; Infinity if there is none. */
export function nextChangeAt(state: GalleryState, now: number): number {
  let next = Number.POSITIVE_INFINITY
  const consider = (at: number | null) => {
    if (at !== null && at > now && at < next) next = at
  }
  if (state.gallery.status === 'online') consider(state.gallery.expiresAt)
  for (const link of state.links.values()) if (link.revokedAt === null) consider(link.expiresAt)
  for (const grant of state.grants.values()) {
    if (grant.revokedAt === null && grant.termsAcceptedAt !== null) consider(grant.termsAcceptedAt + termsMs)
  }
  return next
}

/** What a grant says, whether it has ended or not: for knowing somebody again whose words are still there. */
export function termsOf(state: GalleryState, grant: Grant): Terms | null {
  return grant.link === null ? grant.terms : (state.links.get(grant.link) ?? null)
}

/** Only a vendor can have terms that outlast the gallery's being online. */
export function worksOffline(terms: Pick<Terms, 'role' | 'alwaysOnline'>): boolean {
  return terms.role === 'vendor' && terms.alwaysOnline
}

/** As it will be once it is online: whoever holds something then holds it in this state. */
export function onceOnline(state: GalleryState): GalleryState {
  return { ...state, gallery: { ...state.gallery, status: 'online', expiresAt: null } }
}

/** Its end has not come, also where nobody wrote so yet. */
export function isOnline({ gallery: { status, expiresAt } }: GalleryState, now: number): boolean {
  return status === 'online' && (expiresAt === null || expiresAt > now)
}

function heldTerms(state: GalleryState, grant: Grant, now: number): Terms | null {
  const link = grant.link === null ? undefined : state.links.get(grant.link)
  if (!link || link.revokedAt !== null) return null
  if (link.expiresAt !== null && link.expiresAt <= now) return null
  if (link.binding !== 'open' && link.boundTo !== grant.person) return null
  return link
}

/** Of a gallery that is closed anyway grants stay what they are: whoever holds one learns that it is closed, not that it is gone. */
function isOver(gallery: Gallery, now: number): boolean {
  return gallery.status === 'online' && gallery.expiresAt !== null && gallery.expiresAt <= now
}

function effectiveOf(terms: Terms, grant: Grant, now: number): EffectiveGrant {
  const { role, scenes, photos, rights, feedback, alwaysOnline } = terms
  return { role, scenes, photos, rights, feedback, alwaysOnline, termsHold: role !== 'vendor' || acceptedLately(grant, now) }
}

function acceptedLately({ termsAcceptedAt }: Grant, now: number): boolean {
  return termsAcceptedAt !== null && now < termsAcceptedAt + termsMs
}
