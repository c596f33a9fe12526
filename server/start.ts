/** `npm start`: looks that the machine is ready, builds the pages if need be, then runs the server. Imports nothing that needs more than old Node has. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const project = join(import.meta.dirname, '..')
const oldestNode = 24

function withNode24(): void {
  if (Number.parseInt(process.versions.node, 10) >= oldestNode) return
  const own = join(project, 'node_modules', '.bin', 'node')
  if (!existsSync(own)) stop(`Proofroom needs Node ${oldestNode} or newer. Run: npm ci`)
  const run = spawnSync(own, process.argv.slice(1), { stdio: 'inherit' })
  process.exit(run.status ?? 1)
}

function stop(line: string): never {
  process.stderr.write(`${line}\n`)
  process.exit(1)
}

/** When anything below was last written, milliseconds since 1970. */
function lastWritten(path: string): number {
  if (!existsSync(path)) return 0
  const own = statSync(path)
  if (!own.isDirectory()) return own.mtimeMs
  const below = readdirSync(path, { recursive: true, encoding: 'utf8' })
  return below.reduce((latest, name) => Math.max(latest, statSync(join(path, name)).mtimeMs), own.mtimeMs)
}

function buildPages(): void {
  const vite = join(project, 'node_modules', 'vite', 'bin', 'vite.js')
  const built = lastWritten(join(project, 'dist', 'client', 'index.html'))
  const written = ['client', 'common', 'package-lock.json'].map((name) => lastWritten(join(project, name)))
  if (built > Math.max(...written)) return
  if (!existsSync(vite)) {
    if (built > 0) return
    stop('The pages are not built and the builder is not installed. Run: npm ci')
  }
  process.stdout.write('Building the pages …\n')
  const run = spawnSync(process.execPath, [vite, 'build', 'client', '--logLevel', 'warn'], { cwd: project, stdio: 'inherit' })
  if (run.status !== 0) stop('The pages could not be built; the lines above say why.')
}

withNode24()
const { readConfig } = await import('./config.ts')
const config = readConfig(process.env, process.argv.slice(2))
if (!config.ok) stop(`Proofroom cannot start: ${config.refusal.detail}`)
buildPages()
await import('./main.ts')
