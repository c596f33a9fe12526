/** A gallery that knows its people: two of three may be called by name on the shared sheet, the studio alone on its own. */
import type { GalleryState, Grant, Guest } from '../../common/gallery/model.ts'
import type { GrantId, PersonId, SheetId } from '../../common/ids.ts'
import { anna, bert, galleryState, id, pia, start, team } from '../server/sheets/studio.ts'

const guest = (person: PersonId, staff: boolean): [PersonId, Guest] => [
  person,
  { kind: 'guest', id: person, name: 'Somebody', email: null, staff, firstAt: start, lastAt: start, visits: 1 },
]

function grant(person: PersonId, comment: 'none' | 'edit'): [GrantId, Grant] {
  const own = id<GrantId>('r', person.slice(2, 6))
  const terms = { role: 'mainClient', scenes: 'all', photos: null, rights: { comment }, feedback: null, alwaysOnline: false } as const
  return [own, { kind: 'grant', id: own, person, link: null, terms, termsAcceptedAt: null, revokedAt: null, createdAt: start }]
}

export const acquainted = (): GalleryState => ({
  ...galleryState(),
  guests: new Map([guest(anna, false), guest(bert, false), guest(pia, true)]),
  grants: new Map([grant(anna, 'edit'), grant(bert, 'none')]),
})

export const callableOn = (sheet: SheetId): readonly PersonId[] => (sheet === team ? [pia] : [anna, pia])
