/** Sessions of express-session, kept in the vault: they outlive restarts and are shared by nodes. */
import session from 'express-session'
import type { Clock, Vault } from '../ports.ts'

/** Milliseconds a session lives after it was last extended. */
export const sessionLasts = 30 * 24 * 3_600_000

const keyOf = (sid: string): string => `session:${sid}`

export class VaultSessions extends session.Store {
  readonly #vault: Vault
  readonly #clock: Clock
  readonly #ended: (sid: string) => void

  /** `ended`: told of every session that is no more, before whoever ended it is answered. */
  constructor({ vault, clock, ended }: { vault: Vault; clock: Clock; ended: (sid: string) => void }) {
    super()
    this.#vault = vault
    this.#clock = clock
    this.#ended = ended
  }

  override get(sid: string, done: (error: unknown, kept?: session.SessionData | null) => void): void {
    this.#vault.get(keyOf(sid), this.#clock.now()).then((kept) => done(null, kept as session.SessionData | null), done)
  }

  override set(sid: string, data: session.SessionData, done?: (error?: unknown) => void): void {
    const kept: unknown = JSON.parse(JSON.stringify(data))
    this.#vault.put(keyOf(sid), kept, this.#clock.now() + sessionLasts).then(() => done?.(), done)
  }

  override destroy(sid: string, done?: (error?: unknown) => void): void {
    const dropped = this.#vault.drop(keyOf(sid)).then(() => this.#ended(sid))
    dropped.then(() => done?.(), done)
  }

  /** Which of these have not ended. */
  async standing(sids: readonly string[]): Promise<readonly string[]> {
    const keys = new Set(await this.#vault.there(sids.map(keyOf), this.#clock.now()))
    return sids.filter((sid) => keys.has(keyOf(sid)))
  }

  /** Sessions are extended by saving them once a day, not by a write for every picture. */
  override touch(_sid: string, _data: session.SessionData, done?: () => void): void {
    done?.()
  }
}
