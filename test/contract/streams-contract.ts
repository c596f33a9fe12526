import { describe, expect, test } from '@jest/globals'
import type { Nodes } from './store.test.ts'
import { entryOf, streamOf, write } from './store-samples.ts'

export function streamsContract(nodes: () => Nodes): void {
  describe('streams', () => {
    commits(nodes)
    loads(nodes)
    lookups(nodes)
    lagging(nodes)
  })
}

function commits(nodes: () => Nodes): void {
  test('[KEEP-1] a commit leaves its entry and its records, for every node', async () => {
    const { one, two } = nodes()
    const stream = streamOf('commit')
    expect(await one.streams.load(stream)).toBeNull()
    const entry = entryOf(stream, 1, [write('b', { name: 'B' }), write('a', { name: 'A' }, ['k:a'])])
    expect(await one.streams.commit(entry)).toBe('ok')
    expect(await two.streams.entries(stream, 0, 10)).toEqual([entry])
    expect(await two.streams.load(stream)).toEqual({
      rev: 1,
      records: [
        { stream, kind: 'scene', id: 'a', rev: 1, keys: ['k:a'], value: { name: 'A' } },
        { stream, kind: 'scene', id: 'b', rev: 1, keys: [], value: { name: 'B' } },
      ],
    })
  })

  test('[KEEP-1] a revision that exists is a conflict and changes nothing', async () => {
    const { one, two } = nodes()
    const stream = streamOf('conflict')
    await one.streams.commit(entryOf(stream, 1, [write('one', 'first')]))
    expect(await two.streams.commit(entryOf(stream, 1, [write('one', 'second'), write('two', 'second')]))).toBe('conflict')
    const loaded = await one.streams.load(stream)
    expect(loaded?.records.map(({ id, value }) => [id, value])).toEqual([['one', 'first']])
  })

  test('[KEEP-1] of many commits of one revision at the same time exactly one wins', async () => {
    const { one, two } = nodes()
    const stream = streamOf('race')
    for (let rev = 1; rev <= 5; rev += 1) {
      const tries = Array.from({ length: 10 }, (_, who) =>
        (who % 2 ? one : two).streams.commit(entryOf(stream, rev, [write('one', { rev, who })])),
      )
      const answers = await Promise.all(tries)
      const winners = answers.flatMap((answer, who) => (answer === 'ok' ? [who] : []))
      expect(winners).toHaveLength(1)
      expect((await two.streams.load(stream))?.records[0]?.value).toEqual({ rev, who: winners[0] })
    }
  })

  test('[KEEP-2] values come back as they were: any key, any text, empty things, large numbers', async () => {
    const { one, two } = nodes()
    const stream = streamOf('values')
    const value = {
      'a.b': { $set: 1 },
      $where: 'x',
      empty: {},
      none: [],
      deep: [{ a: null }, [[]]],
      text: 'ü 📷 \u0000 "\\',
      big: Number.MAX_SAFE_INTEGER,
      small: 0.1,
      no: false,
      __proto_: 1,
    }
    const entry = { ...entryOf(stream, 1, [write('one', value)]), command: value, commandId: null, by: null }
    await one.streams.commit(entry)
    expect((await two.streams.load(stream))?.records[0]?.value).toEqual(value)
    expect(await two.streams.recent(stream, 1)).toEqual([entry])
  })
}

function loads(nodes: () => Nodes): void {
  test('[KEEP-2] entries come oldest first after a revision, recent ones newest first, both limited', async () => {
    const { one, two } = nodes()
    const stream = streamOf('entries')
    for (let rev = 1; rev <= 12; rev += 1) await one.streams.commit(entryOf(stream, rev))
    expect((await two.streams.entries(stream, 8, 10)).map(({ rev }) => rev)).toEqual([9, 10, 11, 12])
    expect((await two.streams.entries(stream, 2, 2)).map(({ rev }) => rev)).toEqual([3, 4])
    expect((await two.streams.recent(stream, 3)).map(({ rev }) => rev)).toEqual([12, 11, 10])
    expect(await two.streams.entries(streamOf('nobody'), 0, 10)).toEqual([])
  })

  test('[KEEP-2] a loaded stream is whole while others commit to it', async () => {
    const { one, two } = nodes()
    const stream = streamOf('torn')
    const both = (rev: number) => entryOf(stream, rev, [write('left', { rev }), write('right', { rev })])
    await one.streams.commit(both(1))
    const writing = (async () => {
      for (let rev = 2; rev <= 15; rev += 1) await one.streams.commit(both(rev))
    })()
    for (let look = 0; look < 10; look += 1) {
      const loaded = await two.streams.load(stream)
      expect(loaded?.records.map(({ value }) => value)).toEqual([{ rev: loaded?.rev }, { rev: loaded?.rev }])
    }
    await writing
  })
}

function lookups(nodes: () => Nodes): void {
  test('[KEEP-3] records are found by each of their keys, and no longer by keys they lost', async () => {
    const { one, two } = nodes()
    const stream = streamOf('keys')
    const found = async (key: string) => (await two.streams.find(key)).map(({ id }) => id)
    await one.streams.commit(entryOf(stream, 1, [write('a', 1, ['k:x', 'k:y']), write('b', 1, ['k:y'])]))
    expect([await found('k:x'), await found('k:y'), await found('k:z')]).toEqual([['a'], ['a', 'b'], []])
    await one.streams.commit(entryOf(stream, 2, [write('a', 2, ['k:z'])]))
    expect([await found('k:x'), await found('k:y'), await found('k:z')]).toEqual([[], ['b'], ['a']])
    await one.streams.commit(entryOf(stream, 3, [write('a', null, ['k:z'])]))
    expect([await found('k:x'), await found('k:y'), await found('k:z')]).toEqual([[], ['b'], []])
  })

  test('[KEEP-3] a key finds records of several streams', async () => {
    const { one } = nodes()
    await one.streams.commit(entryOf(streamOf('keysA'), 1, [write('a', 1, ['shared:key'])]))
    await one.streams.commit(entryOf(streamOf('keysB'), 1, [write('b', 1, ['shared:key'])]))
    expect((await one.streams.find('shared:key')).map(({ stream }) => stream)).toEqual([streamOf('keysA'), streamOf('keysB')])
  })

  test('[KEEP-3] a removed record is gone, and may come back', async () => {
    const { one, two } = nodes()
    const stream = streamOf('removed')
    await one.streams.commit(entryOf(stream, 1, [write('a', 'here', ['k:removed'])]))
    await one.streams.commit(entryOf(stream, 2, [write('a', null)]))
    expect(await two.streams.load(stream)).toEqual({ rev: 2, records: [] })
    await one.streams.commit(entryOf(stream, 3, [write('a', 'back', ['k:removed'])]))
    expect((await two.streams.load(stream))?.records.map(({ rev, value }) => [rev, value])).toEqual([[3, 'back']])
    expect(await two.streams.find('k:removed')).toHaveLength(1)
  })
}

function lagging(nodes: () => Nodes): void {
  test('[KEEP-4] killed between two writes: the entry is the commit, and loading writes its records', async () => {
    const { one, two, place } = nodes()
    const stream = streamOf('killed')
    await one.streams.commit(entryOf(stream, 1, [write('a', 'old', ['k:old']), write('gone', 'old')]))
    const entry = entryOf(stream, 2, [write('a', 'new', ['k:new']), write('gone', null), write('b', 'new')])
    if (place.commitWithoutRecords) await place.commitWithoutRecords(entry)
    // SQLite keeps both in one transaction: there is no moment between the two writes.
    else await one.streams.commit(entry)
    expect(await one.streams.commit(entryOf(stream, 2, [write('a', 'late')]))).toBe('conflict')
    const loaded = await two.streams.load(stream)
    expect(loaded?.rev).toBe(2)
    expect(loaded?.records.map(({ id, rev, value }) => [id, rev, value])).toEqual([
      ['a', 2, 'new'],
      ['b', 2, 'new'],
    ])
    expect([await one.streams.find('k:old'), (await one.streams.find('k:new')).length]).toEqual([[], 1])
  })

  test('[KEEP-4] records that lag behind their journal are found by key before their stream was ever loaded', async () => {
    const { one, place } = nodes()
    const stream = streamOf('lagfind')
    const commit = place.commitWithoutRecords ?? one.streams.commit
    await commit(entryOf(stream, 1, [write('link', { token: 't' }, ['link-token:lag'])]))
    expect((await one.streams.find('link-token:lag')).map(({ id }) => id)).toEqual(['link'])
  })

  test('[KEEP-4] a record that lags by two commits ends at the newest, however late the older one is written', async () => {
    const { one, two, place } = nodes()
    const stream = streamOf('lagtwo')
    const commit = place.commitWithoutRecords ?? one.streams.commit
    await commit(entryOf(stream, 1, [write('a', 1), write('b', 1)]))
    await commit(entryOf(stream, 2, [write('a', null)]))
    await one.streams.commit(entryOf(stream, 3, [write('c', 3)]))
    expect((await two.streams.load(stream))?.records.map(({ id, value }) => [id, value])).toEqual([
      ['b', 1],
      ['c', 3],
    ])
  })
}
