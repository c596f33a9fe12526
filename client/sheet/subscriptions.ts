/** The subscription this page holds of each sheet: the last one given, to the sheet, to its photo, or to everything at the join. */
import type { PhotoId, SheetId } from '../../common/ids.ts'
import type { SheetPlace } from './audience.ts'

export class Subscriptions {
  #join = 0
  readonly #photos = new Map<PhotoId, number>()
  readonly #sheets = new Map<SheetId, { readonly photo: PhotoId; readonly sub: number }>()

  joined(sub: number): void {
    this.#join = sub
    this.#photos.clear()
    this.#sheets.clear()
  }

  givePhoto(photo: PhotoId, sub: number): void {
    this.#photos.set(photo, sub)
    for (const [sheet, given] of this.#sheets) if (given.photo === photo) this.#sheets.delete(sheet)
  }

  giveSheet({ id, photo }: SheetPlace, sub: number): void {
    this.#sheets.set(id, { photo, sub })
  }

  of({ id, photo }: SheetPlace): number {
    return this.#sheets.get(id)?.sub ?? this.#photos.get(photo) ?? this.#join
  }
}
