/** The same pages as if they were of a newer build: what one part is called has changed, and the worker is another. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface NextBuild {
  readonly folder: string
  /** Address of a part only the build before has. */
  readonly gone: string
  readonly remove: () => void
}

export function nextBuild(pages: string): NextBuild {
  const folder = mkdtempSync(join(tmpdir(), 'proofroom-next-build-'))
  cpSync(pages, folder, { recursive: true })
  const part = readdirSync(join(folder, 'assets')).find((name) => /^survey-page-.*\.js$/.test(name))
  if (!part) throw new Error('there is no such part')
  const renamed = 'survey-page-newer.js'
  renameSync(join(folder, 'assets', part), join(folder, 'assets', renamed))
  change(join(folder, 'worker.js'), (text) => text.replaceAll(part, renamed).replace(/(?<=[`"'])[0-9a-f]{16}(?=[`"'])/, '0123456789abcdef'))
  change(join(folder, 'index.html'), (text) => text.replace('<title>', '<meta name="build" content="next" /><title>'))
  return { folder, gone: `/assets/${part}`, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

function change(path: string, by: (text: string) => string): void {
  const before = readFileSync(path, 'utf8')
  const after = by(before)
  if (after === before) throw new Error(`nothing differs in ${path}`)
  writeFileSync(path, after)
}
