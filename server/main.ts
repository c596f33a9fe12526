/** The server as a process: configuration, lock, doors, demo, signals. */
import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type App, createApp } from './app.ts'
import { type Config, readConfig } from './config.ts'
import { demoAddresses, openDemo } from './demo/demo.ts'
import type { DemoDeps } from './demo/deps.ts'
import { lockFolder } from './folder-lock.ts'
import { createLog, type Log } from './log.ts'

const project = join(import.meta.dirname, '..')
/** Milliseconds a stop may take before the process ends anyway. */
const stopWithin = 10_000

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/** One line for whoever started the server, and the end. */
function giveUp(line: string): never {
  process.stderr.write(`Proofroom cannot start: ${line}\n`)
  process.exit(1)
}

async function run(config: Config, log: Log): Promise<void> {
  const lock = lockOf(config)
  if (!lock) giveUp(`another Proofroom uses the data folder ${config.data}. Stop it, or choose another with PROOFROOM_DATA.`)
  const app = await createApp({ config, log, pages: join(project, 'dist', 'client') }).catch((error: unknown) =>
    giveUp(`the database could not be opened: ${messageOf(error)}`),
  )
  stopOnSignal(app, log, () => lock.release())
  const port = await listen(app.server, config)
  const base = config.publicUrl ?? `http://localhost:${port}`
  const demo: DemoDeps = { ...app, folder: join(project, 'demo'), staging: join(config.data, 'uploads', 'demo'), say }
  const there = await openDemo(demo, config.demo)
  say(`Proofroom is running: ${base}`)
  if (!there) return
  for (const { who, url } of await demoAddresses(demo, { base, here: hereOf(base, port) })) say(`${who}: ${url}`)
}

/** A public address may lead through a proxy, which the sign-in link refuses; this machine finds the server itself. */
const hereOf = (base: string, port: number): string => (new URL(base).hostname === 'localhost' ? base : `http://localhost:${port}`)

function lockOf({ data }: Config): { release(): void } | null {
  try {
    return lockFolder(data)
  } catch (error) {
    return giveUp(`the data folder ${data} cannot be used: ${messageOf(error)}`)
  }
}

async function listen(server: Server, { port, host }: Config): Promise<number> {
  server.listen({ port, ...(host ? { host } : {}) })
  try {
    await once(server, 'listening')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'EADDRINUSE') giveUp(`port ${port} is in use. Choose another with PORT=…`)
    if (code === 'EACCES') giveUp(`port ${port} needs more rights than this user has. Choose another with PORT=…`)
    giveUp(`it could not listen on port ${port}: ${messageOf(error)}`)
  }
  return (server.address() as AddressInfo).port
}

function stopOnSignal(app: App, log: Log, after: () => void): void {
  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) process.exit(1)
    stopping = true
    setTimeout(() => process.exit(1), stopWithin).unref()
    try {
      await app.close()
      after()
      process.exit(0)
    } catch (error) {
      log.error({ err: error }, 'stopping failed')
      process.exit(1)
    }
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const config = readConfig(process.env, process.argv.slice(2))
if (!config.ok) giveUp(config.refusal.detail ?? 'the configuration is wrong.')
const log = createLog(config.value.logLevel)
process.on('unhandledRejection', (error) => {
  log.error({ err: error }, 'a promise failed and nobody listened')
})
try {
  await run(config.value, log)
} catch (error) {
  log.error({ err: error }, 'the start failed')
  giveUp(messageOf(error))
}
