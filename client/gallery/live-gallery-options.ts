/** What an open gallery stands on. */
import type { GalleryId } from '../../common/ids.ts'
import type { Connection } from '../net/connection.ts'
import type { WorkerMessage } from '../net/worker-messages.ts'
import type { Outbox, PageLife } from '../sheet/outbox.ts'

export interface LiveGalleryOptions {
  readonly gallery: GalleryId
  readonly connection: Connection
  readonly outbox: Outbox
  readonly life: PageLife
  /** Absent in programs without a service worker. */
  readonly tellWorker?: (message: WorkerMessage) => void
}
