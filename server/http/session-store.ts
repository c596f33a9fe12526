/** Sessions of express-session, kept in the vault: they outlive restarts and are shared by nodes. */
import session from 'express-session'
import type { Clock, Vault } from '../ports.ts'

/** Milliseconds a session lives after it was last extended. */
export const sessionLasts = 30 * 24 * 3_600_000

const keyOf = (sid: string): string => `session:${sid}`

export class VaultSessions extends session.Store {
  readonly #vault: Vault
  readonly #clock: Clock

  constructor(vault: Vault, clock: Clock) {
    super()
    this.#vault = vault
    this.#clock = clock
  }

  override get(sid: string, done: (error: unknown, kept?: session.SessionData | null) => void): void {
    this.#vault.get(keyOf(sid), this.#clock.now()).then((kept) => done(null, kept as session.SessionData | null), done)
  }

  override set(sid: string, data: session.SessionData, done?: (error?: unknown) => void): void {
    const kept: unknown = JSON.parse(JSON.stringify(data))
    this.#vault.put(keyOf(sid), kept, this.#clock.now() + sessionLasts).then(() => done?.(), done)
  }

  override destroy(sid: string, done?: (error?: unknown) => void): void {
    this.#vault.drop(keyOf(sid)).then(() => done?.(), done)
  }

  /** Sessions are extended by saving them once a day, not by a write for every picture. */
  override touch(_sid: string, _data: session.SessionData, done?: () => void): void {
    done?.()
  }
}
