/** What the server keeps with an unfinished upload: whose it is and what it becomes. Set by the server, never taken from the request. */
import type { z } from 'zod'
import { personId, versionId } from '../../common/ids.ts'
import { uploadMetadata } from '../../common/protocol/http.ts'

const binding = uploadMetadata.extend({ person: personId, version: versionId })
export type Binding = z.infer<typeof binding>

/** Null for an upload that is not there, or that this server did not begin. */
export function bindingOf(upload: { readonly metadata?: unknown } | undefined): Binding | null {
  const read = binding.safeParse(upload?.metadata)
  return read.success ? read.data : null
}
