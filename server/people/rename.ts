/** A new name, told in every gallery somebody is known in. */
import type { PersonId } from '../../common/ids.ts'
import { done, type Result, refuse } from '../../common/result.ts'
import { galleriesOf } from './cards.ts'
import type { PeopleDeps } from './deps.ts'
import { loadPerson, personEntry } from './persons.ts'

/** Two renames at one moment: the second reads on and tries again, a few times. */
const attempts = 5

export async function rename(deps: PeopleDeps, person: PersonId, name: string): Promise<Result<void>> {
  const kept = await keepName(deps, person, name)
  if (!kept.ok) return kept
  for (const gallery of await galleriesOf(deps, person)) {
    const state = await deps.galleries.state(gallery)
    if (!state?.guests.has(person)) continue
    const told = await deps.galleries.perform({ gallery, by: null, commandId: null, command: { type: 'guest:rename', person, name } })
    if (!told.ok) return told
  }
  return done(undefined)
}

async function keepName({ store, clock }: PeopleDeps, person: PersonId, name: string): Promise<Result<void>> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const kept = await loadPerson(store, person)
    if (!kept) return refuse('sign-in-needed')
    if (kept.person.name === name) return done(undefined)
    const entry = personEntry({ ...kept.person, name }, kept.rev + 1, { type: 'person:rename', name }, clock.now())
    if ((await store.streams.commit(entry)) === 'ok') return done(undefined)
  }
  return refuse('retry')
}
