/** The server's own commands, given again while the database does not answer. */
import { setTimeout as pause } from 'node:timers/promises'
import type { SystemCommand } from '../../common/gallery/commands.ts'
import type { GalleryId } from '../../common/ids.ts'
import type { Result } from '../../common/result.ts'
import type { IngestDeps } from './ingest.ts'

/** Milliseconds between tries: together longer than a database needs to come back. */
const pauses = [250, 500, 1_000, 2_000, 4_000, 8_000, 8_000]

export async function durably(deps: IngestDeps, gallery: GalleryId, command: SystemCommand): Promise<Result<unknown>> {
  const give = () => deps.galleries.perform({ gallery, by: null, commandId: null, command })
  for (const wait of pauses) {
    const answer = await give()
    if (answer.ok || answer.refusal.code !== 'retry') return answer
    await pause(wait)
  }
  return give()
}
