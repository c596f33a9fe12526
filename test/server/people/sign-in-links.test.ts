import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { UserId } from '../../../common/ids.ts'
import { systemDice } from '../../../server/dice.ts'
import { createSignInLinks } from '../../../server/people/sign-in-links.ts'
import type { Store } from '../../../server/ports.ts'
import { openSqlite } from '../../../server/store/sqlite/open.ts'
import { SteadyClock } from '../../helpers/steady-clock.ts'

const link = { user: systemDice.id('user') as UserId, goTo: '/', local: true }
let folder: string
let store: Store
let clock: SteadyClock
const links = () => createSignInLinks({ vault: store.vault, clock, dice: systemDice })

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'people-'))
  store = await openSqlite({ folder })
  clock = new SteadyClock()
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

test('[PERSON-8] works once, also at the same moment', async () => {
  const secret = await links().make(link, clock.now() + 1_000)
  const taken = await Promise.all([1, 2, 3].map(() => links().take(secret, true)))
  expect(taken.filter((one) => one.ok)).toEqual([{ ok: true, value: link }])
  expect(await links().take(secret, true)).toMatchObject({ refusal: { code: 'link-ended' } })
})

test('[PERSON-8] ends in time', async () => {
  const secret = await links().make(link, clock.now() + 1_000)
  clock.forward(1_001)
  expect(await links().take(secret, true)).toMatchObject({ refusal: { code: 'link-ended' } })
})

test('[PERSON-9] for this machine: refused from elsewhere, and still good', async () => {
  const secret = await links().make(link, clock.now() + 1_000)
  expect(await links().take(secret, false)).toMatchObject({ refusal: { code: 'not-found' } })
  expect(await links().take(secret, true)).toMatchObject({ ok: true })
})
