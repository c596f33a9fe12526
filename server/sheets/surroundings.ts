/** What a sheet asks of the gallery it belongs to. */
import type { PersonId } from '../../common/ids.ts'
import type { SheetsLog } from './deps.ts'
import type { Durable } from './durable.ts'
import type { Update } from './flusher.ts'
import type { MendAsk } from './mend.ts'
import type { Sheet } from './sheet.ts'

export interface SheetSurroundings {
  readonly log: SheetsLog
  now(): number
  ownerOf(client: number): PersonId | null
  /** Something is to be flushed. */
  mark(sheet: Sheet): void
  /** The sheet holds a document: sheets unused for longest let go of theirs. */
  used(sheet: Sheet): void
  tell(updates: readonly Update[]): void
  wantsFold(durable: Durable, structs: number): boolean
  /** Keeps a snapshot when enough entries have gathered; does not wait for it. */
  snapshot(sheet: Sheet): void
  mend(ask: MendAsk): Promise<readonly Update[]>
}
