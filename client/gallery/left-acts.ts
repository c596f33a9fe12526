/** Acts of pages that were closed before they were saved: kept apart until the gallery is known well enough to do them. */
import type { PersonId, PhotoId } from '../../common/ids.ts'
import { placeOf } from '../sheet/audience.ts'
import type { Outbox } from '../sheet/outbox.ts'
import type { CommandEntry, OutboxEntry, ReadingEntry, SheetEntry } from '../sheet/outbox-entry.ts'
import { type HideEntry, isHide } from './hide-queue.ts'

export class LeftActs {
  readonly #outbox: Outbox
  #entries: OutboxEntry[] = []

  constructor(outbox: Outbox) {
    this.#outbox = outbox
  }

  get none(): boolean {
    return this.#entries.length === 0
  }

  /** Acts somebody waits for. */
  get entries(): readonly (SheetEntry | CommandEntry)[] {
    return this.#entries.filter((entry) => entry.kind !== 'read')
  }

  /** With every connection: another page may have gone since. `found` is called when they are here. */
  adopt(person: PersonId, found: (entries: readonly OutboxEntry[]) => void): void {
    void this.#outbox.adopt(person).then((entries) => {
      this.#entries.push(...entries)
      if (entries.length > 0) found(entries)
    })
  }

  /** None of them will be done. */
  giveUp(): readonly OutboxEntry[] {
    return this.#entries.splice(0)
  }

  /** All of them, once. Those on photos out of sight are given up, or wait on if what is in sight is `old`. */
  take(
    isSeen: (photo: PhotoId) => boolean,
    { old }: { readonly old: boolean },
  ): {
    readonly sheets: readonly SheetEntry[]
    readonly hides: readonly HideEntry[]
    readonly reads: readonly ReadingEntry[]
    readonly lost: readonly SheetEntry[]
  } {
    const entries = this.#entries.splice(0)
    const sheets = entries.filter((entry) => entry.kind === 'sheet')
    const lost = sheets.filter(({ sheet }) => !isSeen(placeOf(sheet).photo))
    if (old) this.#entries.push(...lost)
    else this.#outbox.remove(lost.map(({ order }) => order))
    const reads = entries.filter((entry) => entry.kind === 'read')
    return { sheets: sheets.filter((entry) => !lost.includes(entry)), hides: entries.filter(isHide), reads, lost: old ? [] : lost }
  }
}
