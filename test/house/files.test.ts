import { expect, test } from '@jest/globals'
import { pathsOf, textOf } from './tree.ts'

const sources = pathsOf(/^(common|server|client|test)\/.*\.(ts|tsx)$/)
/** Lines of a file. */
const longest = 250

test('there are sources to look at', () => {
  expect(sources.length).toBeGreaterThan(150)
})

test('no file is longer than a file should be', () => {
  expect(sources.filter((path) => textOf(path).trimEnd().split('\n').length > longest)).toEqual([])
})

test('files and folders are named in kebab-case', () => {
  const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|config|d|en|de))?\.(ts|tsx)$/
  const isWellNamed = (path: string) => {
    const names = path.split('/')
    return names.slice(0, -1).every((folder) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(folder)) && kebab.test(names.at(-1) ?? '')
  }
  expect(sources.filter((path) => !isWellNamed(path))).toEqual([])
})

test('nothing is called after having no subject', () => {
  const empty = /(^|\/)(utils?|services?|managers?|helpers?|misc|lib|index)(\/|\.tsx?$)|[^/]*-manager\.tsx?$/
  expect(sources.filter((path) => empty.test(path) && !path.startsWith('test/helpers/'))).toEqual([])
})

test('nothing is exported whole or by default', () => {
  const isConfig = (path: string) =>
    /\.config\.ts$/.test(path) || ['test/helpers/empty-style.ts', 'test/helpers/summary-reporter.ts'].includes(path)
  const found = sources.filter((path) => !isConfig(path) && /^export (default|\*)/m.test(textOf(path)))
  expect(found).toEqual([])
})

test('a test stands in a file of the tests, and tests mirror the source', () => {
  expect(sources.filter((path) => /\.test\.tsx?$/.test(path) && !path.startsWith('test/'))).toEqual([])
})

test('what the client loads is never from the server', () => {
  const client = sources.filter((path) => path.startsWith('client/'))
  expect(client.filter((path) => /from '[^']*\/server\//.test(textOf(path)))).toEqual([])
})
