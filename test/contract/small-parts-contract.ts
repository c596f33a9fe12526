import { describe, expect, test } from '@jest/globals'
import type { Nodes } from './store.test.ts'

const twenty = Array.from({ length: 20 }, (_, place) => place)

export function smallPartsContract(nodes: () => Nodes): void {
  describe('names', () => names(nodes))
  describe('vault', () => vault(nodes))
  describe('counters', () => counters(nodes))
}

function names(nodes: () => Nodes): void {
  test('[KEEP-5] a name belongs to the first who reserves it, also when it is asked again', async () => {
    const { one, two } = nodes()
    expect(await one.names.reserve('email:ann@example.org', 'u_1')).toBe(true)
    expect(await two.names.reserve('email:ann@example.org', 'u_2')).toBe(false)
    expect(await two.names.reserve('email:ann@example.org', 'u_1')).toBe(true)
    expect(await two.names.owner('email:ann@example.org')).toBe('u_1')
  })

  test('[KEEP-5] only its owner releases a name', async () => {
    const { one, two } = nodes()
    await one.names.reserve('slug:spring', 'a_1')
    await two.names.release('slug:spring', 'a_2')
    expect(await one.names.owner('slug:spring')).toBe('a_1')
    await two.names.release('slug:spring', 'a_1')
    expect(await one.names.owner('slug:spring')).toBeNull()
    expect(await one.names.reserve('slug:spring', 'a_2')).toBe(true)
  })

  test('[KEEP-5] of twenty who reserve one name at the same time one gets it', async () => {
    const { one, two } = nodes()
    const got = await Promise.all(twenty.map((who) => (who % 2 ? one : two).names.reserve('slug:race', `a_${who}`)))
    expect(got.filter(Boolean)).toHaveLength(1)
    expect(await one.names.owner('slug:race')).toBe(`a_${got.indexOf(true)}`)
  })
}

function vault(nodes: () => Nodes): void {
  test('[KEEP-6] what is put is there until it ends, and put again replaces it', async () => {
    const { one, two } = nodes()
    await one.vault.put('session:1', { person: 'u_1', 'a.b': [1] }, 1_000)
    expect(await two.vault.get('session:1', 999)).toEqual({ person: 'u_1', 'a.b': [1] })
    expect(await two.vault.get('session:1', 1_000)).toBeNull()
    await two.vault.put('session:1', 'again', 2_000)
    expect(await one.vault.get('session:1', 1_500)).toBe('again')
    await one.vault.drop('session:1')
    expect(await two.vault.get('session:1', 1_500)).toBeNull()
  })

  test('[KEEP-6] of many it is said which are there', async () => {
    const { one, two } = nodes()
    await one.vault.put('there:1', 1, 1_000)
    await one.vault.put('there:"2"', 2, 3_000)
    const keys = ['there:1', 'there:"2"', 'there:3']
    expect([...(await two.vault.there(keys, 500))].sort()).toEqual(['there:"2"', 'there:1'])
    expect(await two.vault.there(keys, 1_000)).toEqual(['there:"2"'])
    expect(await two.vault.there([], 1)).toEqual([])
  })

  test('[KEEP-6] of twenty who take one thing at the same time one gets it', async () => {
    const { one, two } = nodes()
    await one.vault.put('code:1', { secret: 7 }, 1_000)
    const got = await Promise.all(twenty.map((who) => (who % 2 ? one : two).vault.take('code:1', 500)))
    expect(got.filter((value) => value !== null)).toEqual([{ secret: 7 }])
  })

  test('[KEEP-6] what has ended cannot be taken', async () => {
    const { one } = nodes()
    await one.vault.put('code:2', 'late', 1_000)
    expect(await one.vault.take('code:2', 1_000)).toBeNull()
  })

  test('[KEEP-6] twenty puts of a new key at the same time leave one of their values', async () => {
    const { one, two } = nodes()
    await Promise.all(twenty.map((who) => (who % 2 ? one : two).vault.put('session:race', who, 1_000)))
    expect(twenty).toContain(await one.vault.get('session:race', 1))
  })

  test('[KEEP-6] a prefix is dropped as text, never as a pattern', async () => {
    const { one, two } = nodes()
    for (const key of ['s:a.c:1', 's:a.c:2', 's:abc:1', 's:a.', 's:b']) await one.vault.put(key, key, 1_000)
    await two.vault.dropPrefix('s:a.c:')
    const left = await Promise.all(['s:a.c:1', 's:a.c:2', 's:abc:1', 's:a.', 's:b'].map((key) => one.vault.get(key, 1)))
    expect(left).toEqual([null, null, 's:abc:1', 's:a.', 's:b'])
  })

  test('[KEEP-6] a sweep drops what has ended and says how much', async () => {
    const { one, two } = nodes()
    await one.vault.sweep(Number.MAX_SAFE_INTEGER)
    for (const ends of [10, 20, 30]) await one.vault.put(`sweep:${ends}`, ends, ends)
    expect(await two.vault.sweep(20)).toBe(2)
    expect(await one.vault.get('sweep:30', 5)).toBe(30)
    expect(await one.vault.get('sweep:10', 5)).toBeNull()
  })
}

function counters(nodes: () => Nodes): void {
  test('[KEEP-7] a counter starts at 1 and gives whole blocks', async () => {
    const { one, two } = nodes()
    expect(await one.counters.reserve('clients:g_1', 10)).toBe(1)
    expect(await two.counters.reserve('clients:g_1', 1)).toBe(11)
    expect(await one.counters.reserve('clients:g_1', 5)).toBe(12)
    expect(await one.counters.reserve('clients:g_2', 5)).toBe(1)
  })

  test('[KEEP-7] a counter never gives a number twice to twenty who ask at the same time', async () => {
    const { one, two } = nodes()
    const firsts = await Promise.all(twenty.map((who) => (who % 2 ? one : two).counters.reserve('race', 3)))
    expect(new Set(firsts.flatMap((first) => [first, first + 1, first + 2])).size).toBe(60)
  })
}
