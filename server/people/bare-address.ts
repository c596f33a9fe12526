/** The bare address of a gallery: of a public one it lets in whoever says a name; of any other it says what a missing one says. */
import type { GalleryId, GrantId, PersonId } from '../../common/ids.ts'
import { done, type Result, refuse } from '../../common/result.ts'
import { loadAccount } from './accounts.ts'
import type { EnterGallery, LinkOpened } from './api.ts'
import type { PeopleDeps } from './deps.ts'
import { addVisitor, loadPerson } from './persons.ts'

export async function enterGallery(deps: PeopleDeps, { gallery, name, person }: EnterGallery): Promise<Result<LinkOpened>> {
  const state = await deps.galleries.state(gallery)
  if (!state) return refuse('not-found')
  const known = person && (await loadPerson(deps.store, person))
  if (known && (await isInside(deps, known.person.id, gallery))) return done({ opened: { gallery }, person: known.person.id })
  const { private: isPrivate, status, expiresAt, account, name: title } = state.gallery
  const open = status === 'online' && (expiresAt === null || expiresAt > deps.clock.now())
  if (isPrivate || !open) return refuse('not-found')
  // Who was shown out, or came by a link that has ended, does not slip in again beside it.
  if (known && [...state.grants.values()].some((grant) => grant.person === known.person.id)) return refuse('revoked')
  if (known) return enter(deps, gallery, known.person)
  if (name !== null) return enter(deps, gallery, await addVisitor(deps, name, null))
  const studio = (await loadAccount(deps.store, account))?.name ?? ''
  return done({ opened: { needs: 'name', gallery: null, hint: null, studio, title }, person: null })
}

async function isInside({ galleries }: PeopleDeps, person: PersonId, gallery: GalleryId): Promise<boolean> {
  const viewer = await galleries.viewer(person, gallery)
  return viewer !== null && (viewer.staff?.inScope === true || viewer.grants.length > 0)
}

async function enter(
  deps: PeopleDeps,
  gallery: GalleryId,
  { id: person, name, email }: { readonly id: PersonId; readonly name: string; readonly email: string | null },
): Promise<Result<LinkOpened>> {
  const command = { type: 'guest:enter', person, name, email, staff: false, link: null, grant: deps.dice.id('grant') as GrantId } as const
  const entered = await deps.galleries.perform({ gallery, by: null, commandId: null, command })
  return entered.ok ? done({ opened: { gallery }, person }) : entered
}
