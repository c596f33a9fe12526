/** Connections that stand on a session end with it, wherever it was ended: here at once, on other nodes by a hint or within a second. */
import type { Bus, Clock } from '../ports.ts'

export interface OpenSessionsDeps {
  /** Which of these sessions still stand. */
  standing(sessions: readonly string[]): Promise<readonly string[]>
  readonly bus: Bus
  readonly clock: Clock
  readonly log: { warn(facts: object, text: string): void }
}

/** Milliseconds between looks at sessions another node may have ended. */
const lookEvery = 1_000
/** Milliseconds a session is remembered as ended: longer than anybody takes to be let in. */
const remembered = 60_000

export class OpenSessions {
  readonly #deps: OpenSessionsDeps
  readonly #held = new Map<string, Set<() => void>>()
  /** When sessions ended, for connections that were being let in. */
  readonly #ended = new Map<string, number>()
  readonly #timer: NodeJS.Timeout
  readonly #deaf: () => void
  #looking = false
  /** The last look failed, and that was said. */
  #blind = false

  constructor(deps: OpenSessionsDeps) {
    this.#deps = deps
    this.#timer = setInterval(() => void this.#look([...this.#held.keys()]), lookEvery)
    this.#timer.unref()
    this.#deaf = deps.bus.listen((hint) => {
      if (hint.type === 'session' && this.#held.has(hint.session)) void this.#look([hint.session])
    })
  }

  /** `end` is called once when the session is over, at once if it already is. Returns how to let go. */
  hold(session: string, end: () => void): () => void {
    if (this.#ended.has(session)) {
      end()
      return () => undefined
    }
    const ends = this.#held.get(session) ?? new Set()
    this.#held.set(session, ends.add(end))
    return () => {
      ends.delete(end)
      if (ends.size === 0 && this.#held.get(session) === ends) this.#held.delete(session)
    }
  }

  /** It was ended on this node. */
  over(session: string): void {
    this.#end(session)
    this.#deps.bus.say({ type: 'session', session })
  }

  close(): void {
    clearInterval(this.#timer)
    this.#deaf()
    this.#held.clear()
  }

  #end(session: string): void {
    const now = this.#deps.clock.now()
    for (const [old, at] of this.#ended) if (at + remembered < now) this.#ended.delete(old)
    this.#ended.set(session, now)
    const ends = this.#held.get(session) ?? []
    this.#held.delete(session)
    for (const end of ends) end()
  }

  /** One look at a time: while the database does not answer, nobody is shown out. */
  async #look(sessions: readonly string[]): Promise<void> {
    if (sessions.length === 0 || this.#looking) return
    this.#looking = true
    try {
      const standing = new Set(await this.#deps.standing(sessions))
      this.#blind = false
      for (const session of sessions) if (!standing.has(session) && this.#held.has(session)) this.#end(session)
    } catch (fault) {
      if (!this.#blind) this.#deps.log.warn({ err: fault }, 'sessions could not be looked at')
      this.#blind = true
    } finally {
      this.#looking = false
    }
  }
}
