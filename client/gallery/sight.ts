/** What is seen of a gallery now: the snapshot, folded on by what was told. */
import type { PhotoId } from '../../common/ids.ts'
import type { ToldFrame } from '../../common/protocol/live.ts'
import { type Mine, nothingMine } from '../../common/visibility/mine.ts'
import type { Seen, SeenPhoto, SeenRecord } from '../../common/visibility/seen.ts'
import { fold } from '../../common/visibility/told.ts'
import { type HiddenOverlay, indexSeen, type SeenIndex } from './seen-index.ts'

const nothing: Seen = new Map()

export interface Differences {
  readonly gone: readonly SeenPhoto[]
  readonly added: readonly PhotoId[]
  /** What this person may read may differ. */
  readonly ways: boolean
}

export class Sight {
  readonly #overlay: () => HiddenOverlay
  #mine: Mine = nothingMine
  #seen: Seen = nothing
  #index: SeenIndex | null = null
  #listed: { readonly of: Seen; readonly records: readonly SeenRecord[] } | null = null

  constructor(overlay: () => HiddenOverlay) {
    this.#overlay = overlay
  }

  index(): SeenIndex {
    this.#index ??= indexSeen(this.#seen, this.#overlay(), this.#mine)
    return this.#index
  }

  /** The overlay differs. */
  again(): void {
    this.#index = null
  }

  /** The same list for as long as nothing was told. */
  get records(): readonly SeenRecord[] {
    if (this.#listed?.of !== this.#seen) this.#listed = { of: this.#seen, records: [...this.#seen.values()] }
    return this.#listed.records
  }

  get mine(): Mine {
    return this.#mine
  }

  /** What is this person's alone. */
  own(mine: Mine): void {
    this.#mine = mine
    this.#index = null
  }

  /** A photo with the name it has in sight. */
  named(photo: PhotoId | null): { readonly photo: PhotoId | null; readonly cameraName: string | null } {
    const seen = this.#seen.get(`photo:${photo}`)
    return { photo, cameraName: seen?.kind === 'photo' ? seen.cameraName : null }
  }

  has(photo: PhotoId): boolean {
    return this.#seen.has(`photo:${photo}`)
  }

  replace(snapshot: readonly SeenRecord[]): void {
    this.#seen = new Map(snapshot.map((record) => [`${record.kind}:${record.id}`, record]))
    this.#index = null
  }

  tell({ changes }: ToldFrame): Differences {
    const gone: SeenPhoto[] = []
    const added: PhotoId[] = []
    let ways = false
    for (const change of changes) {
      if (change.type === 'removed') {
        const before = change.kind === 'photo' ? this.#seen.get(`photo:${change.id}`) : undefined
        if (before?.kind === 'photo') gone.push(before)
      } else if (change.record.kind === 'gallery') ways = true
      else if (change.record.kind === 'photo') {
        if (change.type === 'added') added.push(change.record.id)
        else if (change.record.alone !== aloneBefore(this.#seen, change.record.id)) ways = true
      }
    }
    this.#seen = fold(this.#seen, changes)
    this.#index = null
    return { gone, added, ways }
  }

  clear(): void {
    this.#seen = nothing
    this.#mine = nothingMine
    this.#index = null
  }
}

function aloneBefore(seen: Seen, photo: PhotoId): true | undefined {
  const before = seen.get(`photo:${photo}`)
  return before?.kind === 'photo' ? before.alone : undefined
}
