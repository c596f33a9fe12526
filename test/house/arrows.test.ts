/** The checker of import directions is checked: in a small house of the same plan every forbidden arrow is drawn once, and found. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { root } from './tree.ts'

/** Every room of the house, empty but for a name. */
const rooms = [
  'common/gallery/model.ts',
  'server/ports.ts',
  'server/main.ts',
  'server/galleries/turn.ts',
  'server/sheets/check.ts',
  'server/http/doors.ts',
  'server/live/door.ts',
  'server/store/sqlite/open.ts',
  'server/store/mongo/open.ts',
  'server/media/files.ts',
  'client/net/connection.ts',
  'client/gallery/store.ts',
  'client/canvas/stage.tsx',
  'client/ui/field.tsx',
  'client/studio/desk.tsx',
  'test/helpers/house.ts',
] as const

/** From, to, and the rule that forbids it. */
const forbidden = [
  ['common/gallery/model.ts', 'server/ports.ts', 'common-is-pure'],
  ['common/gallery/model.ts', 'node:fs', 'common-has-no-world'],
  ['common/gallery/model.ts', 'express', 'common-has-no-world'],
  ['server/galleries/turn.ts', 'client/gallery/store.ts', 'server-knows-no-client'],
  ['server/galleries/turn.ts', 'server/http/doors.ts', 'inside-knows-no-door-or-shelf'],
  ['server/sheets/check.ts', 'server/store/sqlite/open.ts', 'inside-knows-no-door-or-shelf'],
  ['server/galleries/turn.ts', 'express', 'inside-knows-no-framework'],
  ['server/http/doors.ts', 'server/live/door.ts', 'door-http'],
  ['server/live/door.ts', 'server/store/mongo/open.ts', 'door-live'],
  ['server/store/sqlite/open.ts', 'server/galleries/turn.ts', 'shelves-know-only-ports'],
  ['server/store/mongo/open.ts', 'server/store/sqlite/open.ts', 'shelves-apart'],
  ['server/media/files.ts', 'server/store/sqlite/open.ts', 'shelves-apart'],
  ['server/http/doors.ts', 'server/main.ts', 'nothing-imports-main'],
  ['client/studio/desk.tsx', 'server/ports.ts', 'client-knows-no-server'],
  ['client/net/connection.ts', 'client/ui/field.tsx', 'client-net'],
  ['client/canvas/stage.tsx', 'client/gallery/store.ts', 'client-canvas'],
  ['client/ui/field.tsx', 'client/gallery/store.ts', 'client-ui'],
  ['client/gallery/store.ts', 'client/studio/desk.tsx', 'client-gallery'],
  ['client/studio/desk.tsx', 'client/studio/nowhere.ts', 'not-found'],
  ['server/media/files.ts', 'test/helpers/house.ts', 'nothing-imports-tests'],
  ['server/media/files.ts', 'ywasm', 'no-tools-at-run-time'],
] as const

/** Arrows of the plan itself. */
const allowed = [
  ['server/galleries/turn.ts', 'common/gallery/model.ts'],
  ['server/galleries/turn.ts', 'yjs'],
  ['server/http/doors.ts', 'server/galleries/turn.ts'],
  ['server/http/doors.ts', 'express'],
  ['server/store/sqlite/open.ts', 'server/ports.ts'],
  ['server/main.ts', 'server/store/mongo/open.ts'],
  ['client/studio/desk.tsx', 'client/gallery/store.ts'],
  ['client/gallery/store.ts', 'client/net/connection.ts'],
  ['test/helpers/house.ts', 'server/main.ts'],
] as const

let house: string
beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'arrows-'))
  for (const room of rooms) put(room, `export const here = '${room}'\n`)
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.base.json']) copyFileSync(join(root, file), join(house, file))
  writeFileSync(
    join(house, 'package.json'),
    JSON.stringify({ type: 'module', dependencies: { express: '5', yjs: '13' }, devDependencies: { ywasm: '0' } }),
  )
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'))
})
afterAll(() => rmSync(house, { recursive: true, force: true }))

function put(path: string, text: string): void {
  mkdirSync(dirname(join(house, path)), { recursive: true })
  writeFileSync(join(house, path), text)
}

/** A file of its own beside `from`, so that each arrow is seen alone. */
function draw(arrows: readonly (readonly [string, string, string?])[]): readonly string[] {
  return arrows.map(([from, to], n) => {
    const file = join(dirname(from), `drawn-${n}.ts`)
    const target = to.includes('/') ? relative(dirname(from), to) : to
    put(
      file,
      `import * as there from '${target.startsWith('.') || !to.includes('/') ? target : `./${target}`}'\nexport const drawn = there\n`,
    )
    return file
  })
}

/** `file rule` of everything found. */
function found(): ReadonlySet<string> {
  const checker = join(root, 'node_modules', '.bin', 'depcruise')
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'common', 'server', 'client', 'test']
  const { stdout } = spawnSync(checker, args, { cwd: house, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  const { summary } = JSON.parse(stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } }
  return new Set(summary.violations.map(({ from, rule }) => `${from} ${rule.name}`))
}

test('a checker that reads next to nothing does not agree, though it finds nothing', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(root, '.ci', 'arrows.mjs')], {
    cwd: house,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}` },
  })
  expect(status).toBe(1)
  expect(stderr).toMatch(/only [0-9]+ modules were read/)
  expect(found().size).toBe(0)
})

test('every forbidden import is found, by the rule that forbids it, and no allowed one', () => {
  const [bad, good] = [draw(forbidden), draw(allowed.map(([from, to]) => [from.replace(/[^/]+$/, 'allowed-$&'), to]))]
  const violations = found()
  expect(forbidden.filter(([, , rule], n) => !violations.has(`${bad[n]} ${rule}`))).toEqual([])
  expect([...violations].filter((one) => good.some((file) => one.startsWith(`${file} `)))).toEqual([])
})

test('two files that need each other are found', () => {
  put('common/gallery/one.ts', `import { two } from './two.ts'\nexport const one = () => two\n`)
  put('common/gallery/two.ts', `import { one } from './one.ts'\nexport const two = () => one\n`)
  expect(found()).toContain('common/gallery/one.ts no-cycles')
})
