/** Servers under load, each a process of its own: the load never shares its processor time. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export interface Served {
  readonly port: number
  /** Processor time used so far, milliseconds, all threads. */
  cpu(): Promise<number>
  stop(): Promise<void>
}

/** Starts a file of this folder; it calls `serve` once it listens. */
export async function startServer(file: string, sheets: number): Promise<Served> {
  const child = fork(join(import.meta.dirname, file), [String(sheets)], { execArgv: ['--disable-warning=ExperimentalWarning'] })
  const ended = once(child, 'exit')
  const [first] = (await Promise.race([once(child, 'message'), ended.then(() => [null])])) as [{ port?: number } | null]
  if (first?.port === undefined) throw new Error(`${file} did not start`)
  return {
    port: first.port,
    async cpu() {
      child.send('cpu')
      const [{ cpu }] = (await once(child, 'message')) as [{ cpu: number }]
      return cpu
    },
    async stop() {
      child.kill()
      await ended
    },
  }
}

/** The other end of `startServer`, in the server's process. */
export function serve(port: number): void {
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    process.send?.({ cpu: (user + system) / 1000 })
  })
  // Nobody measures any more.
  process.on('disconnect', () => process.exit(0))
  process.send?.({ port })
}
