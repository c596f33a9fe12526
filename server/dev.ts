/** `npm run dev`: the server, started again whenever its sources change, behind Vite, which changes pages in place. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { createServer } from 'vite'
import { readConfig } from './config.ts'

const project = join(import.meta.dirname, '..')
/** Milliseconds: editors write a file in several steps. */
const settle = 150

const config = readConfig(process.env, process.argv.slice(2))
if (!config.ok) {
  process.stderr.write(`Proofroom cannot start: ${config.refusal.detail}\n`)
  process.exit(1)
}
const { port } = config.value
/** The server behind Vite; the addresses it prints carry Vite's port. */
const behind = port + 1

const env = { ...process.env, PORT: String(behind), PUBLIC_URL: process.env.PUBLIC_URL ?? `http://localhost:${port}` }
const start = (): ChildProcess =>
  spawn(process.execPath, [join(project, 'server', 'main.ts'), ...process.argv.slice(2)], { stdio: 'inherit', env })

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

let server = start()
let restarting: Promise<void> | null = null
let changed: NodeJS.Timeout | undefined

/** `node --watch` would do, but it posts messages of its own into worker threads' channels. */
function restartSoon(): void {
  clearTimeout(changed)
  changed = setTimeout(() => {
    restarting = (restarting ?? Promise.resolve()).then(async () => {
      process.stdout.write('The sources changed: starting again.\n')
      await stop(server)
      server = start()
    })
  }, settle)
}
for (const folder of ['server', 'common']) watch(join(project, folder), { recursive: true }, restartSoon)

const to = { target: `http://localhost:${behind}`, changeOrigin: false }
const live = { ...to, ws: true }
const pages = await createServer({
  root: join(project, 'client'),
  configFile: join(project, 'client', 'vite.config.ts'),
  server: { port, strictPort: true, proxy: { '/api': to, '/media': to, '^/sign-in/.+': to, '/live': live, '/yjs': live } },
})
await pages.listen()

async function end(): Promise<void> {
  clearTimeout(changed)
  await restarting
  await Promise.all([stop(server), pages.close()])
  process.exit(0)
}
process.on('SIGINT', () => void end())
process.on('SIGTERM', () => void end())
