/** The store as the thread that holds the database sees it: the same methods, answering at once. */
import type { Store } from '../../ports.ts'
import type { PackedEntries } from './packed-entries.ts'

/** A part of the store without its promises. */
export type Direct<Part> = {
  readonly [Name in keyof Part]: Part[Name] extends (...args: infer Args) => Promise<infer Answer> ? (...args: Args) => Answer : never
}

export type PartName = 'streams' | 'names' | 'vault' | 'counters' | 'journal'
/** Pushes are what is kept most: they cross over packed. */
export type DirectJournal = Omit<Direct<Store['journal']>, 'append'> & {
  append(entries: PackedEntries): readonly ('ok' | 'conflict')[]
}
export type DirectStore = { readonly [Name in Exclude<PartName, 'journal'>]: Direct<Store[Name]> } & { readonly journal: DirectJournal }

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
