/** The near end of the database thread: asks go out at once, answers come back in groups. */
import { Worker } from 'node:worker_threads'
import { storeUnavailable } from '../shelf-fault.ts'
import type { Answer, Ask, DirectStore, PartName, Said } from './direct.ts'

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/** SQLite codes that say "not now" rather than "wrong". */
const notNow = /^SQLITE_(BUSY|FULL|IOERR|CANTOPEN|READONLY|LOCKED|NOMEM)/

export class Remote {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  readonly #opened: Promise<void>
  #asked = 0
  #gone: Error | null = null

  constructor(folder: string) {
    this.#worker = new Worker(new URL('./thread.ts', import.meta.url), { workerData: folder, name: 'sqlite' })
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.#opened = promise
    this.#worker.on('message', (said: Said) => {
      if (said.type === 'open') resolve()
      else if (said.type === 'failed') reject(new Error(`cannot open the database in ${folder}: ${said.message}`))
      else for (const answer of said.answers) this.#settle(answer)
    })
    this.#worker.on('error', (error) => this.#end(error))
    this.#worker.on('exit', () => this.#end(new Error('it was closed')))
    this.#worker.on('exit', () => reject(new Error(`the database thread for ${folder} ended`)))
  }

  /** Resolves when the database is open; rejects if it cannot be. */
  opened(): Promise<void> {
    return this.#opened
  }

  ask<P extends PartName, M extends keyof DirectStore[P] & string>(
    part: P,
    method: M,
    args: ArgsOf<DirectStore[P][M]>,
  ): Promise<AnswerOf<DirectStore[P][M]>> {
    if (this.#gone) return Promise.reject(storeUnavailable(this.#gone))
    this.#asked += 1
    const ask: Ask = { n: this.#asked, part, method, args }
    return new Promise((resolve, reject) => {
      this.#waiting.set(ask.n, { resolve: (value) => resolve(value as AnswerOf<DirectStore[P][M]>), reject })
      this.#worker.postMessage(ask)
    })
  }

  /** Answers what was asked before, then lets go of the file. */
  async close(): Promise<void> {
    if (this.#gone) return
    const ended = new Promise((resolve) => this.#worker.once('exit', resolve))
    this.#worker.postMessage('close')
    await ended
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.n)
    this.#waiting.delete(answer.n)
    if (answer.ok) waiting?.resolve(answer.value)
    else waiting?.reject(notNow.test(answer.code) ? storeUnavailable(answer.message) : new Error(answer.message))
  }

  #end(error: Error): void {
    this.#gone ??= error
    for (const { reject } of this.#waiting.values()) reject(storeUnavailable(error))
    this.#waiting.clear()
  }
}

type ArgsOf<F> = F extends (...args: infer Args) => unknown ? Args : never
type AnswerOf<F> = F extends (...args: never[]) => infer Answer ? Answer : never
