/** What the demo is given: it comes in by the same doors as everybody's galleries. */
import type { Galleries } from '../galleries/api.ts'
import type { Ingest } from '../ingest/ingest.ts'
import type { People } from '../people/api.ts'
import type { Clock, Store } from '../ports.ts'

export interface DemoDeps {
  readonly store: Pick<Store, 'streams' | 'names'>
  readonly galleries: Galleries
  readonly people: Pick<People, 'makeSignInLink'>
  readonly ingest: Pick<Ingest, 'accept' | 'idle'>
  readonly clock: Clock
  /** The project's `demo`. */
  readonly folder: string
  /** Where copies of the photographs wait for ingest, on the same disk as the originals. */
  readonly staging: string
  /** Tells whoever waits what is being done. */
  say(line: string): void
}
