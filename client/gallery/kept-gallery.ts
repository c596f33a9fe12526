/** What a person last saw of a gallery, kept so that it opens without a connection. */
import type { PersonId, SheetId } from '../../common/ids.ts'
import { protocol } from '../../common/limits.ts'
import type { Joined } from '../../common/protocol/live.ts'
import type { Mine } from '../../common/visibility/mine.ts'
import type { SeenRecord } from '../../common/visibility/seen.ts'
import type { ServerClock } from '../net/server-clock.ts'
import type { SheetDesk } from '../sheet/sheet-desk.ts'
import type { Sight } from './sight.ts'

/** What the records look like is known to the build that kept them; what another build kept is not read. */
const shape = `${protocol}/${import.meta.env?.VITE_BUILD ?? 'source'}`

export interface KeptGallery {
  readonly person: PersonId
  /** Milliseconds since 1970, by the server's clock: as of when this is. */
  readonly at: number
  /** How far the server's clock was ahead, milliseconds. */
  readonly ahead: number
  readonly me: Joined['me']
  readonly mine: Mine
  readonly records: readonly SeenRecord[]
  readonly sheets: readonly { readonly sheet: SheetId; readonly bytes: Uint8Array }[]
}

/** What there is to keep: only what the server has sent whole; own acts are kept apart. */
export function keepable(
  { sight, desk, level }: { readonly sight: Sight; readonly desk: SheetDesk; level(): boolean },
  me: Joined['me'] | null,
  clock: ServerClock,
): KeptGallery | null {
  if (!me || !level()) return null
  const { records, mine } = sight
  return { person: me.person, at: clock.now(), ahead: clock.ahead, me, mine, records, sheets: desk.states() }
}

export const toKeep = (kept: KeptGallery): object => ({ shape, ...kept })

/** Null if it is somebody else's or of another version. */
export function readKept(value: unknown, person: string | null): KeptGallery | null {
  if (typeof value !== 'object' || value === null || !('shape' in value) || value.shape !== shape) return null
  if (!('person' in value) || value.person !== person) return null
  return value as unknown as KeptGallery
}
