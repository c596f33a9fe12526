/** argon2id with the library's defaults (19 MiB, two passes), as OWASP advises. */
import { hash, verify } from '@node-rs/argon2'
import type { Hashing } from './ports.ts'

/** Checks against no hash do the same work: an unknown e-mail takes as long as a wrong password. */
export function createHashing(): Hashing {
  const nobody = hash('nobody has this password')
  return {
    hash: (secret) => hash(secret),
    matches: async (kept, secret) => {
      const matched = await verify(kept ?? (await nobody), secret)
      return kept !== null && matched
    },
  }
}
