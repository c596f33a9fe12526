import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, jest, test } from '@jest/globals'
import type { GalleryState } from '../../common/gallery/model.ts'
import { type DecisionId, type PersonId, type PhotoId, sheetIdOf, type VoteId } from '../../common/ids.ts'
import { pickKey } from '../../common/sheet/shape.ts'
import { compiled } from '../helpers/compiled.ts'
import { onEachDatabase } from '../helpers/databases.ts'
import { gallery, type House, openHouse } from '../helpers/gallery-house.ts'
import { album, most } from './gallery-storm-facts.ts'
import { type Place, shelves } from './shelves.ts'

jest.setTimeout(60_000)

/** Lines after which the node is killed, a round each. */
const kills = [25, 90]
/** Milliseconds within which a node has said enough. */
const patience = 25_000
/** What was said last of each thing: that it stands, that it does not, or that nobody was answered yet. */
type Said = Map<string, string>

onEachDatabase('people decide, vote and choose while their node is killed,', (database) => {
  test('[KEEP-16] [CHOICE-20] what was answered stands, and the list never grows above its end', async () => {
    const shelf = shelves.find(({ name }) => name === (database === 'mongo' ? 'on MongoDB' : 'on SQLite'))
    if (!shelf) throw new Error('no such shelf')
    const place = await shelf.make()
    const said: Said = new Map()
    try {
      for (const after of kills) {
        await stormUntil(place, after, said)
        const store = await place.open()
        const house = await openHouse({ store })
        try {
          await expectAll(house, said)
        } finally {
          await house.stop()
          await store.close()
        }
      }
      expect(new Set([...said.keys()].map((what) => what.split(' ')[0]))).toEqual(new Set(['voted', 'decided', 'picked']))
    } finally {
      await place.remove()
    }
  })
})

async function stormUntil(place: Place, after: number, said: Said): Promise<void> {
  const node = spawn(process.execPath, [join(import.meta.dirname, 'gallery-storm.ts'), ...place.names], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...compiled },
  })
  const ended = once(node, 'close')
  const giveUp = setTimeout(() => node.kill('SIGKILL'), patience)
  let lines = 0
  for await (const line of createInterface({ input: node.stdout })) {
    const [kind, what, how = ''] = line.split(' ')
    said.set(`${kind} ${what}`, how)
    lines += 1
    if (lines === after) node.kill('SIGKILL')
  }
  await ended
  clearTimeout(giveUp)
  expect(lines).toBeGreaterThanOrEqual(after)
}

async function expectAll(house: House, said: Said): Promise<void> {
  const state = await house.galleries.state(gallery)
  if (!state) throw new Error('the gallery is gone')
  const sheets = await house.sheets.open(gallery)
  try {
    for (const [line, how] of said) {
      if (how === 'perhaps') continue
      const [kind, what = ''] = line.split(' ')
      const [photo, person] = what.split('/') as [PhotoId, PersonId]
      const stands =
        kind === 'picked'
          ? (await sheets.picks(sheetIdOf(photo, 'shared'))).includes(pickKey(album, person))
          : atTheTable(state, kind, what)
      expect([line, stands]).toEqual([line, how === 'yes'])
    }
    expect((await sheets.picked(album, 'shared')).size).toBeLessThanOrEqual(most)
    expect([...state.claims.values()].filter(({ selection }) => selection === album).length).toBeLessThanOrEqual(most)
  } finally {
    await sheets.close()
  }
}

/** With both votes that were answered, and those a decision followed. */
function atTheTable(state: GalleryState, kind: string | undefined, what: string): boolean {
  const ballots = kind === 'voted' ? state.votes.get(what as VoteId)?.ballots : state.decisions.get(what as DecisionId)?.ballots
  return ballots?.length === 2
}
