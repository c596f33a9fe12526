import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { GalleryId, UserId } from '../../../common/ids.ts'
import { systemDice } from '../../../server/dice.ts'
import { createHashing } from '../../../server/hashing.ts'
import { firstAccountOf, loadAccount, seatsOf } from '../../../server/people/accounts.ts'
import { emailKey, loadUser, personEntry } from '../../../server/people/persons.ts'
import { signIn, signUp } from '../../../server/people/sign-up.ts'
import { createStaff } from '../../../server/people/staff.ts'
import type { Store } from '../../../server/ports.ts'
import { openSqlite } from '../../../server/store/sqlite/open.ts'

const ask = { email: 'Jonas@Example.com', password: 'a long password', name: 'Jonas', studio: 'Studio Reiter' }
const hashing = createHashing()
let folder: string
let store: Store
const deps = () => ({ store, clock: { now: () => 1_000 }, dice: systemDice, hashing })

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'people-'))
  store = await openSqlite({ folder })
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('signing up', () => {
  test('[PERSON-1] makes a user and a studio they own', async () => {
    const made = await signUp(deps(), ask)
    if (!made.ok) throw new Error(made.refusal.code)
    expect(made.value).toMatchObject({ name: 'Jonas', email: 'Jonas@Example.com' })
    expect(made.value.passwordHash).toMatch(/^\$argon2id\$/)
    const [seat] = await seatsOf(store, made.value.id)
    expect(seat).toMatchObject({ owner: true, scope: 'all' })
    expect(await loadAccount(store, firstAccountOf(made.value.id))).toMatchObject({
      name: 'Studio Reiter',
      owner: made.value.id,
      demo: false,
    })
  })

  test('[PERSON-2] one e-mail, one user, whatever its case', async () => {
    await signUp(deps(), ask)
    const again = await signUp(deps(), { ...ask, email: 'jonas@example.COM' })
    expect(again).toMatchObject({ ok: false, refusal: { code: 'taken' } })
    expect(await signIn(deps(), { email: 'JONAS@example.com', password: ask.password })).toMatchObject({ ok: true })
  })

  test('[PERSON-2] of sign-ups at the same moment one wins, with one studio', async () => {
    const all = await Promise.all(['a', 'b', 'c', 'd'].map((studio) => signUp(deps(), { ...ask, studio })))
    const won = all.flatMap((made) => (made.ok ? [made.value] : []))
    expect(won).toHaveLength(1)
    const owner = await store.names.owner(emailKey(ask.email))
    expect(owner).toBe(won[0]?.id)
    expect(await seatsOf(store, owner as UserId)).toHaveLength(1)
  })

  test('[PERSON-3] cut short after the reservation, the next try takes it over', async () => {
    await store.names.reserve(emailKey(ask.email), systemDice.id('user'))
    expect(await signUp(deps(), ask)).toMatchObject({ ok: true })
    expect(await signIn(deps(), ask)).toMatchObject({ ok: true })
  })

  test('[PERSON-3] cut short before the studio, the next sign-in makes it', async () => {
    const id = systemDice.id('user') as UserId
    await store.names.reserve(emailKey(ask.email), id)
    const user = {
      kind: 'user',
      id,
      email: ask.email,
      name: ask.name,
      passwordHash: await hashing.hash(ask.password),
      createdAt: 1,
    } as const
    await store.streams.commit(personEntry(user, 1, { type: 'user:sign-up', studio: ask.studio }, 1))
    expect(await loadUser(store, id)).toEqual(user)
    expect(await seatsOf(store, id)).toHaveLength(0)
    expect(await signIn(deps(), ask)).toMatchObject({ ok: true })
    expect(await loadAccount(store, firstAccountOf(id))).toMatchObject({ name: ask.studio })
    expect(await seatsOf(store, id)).toHaveLength(1)
  })

  test('[PERSON-4] unknown e-mail and wrong password are answered alike', async () => {
    await signUp(deps(), ask)
    const wrong = await signIn(deps(), { email: ask.email, password: 'something else' })
    const unknown = await signIn(deps(), { email: 'nobody@example.com', password: 'something else' })
    expect(wrong).toEqual(unknown)
    expect(wrong).toMatchObject({ refusal: { code: 'wrong-sign-in' } })
  })

  test('[PERSON-4] a user without a password signs in with none', async () => {
    const id = systemDice.id('user') as UserId
    await store.names.reserve(emailKey(ask.email), id)
    await store.streams.commit(
      personEntry({ kind: 'user', id, email: ask.email, name: 'X', passwordHash: null, createdAt: 1 }, 1, { type: 'demo:user' }, 1),
    )
    expect(await signIn(deps(), ask)).toMatchObject({ refusal: { code: 'wrong-sign-in' } })
  })
})

describe('team seats', () => {
  test('[PERSON-21] reach their scope and what lies below it, and end with the membership', async () => {
    const made = await signUp(deps(), ask)
    if (!made.ok) throw new Error(made.refusal.code)
    const account = firstAccountOf(made.value.id)
    const user = systemDice.id('user') as UserId
    const [top, below, other] = [systemDice.id('gallery'), systemDice.id('gallery'), systemDice.id('gallery')] as GalleryId[]
    const member = { kind: 'member', account, user, owner: false, write: true, settings: false, scope: [top], removedAt: null }
    const keep = (rev: number, value: object) =>
      store.streams.commit({
        stream: `account:${account}`,
        rev,
        commandId: null,
        command: {},
        writes: [{ kind: 'member', id: user, keys: [`member:${user}`], value }],
        by: null,
        at: 1,
      })
    await keep(2, member)
    const { staffSeat, studioName } = createStaff(store)
    expect(await staffSeat(user, account, [below, top] as GalleryId[])).toMatchObject({ inScope: true, write: true, owner: false })
    expect(await staffSeat(user, account, [other] as GalleryId[])).toMatchObject({ inScope: false })
    expect(await staffSeat(made.value.id, account, [other] as GalleryId[])).toMatchObject({ inScope: true, owner: true })
    await keep(3, { ...member, removedAt: 5 })
    expect(await staffSeat(user, account, [top] as GalleryId[])).toBeNull()
    expect(await studioName(account)).toBe('Studio Reiter')
  })
})
