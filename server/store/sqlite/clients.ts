import type { Database } from 'better-sqlite3'
import type { GalleryId, PersonId } from '../../../common/ids.ts'
import type { Journal } from '../../ports.ts'
import { type ClientRange, unboundParts } from '../client-ranges.ts'
import type { Direct } from './direct.ts'

/** Which person each Yjs client id of a gallery belongs to. Kept ranges never overlap. */
export function clientsIn(db: Database): Pick<Direct<Journal>, 'claimClients' | 'clientsOf'> {
  const all = db.prepare<[string], ClientRange>('SELECT first, count, person FROM clients WHERE gallery = ? ORDER BY first')
  const before = db.prepare<[string, number], ClientRange>(
    'SELECT first, count, person FROM clients WHERE gallery = ? AND first <= ? ORDER BY first DESC LIMIT 1',
  )
  const within = db.prepare<[string, number, number], ClientRange>(
    'SELECT first, count, person FROM clients WHERE gallery = ? AND first > ? AND first < ?',
  )
  const insert = db.prepare<[string, number, number, string]>('INSERT INTO clients (gallery, first, count, person) VALUES (?, ?, ?, ?)')

  const claim = db.transaction((gallery: GalleryId, wanted: ClientRange) => {
    const near = [...before.all(gallery, wanted.first), ...within.all(gallery, wanted.first, wanted.first + wanted.count)]
    const parts = unboundParts(wanted, near)
    for (const { first, count, person } of parts ?? []) insert.run(gallery, first, count, person)
    return parts !== null
  })

  return {
    claimClients: (gallery: GalleryId, first: number, count: number, person: PersonId) =>
      claim.immediate(gallery, { first, count, person }),
    clientsOf: (gallery) => all.all(gallery),
  }
}
