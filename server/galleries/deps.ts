/** What galleries are given. */
import type { AccountId } from '../../common/ids.ts'
import type { Bus, Clock, Dice, Store } from '../ports.ts'
import type { Sheets } from '../sheets/api.ts'
import type { StaffSeatOf } from './api.ts'

export interface GalleriesLog {
  warn(facts: object, text: string): void
  error(facts: object, text: string): void
}

export interface GalleriesDeps {
  readonly store: Pick<Store, 'streams' | 'vault' | 'journal'>
  readonly sheets: Sheets
  readonly clock: Clock
  readonly dice: Dice
  readonly bus: Bus
  readonly staffSeat: StaffSeatOf
  /** Name of the studio, as clients read it. */
  studioName(account: AccountId): Promise<string>
  /** Hash of an access code. */
  hash(code: string): Promise<string>
  readonly log: GalleriesLog
}
