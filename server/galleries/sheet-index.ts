/** Which sheets with content belong to which photo and person: no walk over all sheets where one photo changed. */
import { type PersonId, type PhotoId, parseSheetId, type SheetId } from '../../common/ids.ts'

export interface SheetPlace {
  readonly id: SheetId
  readonly photo: PhotoId
  readonly audience: NonNullable<ReturnType<typeof parseSheetId>>['audience']
  /** The person of a person sheet. */
  readonly person: PersonId | null
}

export class SheetIndex {
  readonly #places = new Map<SheetId, SheetPlace>()
  readonly #byPhoto = new Map<PhotoId, SheetPlace[]>()
  readonly #byPerson = new Map<PersonId, SheetPlace[]>()

  add(id: SheetId): SheetPlace {
    const known = this.#places.get(id)
    if (known) return known
    const place = placeOf(id)
    if (!place) throw new Error('a sheet with an unreadable id')
    this.#places.set(id, place)
    into(this.#byPhoto, place.photo, place)
    if (place.person) into(this.#byPerson, place.person, place)
    return place
  }

  all(): Iterable<SheetPlace> {
    return this.#places.values()
  }

  ofPhoto(photo: PhotoId): readonly SheetPlace[] {
    return this.#byPhoto.get(photo) ?? []
  }

  ofPerson(person: PersonId): readonly SheetPlace[] {
    return this.#byPerson.get(person) ?? []
  }
}

/** Where a sheet belongs, or null if the text is no sheet id. */
export function placeOf(id: string): SheetPlace | null {
  const parsed = parseSheetId(id)
  if (!parsed) return null
  const { photo, audience } = parsed
  const person = audience.startsWith('person:') ? (audience.slice('person:'.length) as PersonId) : null
  return { id: id as SheetId, photo, audience, person }
}

function into<K>(map: Map<K, SheetPlace[]>, key: K, place: SheetPlace): void {
  const list = map.get(key)
  if (list) list.push(place)
  else map.set(key, [place])
}
