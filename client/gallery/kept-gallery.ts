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

interface KeptSheet {
  readonly sheet: SheetId
  readonly bytes: Uint8Array
}

export interface KeptGallery {
  readonly person: PersonId
  /** Milliseconds since 1970, by the server's clock: as of when this is. */
  readonly at: number
  /** How far the server's clock was ahead, milliseconds. */
  readonly ahead: number
  readonly me: Joined['me']
  readonly mine: Mine
  readonly records: readonly SeenRecord[]
  readonly sheets: readonly KeptSheet[]
}

/** As it lies in the database, in a few large pieces: those are copied in a moment, ten thousand small ones hold up the page. */
interface Packed extends Omit<KeptGallery, 'records' | 'sheets'> {
  readonly shape: string
  readonly records: string
  readonly sheets: { readonly ids: string; readonly lengths: Uint32Array; readonly bytes: Uint8Array }
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

export const toKeep = (kept: KeptGallery): object =>
  ({ ...kept, shape, records: textOf(kept.records), sheets: packed(kept.sheets) }) satisfies Packed

/** Null if it is somebody else's or of another version. */
export function readKept(value: unknown, person: string | null): KeptGallery | null {
  if (typeof value !== 'object' || value === null || !('shape' in value) || value.shape !== shape) return null
  if (!('person' in value) || value.person !== person) return null
  const { shape: _, records, sheets, ...rest } = value as unknown as Packed
  return { ...rest, records: JSON.parse(records), sheets: unpacked(sheets) }
}

/** Marks come all the time, records seldom: their text is made once for as long as they are the same. */
const texts = new WeakMap<readonly SeenRecord[], string>()
function textOf(records: readonly SeenRecord[]): string {
  const text = texts.get(records) ?? JSON.stringify(records)
  texts.set(records, text)
  return text
}

function packed(sheets: readonly KeptSheet[]): Packed['sheets'] {
  const lengths = Uint32Array.from(sheets, ({ bytes }) => bytes.byteLength)
  const bytes = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0))
  let at = 0
  for (const sheet of sheets) {
    bytes.set(sheet.bytes, at)
    at += sheet.bytes.byteLength
  }
  return { ids: sheets.map(({ sheet }) => sheet).join('\n'), lengths, bytes }
}

function unpacked({ ids, lengths, bytes }: Packed['sheets']): readonly KeptSheet[] {
  if (ids === '') return []
  let at = 0
  return ids.split('\n').map((sheet, n) => {
    const from = at
    at += lengths[n] ?? 0
    return { sheet: sheet as SheetId, bytes: bytes.slice(from, at) }
  })
}
