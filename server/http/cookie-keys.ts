/** Keys that sign visitors' cookies. A new one every quarter; the first node to write it makes it for all. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Clock, Dice, Names } from '../ports.ts'

/** Milliseconds a key signs new cookies. */
const period = 90 * 24 * 3_600_000
/** Older keys still believed: with the current one, more than a visitor cookie lasts. */
const keptPeriods = 4

export class CookieKeys {
  #keys = new Map<number, string>()
  readonly #names: Names
  readonly #clock: Clock
  readonly #dice: Dice

  constructor({ names, clock, dice }: { readonly names: Names; readonly clock: Clock; readonly dice: Dice }) {
    this.#names = names
    this.#clock = clock
    this.#dice = dice
  }

  /** Reads the keys and makes this period's and the next. Call at the start and now and then. */
  async refresh(): Promise<void> {
    const now = this.#period()
    const keys = new Map<number, string>()
    for (let at = now - keptPeriods; at <= now + 1; at++) {
      const key = at < now ? await this.#names.owner(`cookie-key:${at}`) : await this.#make(at)
      if (key !== null) keys.set(at, key)
    }
    this.#keys = keys
  }

  /** `<value>.<period>.<signature>`. */
  sign(value: string): string {
    const at = this.#period()
    return `${value}.${at}.${this.#signature(value, at)}`
  }

  /** The value, and whether it was signed with a key that will soon be forgotten; null if it was not signed here. */
  read(signed: string): { readonly value: string; readonly old: boolean } | null {
    const [value, at, signature, ...more] = signed.split('.')
    if (!value || !at || !signature || more.length > 0 || !this.#keys.has(Number(at))) return null
    const expected = Buffer.from(this.#signature(value, Number(at)))
    const given = Buffer.from(signature)
    if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null
    return { value, old: Number(at) < this.#period() }
  }

  #signature(value: string, at: number): string {
    const key = this.#keys.get(at)
    if (key === undefined) throw new Error('the cookie keys were not refreshed in time')
    return createHmac('sha256', key).update(`visitor.${value}.${at}`).digest('base64url')
  }

  async #make(at: number): Promise<string | null> {
    const name = `cookie-key:${at}`
    const fresh = this.#dice.secret()
    return (await this.#names.reserve(name, fresh)) ? fresh : this.#names.owner(name)
  }

  #period(): number {
    return Math.floor(this.#clock.now() / period)
  }
}

/**
 * A key made once and kept for good, for what is secret or short-lived itself: ids of sessions, tokens of sheets. Whoever reads the
 * database reads it too.
 */
export async function keptKey(names: Names, dice: Dice, name: 'session-key' | 'sheet-token-key'): Promise<string> {
  const fresh = dice.secret()
  if (await names.reserve(name, fresh)) return fresh
  return (await names.owner(name)) ?? fresh
}
