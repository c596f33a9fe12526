/** Light clients of the three protocols. Each knows when its own push was taken, and when somebody's push arrived. */

/** Names a push at whoever receives it. */
export type PushKey = string

export interface LoadClient {
  /** Resolves when everything is here: bytes received for it. */
  readonly joined: number
  /** Sends one change of photo `n` at once; resolves when the server has taken it (ours: durably). */
  push(n: number): { readonly key: PushKey; readonly taken: Promise<void> }
  /** Called for each push of anyone that arrives, own ones included where the protocol echoes them. */
  onArrival(listener: (key: PushKey) => void): void
  close(): void
}

export interface Joining {
  readonly port: number
  /** 1 … 50. */
  readonly person: number
  readonly sheets: number
}

export type Connect = (joining: Joining) => Promise<LoadClient>

/** Resolvers by key, for answers that come later. */
export class Expected {
  readonly #waiting = new Map<PushKey, () => void>()
  wait(key: PushKey): Promise<void> {
    return new Promise((resolve) => this.#waiting.set(key, resolve))
  }
  meet(key: PushKey): void {
    this.#waiting.get(key)?.()
    this.#waiting.delete(key)
  }
}
