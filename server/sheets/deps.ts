/** What sheets are given. */
import type { Clock, Counters, Dice, Journal } from '../ports.ts'

export interface SheetsLog {
  warn(facts: object, text: string): void
  error(facts: object, text: string): void
}

export interface SheetsDeps {
  readonly journal: Journal
  readonly counters: Counters
  readonly clock: Clock
  readonly dice: Dice
  readonly log: SheetsLog
}
