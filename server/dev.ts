/** `npm run dev`: the server, started again whenever its sources change, behind Vite, which changes pages in place. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createServer } from 'vite'
import { readConfig } from './config.ts'

const project = join(import.meta.dirname, '..')
const config = readConfig(process.env, process.argv.slice(2))
if (!config.ok) {
  process.stderr.write(`Proofroom cannot start: ${config.refusal.detail}\n`)
  process.exit(1)
}
const { port } = config.value
/** The server behind Vite; its addresses are printed with Vite's port. */
const behind = port + 1

const watched = ['server', 'common'].flatMap((folder) => ['--watch-path', join(project, folder)])
const server = spawn(
  process.execPath,
  [...watched, '--watch-preserve-output', join(project, 'server', 'main.ts'), ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env: { ...process.env, PORT: String(behind), PUBLIC_URL: process.env.PUBLIC_URL ?? `http://localhost:${port}` },
  },
)

const to = { target: `http://localhost:${behind}`, changeOrigin: false }
const live = { ...to, ws: true }
const pages = await createServer({
  root: join(project, 'client'),
  configFile: join(project, 'client', 'vite.config.ts'),
  server: { port, strictPort: true, proxy: { '/api': to, '/media': to, '^/sign-in/.+': to, '/live': live, '/yjs': live } },
})
await pages.listen()

const stop = async (): Promise<void> => {
  server.kill('SIGTERM')
  await pages.close()
  process.exit(0)
}
process.on('SIGINT', () => void stop())
process.on('SIGTERM', () => void stop())
