/** The checker is checked: thousands of generated updates, each judged by the server and by the oracle. */
import { expect, test } from '@jest/globals'
import type { Push } from '../../server/sheets/api.ts'
import { documentOf } from '../../server/sheets/hot-sheet.ts'
import { anna, client, pia, shared, staff, start, team } from '../server/sheets/studio.ts'
import { acquainted } from './acquainted.ts'
import { Bench, generate, jsonOf, people } from './bench.ts'
import { chanceOf, seedOf } from './chance.ts'
import { whyNot } from './oracle.ts'

const updates = Number(process.env.FUZZ_UPDATES ?? 10_000)
/** Updates before a sheet is begun anew: hostile garbage must not make everything slow. */
const perSheet = 40
/** Milliseconds on a machine that does much else besides. */
const patience = 300_000
const state = acquainted()

test(
  `[SHEET-30] of ${updates} generated updates none is accepted that the oracle would not allow`,
  () => {
    const chance = chanceOf(seedOf('oracle'))
    const count = { kept: 0, nothing: 0, refused: 0 }
    let bench = new Bench(shared)
    let was = bench.json()
    for (let n = 0; n < updates; n++) {
      if (n % perSheet === 0) {
        bench = new Bench(chance.flip(0.8) ? shared : team)
        was = bench.json()
      }
      const me = bench.sheet === team ? pia : (chance.pickFrom(people) ?? anna)
      const { bytes, honest } = generate(chance, bench, me)
      const viewer = me === pia ? staff(me) : client(me)
      const push: Push = { sheet: bench.sheet, viewer, state, connection: 'c', bytes, catchUp: chance.flip(0.2) }
      const before = bench.durable
      const owns = bench.owns(me)
      const outcome = bench.push(push)
      count[outcome.type]++
      const about = () => `seed ${chance.seed}, update ${n}, bytes ${Buffer.from(bytes).toString('hex')}`
      if (honest && outcome.type === 'refused') throw new Error(`an honest update was refused: ${outcome.code}; ${about()}`)
      const is = bench.json()
      if (outcome.type === 'refused') {
        if (is !== was) throw new Error(`a refused update left a trace; ${about()}`)
        continue
      }
      const why = whyNot({ before, push, now: start, owns })
      if (why) throw new Error(`accepted against the oracle: ${why}; ${about()}`)
      if (outcome.type === 'kept' && jsonOf(documentOf(bench.sheet, [bench.durable])) !== is)
        throw new Error(`peers would see something else; ${about()}`)
      was = is
    }
    process.stdout.write(`oracle: ${JSON.stringify(count)}\n`)
    expect(count.kept).toBeGreaterThan(updates / 4)
    expect(count.refused).toBeGreaterThan(updates / 10)
  },
  patience,
)

const neutralised = updates / 4

test(
  `[YJS-3] of ${neutralised} generated updates to be neutralised each is kept or undone, and everyone converges`,
  () => {
    const chance = chanceOf(seedOf('neutralising'))
    const count = { kept: 0, undone: 0, other: 0 }
    let bench = new Bench(shared)
    for (let n = 0; n < neutralised; n++) {
      if (n % perSheet === 0) bench = new Bench(chance.flip(0.8) ? shared : team)
      const me = bench.sheet === team ? pia : (chance.pickFrom(people) ?? anna)
      const { bytes } = generate(chance, bench, me)
      const viewer = me === pia ? staff(me) : client(me)
      const [before, was] = [bench.durable, bench.json()]
      const push: Push = { sheet: bench.sheet, viewer, state, connection: 'c', bytes, catchUp: true, neutralise: true }
      const outcome = bench.push(push)
      const about = () => `seed ${chance.seed}, update ${n}, bytes ${Buffer.from(bytes).toString('hex')}`
      if (outcome.type !== 'kept') {
        count.other++
        continue
      }
      count[outcome.undone ? 'undone' : 'kept']++
      const is = bench.json()
      if (outcome.undone && is !== was) throw new Error(`undone, and yet something changed; ${about()}`)
      if (jsonOf(documentOf(bench.sheet, [before, outcome.bytes])) !== is) throw new Error(`peers would see something else; ${about()}`)
      if (jsonOf(documentOf(bench.sheet, [before, bytes, outcome.bytes])) !== is)
        throw new Error(`the offender would see something else; ${about()}`)
    }
    process.stdout.write(`neutralising: ${JSON.stringify(count)}\n`)
    expect(count.undone).toBeGreaterThan(neutralised / 10)
  },
  patience,
)
