/** Checks the directions of imports, and that they were read at all: a parser that finds nothing would agree with everything. */
import { spawnSync } from 'node:child_process'

/** Fewer than this and the checker did not read the project. */
const leastModules = 200
const folders = ['common', 'server', 'client', 'test']

const { stdout, status } = spawnSync('depcruise', ['--config', '.dependency-cruiser.cjs', ...folders], { encoding: 'utf8' })
process.stdout.write(stdout)
const modules = Number(/([0-9]+) modules/.exec(stdout)?.[1] ?? 0)
if (modules < leastModules) process.stderr.write(`only ${modules} modules were read\n`)
process.exitCode = status === 0 && modules >= leastModules ? 0 : 1
