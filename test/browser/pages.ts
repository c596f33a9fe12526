/** The client as it is shipped, built for the browser flows alone. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

export interface BuiltPages {
  readonly folder: string
  remove(): void
}

/** Builds into a folder of its own: whatever runs beside the tests keeps its pages. A child, because the builder is native and wants its own realm. */
export async function buildPages(): Promise<BuiltPages> {
  const folder = mkdtempSync(join(tmpdir(), 'proofroom-pages-'))
  const vite = join('node_modules', 'vite', 'bin', 'vite.js')
  await promisify(execFile)(process.execPath, [vite, 'build', 'client', '--logLevel', 'warn', '--outDir', folder, '--emptyOutDir'])
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
