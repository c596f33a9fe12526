import { describe, expect, test } from '@jest/globals'
import { roots } from '../../common/sheet/shape.ts'
import type { StreamEntry } from '../../server/ports.ts'
import type { PastCommitsAsk, PastPushesAsk, PushPlace } from '../../server/ports-past.ts'
import type { Nodes } from './store.test.ts'
import { entryOf, gallery, person, photo, sheetEntry, streamOf } from './store-samples.ts'

export function pastContract(nodes: () => Nodes): void {
  describe('past', () => {
    commits(nodes)
    pushes(nodes)
  })
}

const beginning = (type: string) => `{"type":"${type}"`

function commits(nodes: () => Nodes): void {
  const stream = streamOf('past')
  const ask = (more: Partial<PastCommitsAsk> = {}): PastCommitsAsk => ({
    stream,
    before: null,
    limit: 10,
    beginnings: [beginning('photo:hide'), `${beginning('photo:kept')},"again":true`, beginning('guest:enter')],
    by: null,
    photo: null,
    since: 0,
    ...more,
  })
  const kept: readonly Partial<StreamEntry>[] = [
    { command: { type: 'photo:hide' }, writes: [{ kind: 'photo', id: photo('a'), keys: [], value: {} }] },
    { command: { type: 'photo:hidden-elsewhere' } },
    { command: { type: 'photo:kept', photo: photo('a') } },
    { command: { type: 'photo:kept', again: true, photo: photo('a') }, by: null },
    { command: { type: 'guest:enter', person: person('bob') }, by: null },
    {
      command: { type: 'photo:hide', note: 'guest:enter' },
      by: person('bob'),
      writes: [{ kind: 'photo', id: photo('b'), keys: [], value: null }],
    },
  ]

  test('[KEEP-17] commits of the asked beginnings come newest first, page by page, by person, photo and time', async () => {
    const { one, two } = nodes()
    for (const [i, more] of kept.entries()) await one.streams.commit({ ...entryOf(stream, i + 1), ...more })
    await one.streams.commit(entryOf(streamOf('pastElse'), 1))
    const revs = async (more: Partial<PastCommitsAsk> = {}) => (await two.streams.past(ask(more))).map(({ rev }) => rev)
    expect(await revs()).toEqual([6, 5, 4, 1])
    expect(await revs({ limit: 2 })).toEqual([6, 5])
    expect(await revs({ before: 5 })).toEqual([4, 1])
    expect(await revs({ by: person('ann') })).toEqual([1])
    expect(await revs({ by: person('bob') })).toEqual([6, 5])
    expect(await revs({ photo: photo('b') })).toEqual([6])
    expect(await revs({ since: entryOf(stream, 5).at })).toEqual([6, 5])
    expect(await two.streams.past(ask({ limit: 1 }))).toEqual([{ ...entryOf(stream, 6), ...kept[5] }])
  })
}

function pushes(nodes: () => Nodes): void {
  const [here, other] = [gallery('past'), gallery('pastElse')]
  const ask = (more: Partial<PastPushesAsk> = {}): PastPushesAsk => ({
    before: null,
    limit: 10,
    by: null,
    photo: null,
    roots,
    since: 0,
    ...more,
  })
  const [team, shared] = [`${photo('pastA')}/team`, `${photo('pastA')}/shared`] as const
  const next = `${photo('pastB')}/shared` as const
  const wrote = (who: string, path: string) => ({ writes: [{ person: person(who), connection: 's', paths: [path] }] })

  test('[KEEP-17] pushes come newest first, those of one moment too, page by page, by person, photo, root and time', async () => {
    const { one, two } = nodes()
    await one.journal.append([
      sheetEntry(team, 1, { gallery: here, at: 10, ...wrote('ann', 'marks.house') }),
      sheetEntry(shared, 1, { gallery: here, at: 20, ...wrote('bob', 'comments.c_1') }),
      sheetEntry(next, 1, { gallery: here, at: 20, ...wrote('bob', 'marks.u_bob') }),
      sheetEntry(shared, 2, { gallery: here, at: 20, ...wrote('ann', 'picks.q_1/u_ann') }),
      sheetEntry(`${photo('pastC')}/team`, 1, { gallery: other, at: 30 }),
    ])
    const places = async (more: Partial<PastPushesAsk> = {}) =>
      (await two.journal.past(here, ask(more))).map(({ sheet, seq }) => `${sheet.slice(2, 7)} ${sheet.split('/')[1]} ${seq}`)
    const all = ['pastB shared 1', 'pastA shared 2', 'pastA shared 1', 'pastA team 1']
    expect(await places()).toEqual(all)
    const paged: string[] = []
    let before: PushPlace | null = null
    for (;;) {
      const [row] = await two.journal.past(here, ask({ before, limit: 1 }))
      if (!row) break
      paged.push(`${row.sheet.slice(2, 7)} ${row.sheet.split('/')[1]} ${row.seq}`)
      before = { at: row.at, sheet: row.sheet, epoch: row.epoch, seq: row.seq }
    }
    expect(paged).toEqual(all)
    expect(await places({ by: person('bob') })).toEqual([all[0], all[2]])
    expect(await places({ photo: photo('pastA') })).toEqual(all.slice(1))
    expect(await places({ roots: ['marks'] })).toEqual([all[0], all[3]])
    expect(await places({ since: 11 })).toEqual(all.slice(0, 3))
    const [last] = await two.journal.past(here, ask({ limit: 1 }))
    expect(last).toEqual({ sheet: next, gallery: here, epoch: 1, seq: 1, at: 20, ...wrote('bob', 'marks.u_bob') })
  })
}
