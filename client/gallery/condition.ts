/** How the connection looks to a person: short breaks are no news, long ones are. */
import type { Refusal } from '../../common/result.ts'
import type { ServerClock } from '../net/server-clock.ts'
import type { GalleryCondition } from './gallery-view.ts'

/** Milliseconds a break lasts before it is called offline. */
const offlineAfter = 4_000

export class Condition {
  readonly #changed: () => void
  readonly #clock: ServerClock
  #shown: GalleryCondition = 'loading'
  #refusal: Refusal | null = null
  #asOf: number | null = null
  /** This gallery was open to this person, now or when it was kept. */
  #known = false
  #keeps = true
  #whole = false
  #since: number | null = null
  readonly #unsettled: ((shown: GalleryCondition) => void)[] = []
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(changed: () => void, clock: ServerClock) {
    this.#changed = changed
    this.#clock = clock
  }

  get shown(): GalleryCondition {
    return this.#shown
  }

  get refusal(): Refusal | null {
    return this.#refusal
  }

  /** What is shown was kept then (server's clock); null: it came over this connection. */
  get asOf(): number | null {
    return this.#asOf
  }

  /** When the connection was lost, by the server's clock; null: it stands, or there never was one. */
  get since(): number | null {
    return this.#since
  }

  /** What waits is kept in this browser; false: only as long as this page is open. */
  get keeps(): boolean {
    return this.#keeps
  }

  /** All marks and words of the join have come, or what was kept of them: a photo without any has none. */
  get whole(): boolean {
    return this.#whole
  }

  caughtUp(): void {
    this.#whole = true
  }

  kept(keeps: boolean): void {
    if (this.#keeps === keeps) return
    this.#keeps = keeps
    this.#changed()
  }

  opened(): void {
    this.#asOf = null
    this.#known = true
    this.#since = null
    this.#show('open', null)
  }

  /** Never connected: what is shown was kept, or there is nothing to show. `waits`: nothing failed yet, and an answer may come any moment. */
  apart(asOf: number | null, waits: boolean): void {
    if (this.#shown !== 'loading') return
    this.#asOf = asOf
    this.#known = asOf !== null
    this.#whole ||= this.#known
    if (waits) this.#connecting()
    else this.#show('offline', null)
  }

  /** The first connection failed. */
  failed(): void {
    if (this.#shown === 'reconnecting' && this.#since === null) this.#show('offline', null)
  }

  broke(): void {
    if (this.#shown !== 'open') return
    this.#since = this.#clock.now()
    this.#connecting()
  }

  #connecting(): void {
    this.#show('reconnecting', null)
    this.#timer = setTimeout(() => this.#show('offline', null), offlineAfter)
  }

  ended(refusal: Refusal): void {
    if (refusal.code === 'upgrade-required') this.#show('upgrade', refusal)
    else if (refusal.code === 'revoked' || (refusal.code === 'not-found' && this.#known)) this.#show('revoked', refusal)
    else this.#show('ended', refusal)
  }

  /** What it is as soon as that is known: a connection that may come at any moment is waited for, until it is called offline. */
  settled(): Promise<GalleryCondition> {
    if (this.#shown !== 'reconnecting') return Promise.resolve(this.#shown)
    return new Promise((resolve) => this.#unsettled.push(resolve))
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }

  #show(shown: GalleryCondition, refusal: Refusal | null): void {
    this.stop()
    this.#shown = shown
    this.#refusal = refusal
    this.#changed()
    if (shown !== 'reconnecting') for (const settle of this.#unsettled.splice(0)) settle(shown)
  }
}
