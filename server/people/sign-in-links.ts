/** Links that sign in once. Only a digest of the secret is kept: who reads the database cannot sign in with it. */
import { createHash } from 'node:crypto'
import { done, type Result, refuse } from '../../common/result.ts'
import type { Clock, Dice, Vault } from '../ports.ts'
import type { SignInLink } from './api.ts'

export interface SignInLinks {
  make(link: SignInLink, endsAt: number): Promise<string>
  take(secret: string, fromHere: boolean): Promise<Result<SignInLink>>
}

const keyOf = (secret: string): string => `sign-in:${createHash('sha256').update(secret).digest('base64url')}`

export function createSignInLinks({
  vault,
  clock,
  dice,
}: {
  readonly vault: Vault
  readonly clock: Clock
  readonly dice: Dice
}): SignInLinks {
  return {
    make: async (link, endsAt) => {
      const secret = dice.secret()
      await vault.put(keyOf(secret), link, endsAt)
      return secret
    },
    take: async (secret, fromHere) => {
      const key = keyOf(secret)
      const waiting = (await vault.get(key, clock.now())) as SignInLink | null
      if (!waiting) return refuse('link-ended')
      if (waiting.local && !fromHere) return refuse('not-found')
      const taken = (await vault.take(key, clock.now())) as SignInLink | null
      return taken ? done(taken) : refuse('link-ended')
    },
  }
}
