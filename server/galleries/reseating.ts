/** Team seats asked anew: scope given or taken, members removed, while they are inside. */
import type { GalleryId, PersonId } from '../../common/ids.ts'
import type { GalleriesDeps } from './deps.ts'
import type { Member } from './member.ts'
import type { OpenGallery } from './open-gallery.ts'
import type { Openings } from './openings.ts'
import { seatBehind } from './standing.ts'
import { tellMembers } from './telling.ts'

export function reseatIn(open: OpenGallery, persons: readonly PersonId[] | 'all', deps: GalleriesDeps): Promise<void> {
  if (persons === 'all') open.staff.forgetAll()
  else for (const person of persons) open.staff.forget(person)
  return open.turn.take(async () => {
    const concerned = ({ person, sits }: Member) => persons === 'all' || persons.includes(person) || persons.includes(sits.by)
    const members = [...open.everyone()].filter(concerned)
    if (members.length === 0) return
    const seats = await Promise.all(members.map(({ sits }) => seatBehind(open, { person: sits.by, as: sits.as })))
    members.forEach((member, i) => {
      member.staff = seats[i] ?? null
    })
    const still = members.filter((member) => open.knownMember(member.sits.by, member.sits.as) === member)
    tellMembers(open, still, deps.clock.now())
  })
}

/** A gallery hangs elsewhere now: scopes reach it, and what hangs below it, by other ways. */
export async function reseatTree(openings: Openings, moved: GalleryId, deps: GalleriesDeps): Promise<void> {
  const account = openings.get(moved)?.state.gallery.account
  const concerned = openings.all().filter((open) => open.state.gallery.account === account)
  await Promise.all(concerned.map((open) => reseatIn(open, 'all', deps)))
}
