import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, test } from '@jest/globals'
import type { Store } from '../../server/ports.ts'
import { compiled } from '../helpers/compiled.ts'
import { type Place, shelves } from './shelves.ts'
import { sheetOf, streamOf } from './store-samples.ts'

/** Answers after which the node is killed, a round each. */
const kills = [1, 10, 40, 100]
type Answered = Map<string, number>

for (const shelf of shelves) {
  const trying = shelf.skipped === null ? describe : describe.skip
  trying(`the store ${shelf.name}, its node killed while it writes`, () => {
    test('[KEEP-16] nothing that was answered is missing, and streams are whole', async () => {
      const place = await shelf.make()
      const answered: Answered = new Map()
      try {
        for (const after of kills) {
          await stormUntil(place, after, answered)
          const store = await place.open()
          await expectAll(store, answered)
          await store.close()
        }
        expect(answered.size).toBe(6)
      } finally {
        await place.remove()
      }
    })
  })
}

async function stormUntil(place: Place, after: number, answered: Answered): Promise<void> {
  const node = spawn(process.execPath, [join(import.meta.dirname, 'storm.ts'), ...place.names], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...compiled },
  })
  const ended = once(node, 'close')
  let lines = 0
  for await (const line of createInterface({ input: node.stdout })) {
    const [kind, name, number] = line.split(' ')
    answered.set(`${kind} ${name}`, Number(number))
    lines += 1
    if (lines === after) node.kill('SIGKILL')
  }
  await ended
  expect(lines).toBeGreaterThanOrEqual(after)
}

async function expectAll(store: Store, answered: Answered): Promise<void> {
  for (const [what, number] of answered) {
    const [kind, name = ''] = what.split(' ')
    if (kind === 'stream') await expectStream(store, name, number)
    else expect((await store.journal.loadSheet(sheetOf(name)))?.seq).toBeGreaterThanOrEqual(number)
  }
}

async function expectStream(store: Store, name: string, answered: number): Promise<void> {
  const loaded = await store.streams.load(streamOf(name))
  const rev = loaded?.rev ?? 0
  expect(rev).toBeGreaterThanOrEqual(answered)
  const newest = [rev, rev - 1, rev - 2].filter((each) => each > 0)
  const kept = newest.map((each) => [`new${each}`, each]).sort()
  expect(loaded?.records.map(({ id, value }) => [id, (value as { rev: number }).rev])).toEqual(
    [...kept, ['one', rev], ['two', rev]].sort(byId),
  )
  expect((await store.streams.find(`rev:${name}:${rev}`)).map(({ id }) => id)).toEqual(['one'])
  expect(await store.streams.find(`rev:${name}:${rev - 1}`)).toEqual([])
}

const byId = ([a]: readonly unknown[], [b]: readonly unknown[]): number => (String(a) < String(b) ? -1 : 1)
