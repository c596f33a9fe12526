/** The store as the thread that holds the database sees it: the same methods, answering at once. */
import type { Store } from '../../ports.ts'

/** A part of the store without its promises. */
export type Direct<Part> = {
  readonly [Name in keyof Part]: Part[Name] extends (...args: infer Args) => Promise<infer Answer> ? (...args: Args) => Answer : never
}

export type PartName = 'streams' | 'names' | 'vault' | 'counters' | 'journal'
export type DirectStore = { readonly [Name in PartName]: Direct<Store[Name]> }

/** A method called across threads, numbered so that its answer finds the caller. */
export interface Ask {
  readonly n: number
  readonly part: PartName
  readonly method: string
  readonly args: readonly unknown[]
}

export type Answer =
  | { readonly n: number; readonly ok: true; readonly value: unknown }
  | { readonly n: number; readonly ok: false; readonly message: string; readonly code: string }

/** What the database thread says: it holds the database, it could not open it, or answers of one group, all durable. */
export type Said =
  | { readonly type: 'open' }
  | { readonly type: 'failed'; readonly message: string }
  | { readonly type: 'answers'; readonly answers: readonly Answer[] }
