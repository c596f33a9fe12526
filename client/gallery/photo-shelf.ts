/** Marks and words of photos, worked out when somebody looks and kept until they change. */
import type { PhotoId } from '../../common/ids.ts'
import type { SheetDesk } from '../sheet/sheet-desk.ts'
import type { Actor } from './acts.ts'
import type { PhotoMarks, PhotoTalk } from './gallery-view.ts'
import { Listeners, ListenersBy } from './listeners.ts'
import type { ReadMarks } from './read-marks.ts'
import { marksOf, noMarks, noTalk, type Reader, sameMarks, talkOf } from './summary.ts'

interface Known {
  marks: PhotoMarks | null
  talk: PhotoTalk | null
  /** The last marks shown: the same object again when nothing differs. */
  last: PhotoMarks | null
}

export class PhotoShelf {
  readonly #actor: () => Actor | null
  readonly #desk: SheetDesk
  readonly #reads: Pick<ReadMarks, 'reading'>
  readonly #known = new Map<PhotoId, Known>()
  readonly #listeners = new ListenersBy<PhotoId>()
  readonly #all = new Listeners<[PhotoId | null, boolean]>()
  #changes = 0

  constructor(actor: () => Actor | null, desk: SheetDesk, reads: Pick<ReadMarks, 'reading'>) {
    this.#actor = actor
    this.#reads = reads
    this.#desk = desk
  }

  marks(photo: PhotoId): PhotoMarks {
    const known = this.#knownOf(photo)
    if (known.marks) return known.marks
    const actor = this.#actor()
    const sheets = actor ? this.#desk.contents(photo) : []
    const waiting = this.#desk.waitsOn(photo)
    const fresh = actor && (sheets.length > 0 || waiting) ? marksOf(sheets, this.#reader(actor), waiting) : noMarks
    known.marks = known.last && sameMarks(known.last, fresh) ? known.last : fresh
    known.last = known.marks
    return known.marks
  }

  talk(photo: PhotoId): PhotoTalk {
    const known = this.#knownOf(photo)
    const actor = this.#actor()
    known.talk ??= actor ? talkOf(this.#desk.contents(photo), this.#reader(actor)) : noTalk
    return known.talk
  }

  listen(photo: PhotoId, listener: () => void): () => void {
    return this.#listeners.add(photo, listener)
  }

  /** Told after a photo's marks or words may have changed; null: any photo's. `read`: only what this person has read of them. */
  listenAll(listener: (photo: PhotoId | null, read?: boolean) => void): () => void {
    return this.#all.add(listener)
  }

  /** How often anything changed: whoever begins to listen sees by it what they missed. */
  get changes(): number {
    return this.#changes
  }

  /** Null: the reader's own standing may have changed. All is worked out anew, and shown anew only where it differs. */
  changed(photo: PhotoId | null, read = false): void {
    this.#changes++
    for (const known of photo === null ? this.#known.values() : [this.#known.get(photo)]) {
      if (!known) continue
      known.marks = null
      known.talk = null
    }
    if (photo === null) this.#listeners.tellAll()
    else this.#listeners.tell(photo)
    this.#all.tell(photo, read)
  }

  #reader(actor: Actor): Reader {
    return { ...actor, reading: this.#reads.reading }
  }

  #knownOf(photo: PhotoId): Known {
    const known = this.#known.get(photo) ?? { marks: null, talk: null, last: null }
    this.#known.set(photo, known)
    return known
  }
}
