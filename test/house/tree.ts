/** The files of the project as git knows them, new ones included. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../..')

const listed = (): readonly string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter((path) => path !== '')

export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8')

/** Paths of the project that are there and match. */
export const pathsOf = (pattern: RegExp): readonly string[] => listed().filter((path) => pattern.test(path) && isThere(path))

function isThere(path: string): boolean {
  try {
    readFileSync(join(root, path))
    return true
  } catch {
    return false
  }
}
