/** The server as a process of its own. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { compiled } from './compiled.ts'

const project = join(import.meta.dirname, '..', '..')
/** Milliseconds within which a line is expected. */
const patience = 80_000

export interface Process {
  readonly url: string
  readonly pid: number
  /** Exit code; null when it was killed. */
  readonly ended: Promise<number | null>
  /** Everything printed so far, without the lines of the build. */
  lines(): readonly string[]
  /** The lines up to one that matches. Rejects when the process ends before. */
  until(line: RegExp): Promise<readonly string[]>
  /** Asks it to stop (or kills it) and gives its exit code. */
  stop(signal?: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<number | null>
}

/** Runs the server without building the pages. `env` holds PORT at least. */
export function startProcess(env: Readonly<Record<string, string>>, args: readonly string[] = []): Process {
  const inherited = { ...process.env }
  for (const name of ['PORT', 'PROOFROOM_DATA', 'MONGO_URL', 'SMTP_URL', 'PUBLIC_URL', 'LOG_LEVEL', 'NODE_OPTIONS']) delete inherited[name]
  const child = spawn(process.execPath, [join(project, 'server', 'main.ts'), ...args], {
    cwd: project,
    env: { ...inherited, ...compiled, ...env },
  })
  let text = ''
  const listeners = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (more: string) => {
      text += more
      for (const listener of listeners) listener()
    })
  }
  const ended = once(child, 'close').then(([code]: (number | null)[]) => code ?? null)
  const lines = () => text.split('\n').filter((line) => line !== '')
  return {
    url: `http://localhost:${env.PORT}`,
    pid: child.pid ?? 0,
    ended,
    lines,
    until: (line) =>
      new Promise((resolve, reject) => {
        const giveUp = setTimeout(() => reject(new Error(`${line} was not printed:\n${text}`)), patience)
        const look = (): void => {
          if (!lines().some((one) => line.test(one)) || !text.endsWith('\n')) return
          clearTimeout(giveUp)
          listeners.delete(look)
          resolve(lines())
        }
        listeners.add(look)
        ended.then(() => {
          clearTimeout(giveUp)
          reject(new Error(`the process ended:\n${text}`))
        }, reject)
        look()
      }),
    stop: (signal = 'SIGTERM') => {
      child.kill(signal)
      return ended
    },
  }
}

/** A port nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || !address) throw new Error('no port')
  return address.port
}
