/** People as kept: one stream each, users and visitors alike. */
import type { PersonRecord, User, Visitor } from '../../common/gallery/account.ts'
import type { PersonId, UserId, VisitorId } from '../../common/ids.ts'
import type { Clock, Dice, Store, StreamEntry } from '../ports.ts'

interface KeptPerson {
  readonly rev: number
  readonly person: PersonRecord
}

export const isUser = (person: PersonId): person is UserId => person.startsWith('u_')

/** E-mail addresses are one person's whatever their case. */
export const emailKey = (email: string): string => `email:${email.trim().normalize('NFKC').toLowerCase()}`

export async function loadPerson(store: Pick<Store, 'streams'>, id: PersonId): Promise<KeptPerson | null> {
  const stream = await store.streams.load(`user:${id}`)
  const record = stream?.records.find((kept) => kept.id === id)
  return stream && record ? { rev: stream.rev, person: record.value as PersonRecord } : null
}

/** Only records of this module are ever kept in these streams. */
export async function loadUser(store: Pick<Store, 'streams'>, id: PersonId): Promise<User | null> {
  const kept = await loadPerson(store, id)
  return kept?.person.kind === 'user' ? kept.person : null
}

/** One commit of a person's stream. `rev` is the revision it makes. `command` must hold no secret. */
export const personEntry = (person: PersonRecord, rev: number, command: object, at: number): StreamEntry => ({
  stream: `user:${person.id}`,
  rev,
  commandId: null,
  command,
  writes: [{ kind: person.kind, id: person.id, keys: [], value: person }],
  by: person.id,
  at,
})

/** Somebody new without a login, known from now on by the cookie the door gives them. */
export async function addVisitor(
  { store, clock, dice }: { readonly store: Pick<Store, 'streams'>; readonly clock: Clock; readonly dice: Dice },
  name: string,
  email: string | null,
): Promise<Visitor> {
  const visitor: Visitor = { kind: 'visitor', id: dice.id('visitor') as VisitorId, name, email, createdAt: clock.now() }
  const kept = await store.streams.commit(personEntry(visitor, 1, { type: 'visitor:add' }, visitor.createdAt))
  if (kept === 'conflict') throw new Error('two visitors of one id')
  return visitor
}
