/** The client as it is shipped, built for the browser flows: once for what is written now, however many of them run. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as later } from 'node:timers/promises'
import { promisify } from 'node:util'

export interface BuiltPages {
  readonly folder: string
  /** Lets go of them. They stay for whoever runs next. */
  remove(): void
}

const sources = ['client', 'common', 'package-lock.json']
const prefix = 'proofroom-pages-'
/** Milliseconds after which a lock belongs to nobody any more, and pages are old. */
const lockLasts = 120_000
const pagesLast = 6 * 3_600_000

/** Builds into a folder named for what it is built from: whatever runs beside the tests keeps its pages. */
export async function buildPages(): Promise<BuiltPages> {
  const folder = join(tmpdir(), prefix + written())
  const lock = `${folder}.lock`
  const built = { folder, remove: () => undefined }
  for (;;) {
    if (existsSync(folder)) return built
    if (take(lock)) break
    await later(100)
  }
  try {
    if (!existsSync(folder)) await build(folder)
    return built
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

/** A child, because the builder is native and wants its own realm. The folder appears whole or not at all. */
async function build(folder: string): Promise<void> {
  sweep()
  const unfinished = mkdtempSync(join(tmpdir(), `${prefix}unfinished-`))
  const vite = join('node_modules', 'vite', 'bin', 'vite.js')
  // As it is shipped: under jest's own NODE_ENV the builder would make pages for development.
  const env = { ...process.env, NODE_ENV: 'production' }
  await promisify(execFile)(process.execPath, [vite, 'build', 'client', '--logLevel', 'warn', '--outDir', unfinished, '--emptyOutDir'], {
    env,
  })
  renameSync(unfinished, folder)
}

/** True for whoever may build. */
function take(lock: string): boolean {
  try {
    mkdirSync(lock)
    return true
  } catch {
    if (age(lock) > lockLasts) rmSync(lock, { recursive: true, force: true })
    return false
  }
}

function sweep(): void {
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith(prefix))) {
    const path = join(tmpdir(), name)
    if (age(path) > pagesLast) rmSync(path, { recursive: true, force: true })
  }
}

const age = (path: string): number => Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())

function written(): string {
  const hash = createHash('sha256').update('production')
  for (const source of sources) for (const file of filesOf(source)) hash.update(file).update('\0').update(readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}

function filesOf(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile())
}
