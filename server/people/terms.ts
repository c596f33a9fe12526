/** A vendor's terms: what is asked, and their acceptance. Whoever holds no vendor's grant finds nothing here. */
import type { GalleryState, Grant } from '../../common/gallery/model.ts'
import type { GalleryId, PersonId } from '../../common/ids.ts'
import { termsDays } from '../../common/limits.ts'
import type { VendorTerms } from '../../common/protocol/http.ts'
import { done, type Result, refuse } from '../../common/result.ts'
import { termsOf } from '../../common/visibility/grants.ts'
import { awaitsTerms, countingGrants } from '../../common/visibility/see.ts'
import type { Subject } from '../../common/visibility/view-as.ts'
import { loadAccount } from './accounts.ts'
import type { PeopleDeps } from './deps.ts'

/** As whom staff look; null for whoever asks for themselves. */
interface Asker {
  readonly person: PersonId
  readonly as: Subject | null
}

interface Asked {
  readonly state: GalleryState
  readonly person: PersonId
  /** Not accepted yet, or too long ago. */
  readonly open: boolean
}

export async function termsFor(deps: PeopleDeps, asker: Asker, gallery: GalleryId): Promise<Result<VendorTerms>> {
  const asked = await askedOf(deps, asker, gallery)
  if (!asked) return refuse('not-found')
  const { account, name: title } = asked.state.gallery
  const studio = (await loadAccount(deps.store, account))?.name ?? ''
  return done({ studio, title, name: asked.state.guests.get(asked.person)?.name ?? '', days: termsDays })
}

export async function acceptTerms(deps: PeopleDeps, person: PersonId, gallery: GalleryId): Promise<Result<void>> {
  const asked = await askedOf(deps, { person, as: null }, gallery)
  if (!asked) return refuse('not-found')
  if (!asked.open) return done(undefined)
  for (const { id: grant } of vendorGrants(asked.state, person)) {
    const command = { type: 'terms:accept', person, grant } as const
    const accepted = await deps.galleries.perform({ gallery, by: null, commandId: null, command })
    if (!accepted.ok) return accepted
  }
  return done(undefined)
}

async function askedOf({ galleries }: PeopleDeps, { person, as }: Asker, gallery: GalleryId): Promise<Asked | null> {
  const state = await galleries.state(gallery)
  const viewer = await galleries.viewer(person, gallery, as ?? undefined)
  if (!state || !viewer) return null
  const open = awaitsTerms(viewer, state)
  return open || countingGrants(viewer, state).some(({ role }) => role === 'vendor') ? { state, person: viewer.person, open } : null
}

function vendorGrants(state: GalleryState, person: PersonId): readonly Grant[] {
  return [...state.grants.values()].filter(
    (grant) => grant.person === person && grant.revokedAt === null && termsOf(state, grant)?.role === 'vendor',
  )
}
