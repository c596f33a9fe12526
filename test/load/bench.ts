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
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  process.stdout.write(`\n${name}\n`)
  for (const row of await bench()) process.stdout.write(`${lineOf(row)}\n`)
}
process.exit(0)
