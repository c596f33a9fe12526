/** What an open gallery stands on. */
import type { GalleryId, PersonId } from '../../common/ids.ts'
import type { Connection } from '../net/connection.ts'
import type { ServerClock } from '../net/server-clock.ts'
import type { WorkerMessage } from '../net/worker-messages.ts'
import type { Outbox, PageLife } from '../sheet/outbox.ts'

export interface LiveGalleryOptions {
  readonly gallery: GalleryId
  readonly connection: Connection
  readonly outbox: Outbox
  readonly life: PageLife
  /** Whom the server knows here, asked when a gallery is shut before anybody came in; null if that cannot be said. */
  readonly whoNow: () => Promise<PersonId | null>
  /** Absent: the page's own. */
  readonly clock?: ServerClock
  /** Absent in programs without a service worker; null: nothing of it stays in this browser. */
  readonly tellWorker?: ((message: WorkerMessage) => void) | null
}
