/** `npm run bench [join|fanout|pushes|ingest|wall|canvas …]`: ratios measured side by side in one run; absolute figures are of this machine. */
import { benchCanvas } from './canvas.ts'
import { benchFanout } from './fanout.ts'
import { benchIngest } from './ingest.ts'
import { benchJoin } from './join.ts'
import { benchPushes } from './pushes.ts'
import { type BenchRow, lineOf } from './rows.ts'
import { benchWall } from './wall.ts'

const benches: Readonly<Record<string, () => Promise<readonly BenchRow[]>>> = {
  join: benchJoin,
  fanout: benchFanout,
  pushes: benchPushes,
  ingest: benchIngest,
  wall: benchWall,
  canvas: benchCanvas,
}

const asked = process.argv.slice(2)
const unknown = asked.find((name) => !(name in benches))
if (unknown !== undefined) {
  process.stderr.write(`There is no bench "${unknown}": ${Object.keys(benches).join(', ')}\n`)
  process.exit(1)
}
/** One part that fails is said and takes no other with it. */
const found: BenchRow[] = []
const failed: string[] = []
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  const began = performance.now()
  process.stdout.write(`\n${name}\n`)
  try {
    const rows = await bench()
    found.push(...rows)
    for (const row of rows) process.stdout.write(`${lineOf(row)}\n`)
  } catch (fault) {
    failed.push(name)
    process.stdout.write(`  failed: ${fault instanceof Error ? fault.message : String(fault)}\n`)
  }
  process.stdout.write(`  in ${Math.round((performance.now() - began) / 1000)} s\n`)
}
process.stdout.write(`\nAll of it\n${found.map((row) => `${lineOf(row)}\n`).join('')}`)
if (failed.length > 0) process.stdout.write(`Failed: ${failed.join(', ')}\n`)
process.exit(failed.length > 0 ? 1 : 0)
