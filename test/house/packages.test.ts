import { expect, test } from '@jest/globals'
import { textOf } from './tree.ts'

interface LockedPackage {
  readonly version?: string
  readonly hasInstallScript?: boolean
  readonly license?: string
  readonly dev?: boolean
}

const project: { allowScripts: Record<string, boolean>; dependencies: Record<string, string>; devDependencies: Record<string, string> } =
  JSON.parse(textOf('package.json'))
const locked: { packages: Record<string, LockedPackage> } = JSON.parse(textOf('package-lock.json'))
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

test('every package that wants to run a script when it is installed was decided on', () => {
  const decided = Object.keys(project.allowScripts).map((entry) =>
    entry.lastIndexOf('@') > 0 ? entry.slice(0, entry.lastIndexOf('@')) : entry,
  )
  const wanting = Object.entries(locked.packages).flatMap(([path, { hasInstallScript }]) => (hasInstallScript ? [nameOf(path)] : []))
  expect(wanting.filter((name) => !decided.includes(name))).toEqual([])
})

test('only the package that brings Node may run a script', () => {
  expect(Object.entries(project.allowScripts).flatMap(([name, isAllowed]) => (isAllowed ? [name] : []))).toEqual(['node'])
})

test('versions are exact', () => {
  const versions = Object.entries({ ...project.dependencies, ...project.devDependencies })
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
})

/** MIT by their licence file or readme, or by a field older than `license`; combine-errors (of tus-js-client) names none in its package. */
const saidElsewhere = ['combine-errors', 'passport-local', 'passport-strategy', 'pause', 'xmlhttprequest-ssl']

test('what runs in production may be given away under the AGPL', () => {
  const fine =
    /^(MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|Unlicense|Zlib|Python-2\.0|OFL-1\.1|MPL-2\.0|LGPL-3\.0-or-later|CC-BY-4\.0)$/
  const parts = (license: string) => license.replace(/[()]/g, '').split(/ AND | OR /)
  const others = Object.entries(locked.packages).filter(
    ([path, { dev, license }]) =>
      path !== '' &&
      !dev &&
      !saidElsewhere.includes(nameOf(path)) &&
      (license === undefined || !parts(license).every((part) => fine.test(part))),
  )
  expect(others.map(([path, { license }]) => `${nameOf(path)}: ${license ?? 'none'}`)).toEqual([])
})
