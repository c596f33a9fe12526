/**
 * Signing up and in. A sign-up is three steps, each harmless alone: the e-mail is reserved, the user is kept, the studio is kept.
 * Cut short after the first, the next sign-up takes the reservation over; after the second, the next sign-in makes the studio.
 */
import type { User } from '../../common/gallery/account.ts'
import { type UserId, userId } from '../../common/ids.ts'
import { done, type Result, refuse } from '../../common/result.ts'
import { ensureAccount } from './accounts.ts'
import type { SignUp } from './api.ts'
import type { PeopleDeps } from './deps.ts'
import { emailKey, loadUser, personEntry } from './persons.ts'

type SignUpDeps = Pick<PeopleDeps, 'store' | 'clock' | 'dice' | 'hashing'>

export async function signUp(deps: SignUpDeps, ask: SignUp): Promise<Result<User>> {
  const { store, clock, dice, hashing } = deps
  const minted = dice.id('user') as UserId
  const id = (await store.names.reserve(emailKey(ask.email), minted)) ? minted : await reservedBy(deps, ask.email)
  const passwordHash = await hashing.hash(ask.password)
  if (id === null || (await loadUser(store, id))) return refuse('taken', 'email')
  const user: User = { kind: 'user', id, email: ask.email.trim(), name: ask.name, passwordHash, createdAt: clock.now() }
  const entry = personEntry(user, 1, { type: 'user:sign-up', studio: ask.studio }, user.createdAt)
  if ((await store.streams.commit(entry)) === 'conflict') return refuse('taken', 'email')
  await ensureAccount(store, { user, studio: ask.studio, demo: false })
  return done(user)
}

/** The user id an e-mail is reserved for. Whoever commits that user's first revision has the e-mail. */
async function reservedBy({ store }: SignUpDeps, email: string): Promise<UserId | null> {
  const owner = userId.safeParse(await store.names.owner(emailKey(email)))
  return owner.success ? owner.data : null
}

export async function signIn(
  { store, hashing }: SignUpDeps,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<Result<User>> {
  const owner = userId.safeParse(await store.names.owner(emailKey(email)))
  const user = owner.success ? await loadUser(store, owner.data) : null
  const matched = await hashing.matches(user?.passwordHash ?? null, password)
  if (!user || !matched) return refuse('wrong-sign-in')
  await completeSignUp({ store }, user)
  return done(user)
}

/** Makes the studio of a sign-up that was cut short. */
async function completeSignUp({ store }: Pick<PeopleDeps, 'store'>, user: User): Promise<void> {
  const [first] = await store.streams.entries(`user:${user.id}`, 0, 1)
  const command = first?.command as { readonly type?: unknown; readonly studio?: unknown } | undefined
  if (command?.type !== 'user:sign-up' || typeof command.studio !== 'string') return
  await ensureAccount(store, { user, studio: command.studio, demo: false })
}
