/** A node is killed while people vote, decide and fill a list: what was answered is there, and the list never holds more than it may. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, jest, test } from '@jest/globals'
import type { GalleryState } from '../../common/gallery/model.ts'
import { type DecisionId, type PersonId, sheetIdOf, type VoteId } from '../../common/ids.ts'
import { type Place, shelves } from '../contract/shelves.ts'
import { compiled } from '../helpers/compiled.ts'
import { gallery, id, openHouse, owner, photo } from '../helpers/gallery-house.ts'
import { SocketClient } from '../helpers/socket-client.ts'

jest.setTimeout(60_000)

/** Answers after which the node is killed, a round each. */
const kills = [40, 150]
const places = 2
/** What was answered last, by key; null while something is asked that nobody has answered. */
type Answered = Map<string, string | null>

for (const shelf of shelves) {
  const trying = shelf.skipped === null ? describe : describe.skip
  trying(`a gallery ${shelf.name}, its node killed while people act`, () => {
    test('[KEEP-18] every answered vote, decision and pick is there, and a list holds no more than it may', async () => {
      const place = await shelf.make()
      const answered: Answered = new Map()
      try {
        for (const [n, after] of kills.entries()) {
          await actUntil(place, { round: n + 1, after, answered })
          await expectAll(place, answered)
        }
      } finally {
        await place.remove()
      }
    })
  })
}

async function actUntil(place: Place, at: { round: number; after: number; answered: Answered }): Promise<void> {
  const { round, after, answered } = at
  const node = spawn(process.execPath, [join(import.meta.dirname, 'busy-house.ts'), String(round), ...place.names], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...compiled },
  })
  const ended = once(node, 'close')
  const before = new Map<string, string | null>()
  let answers = 0
  for await (const line of createInterface({ input: node.stdout })) {
    const [said, key = '', value = ''] = line.split(' ')
    if (said === 'ask') {
      before.set(key, answered.get(key) ?? 'none')
      answered.set(key, null)
      continue
    }
    answered.set(key, said === 'ok' ? (value === 'remove' ? 'none' : value) : (before.get(key) ?? 'none'))
    answers += 1
    if (answers === after) node.kill('SIGKILL')
  }
  await ended
  expect([...answered].some(([key, value]) => key.startsWith('pick/') && value === 'add')).toBe(true)
  expect(answers).toBeGreaterThanOrEqual(after)
}

async function expectAll(place: Place, answered: Answered): Promise<void> {
  const store = await place.open()
  const house = await openHouse({ store })
  const studio = await new SocketClient(house.url, owner).start()
  try {
    const state = await house.galleries.state(gallery)
    if (!state) throw new Error('the gallery is gone')
    const picked = new Map([1, 2, 3, 4].map((n) => [n, new Set(pickers(studio, n))]))
    expect([...picked.values()].filter(({ size }) => size > 0).length).toBeLessThanOrEqual(places)
    const stands = (key: string) => standing(state, picked, key.split('/'))
    const sure = [...answered].filter(([, value]) => value !== null)
    expect(sure.map(([key]) => [key, stands(key)])).toEqual(sure)
    expect(house.faults).toEqual([])
  } finally {
    studio.close()
    await house.stop()
    await store.close()
  }
}

function standing(
  state: GalleryState,
  picked: ReadonlyMap<number, ReadonlySet<string>>,
  [kind, what = '', person = '']: readonly string[],
): string {
  if (kind === 'decision') return state.decisions.has(what as DecisionId) ? 'added' : 'none'
  if (kind === 'pick') return picked.get(Number(what))?.has(person) ? 'add' : 'none'
  const vote = state.votes.get(id<VoteId>('vote', Number(what)))
  return vote?.ballots.find((ballot) => ballot.person === (person as PersonId))?.choice ?? 'none'
}

const pickers = (studio: SocketClient, n: number): readonly string[] =>
  Object.keys(studio.content(sheetIdOf(photo(n), 'shared'))?.picks ?? {}).map((key) => key.split('/')[1] ?? '')
