/** Studios: made at sign-up, one for each user who signs up. */
import type { Account, Member, User } from '../../common/gallery/account.ts'
import type { AccountId, PersonId, UserId } from '../../common/ids.ts'
import type { Store } from '../ports.ts'

/** The studio made by a user's sign-up: known from the user alone, so that a sign-up cut short is completed, never doubled. */
export const firstAccountOf = (user: UserId): AccountId => `a_${user.slice(2)}` as AccountId

/** A name that somebody holds while no studio was ever opened here. */
const freshName = 'no-studio-yet'

export async function markFresh({ names }: Pick<Store, 'names'>): Promise<void> {
  await names.reserve(freshName, freshName)
}

export const isFresh = async ({ names }: Pick<Store, 'names'>): Promise<boolean> => (await names.owner(freshName)) !== null

/** Makes the studio unless it is there; from then on the server is no fresh one. */
export async function ensureAccount(
  store: Pick<Store, 'streams' | 'names'>,
  { user, studio, demo }: { readonly user: User; readonly studio: string; readonly demo: boolean },
): Promise<AccountId> {
  const id = firstAccountOf(user.id)
  const account: Account = { kind: 'account', id, name: studio, owner: user.id, demo, createdAt: user.createdAt }
  const owner: Member = {
    kind: 'member',
    account: id,
    user: user.id,
    owner: true,
    write: true,
    settings: true,
    scope: 'all',
    removedAt: null,
  }
  await store.streams.commit({
    stream: `account:${id}`,
    rev: 1,
    commandId: null,
    command: { type: 'account:create' },
    writes: [
      { kind: 'account', id, keys: [], value: account },
      { kind: 'member', id: user.id, keys: [`member:${user.id}`], value: owner },
    ],
    by: user.id,
    at: user.createdAt,
  })
  await store.names.release(freshName, freshName)
  return id
}

export async function loadAccount(store: Pick<Store, 'streams'>, id: AccountId): Promise<Account | null> {
  const stream = await store.streams.load(`account:${id}`)
  return (stream?.records.find((record) => record.kind === 'account')?.value as Account | undefined) ?? null
}

/** Team seats a person holds now. */
export async function seatsOf(store: Pick<Store, 'streams'>, person: PersonId): Promise<readonly Member[]> {
  const found = await store.streams.find(`member:${person}`)
  return found.map((record) => record.value as Member).filter((member) => member.removedAt === null)
}
