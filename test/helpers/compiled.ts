/** Children compile the same sources again and again: what one of them compiled, the next one reads. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const compiled = { NODE_COMPILE_CACHE: join(tmpdir(), 'proofroom-compiled') } as const
