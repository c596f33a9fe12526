import { afterAll, beforeAll, describe, test } from '@jest/globals'
import type { Store } from '../../server/ports.ts'
import { clientsContract } from './clients-contract.ts'
import { journalContract } from './journal-contract.ts'
import { pastContract } from './past-contract.ts'
import { reopenContract } from './reopen-contract.ts'
import { type Place, type Shelf, shelves } from './shelves.ts'
import { smallPartsContract } from './small-parts-contract.ts'
import { streamsContract } from './streams-contract.ts'

/** Two nodes on one database: whatever one of them keeps, the other one finds. */
export interface Nodes {
  readonly place: Place
  readonly one: Store
  readonly two: Store
}

for (const shelf of shelves) {
  if (shelf.skipped === null) describe(`the store ${shelf.name}`, () => contract(shelf))
  else {
    process.stderr.write(`\nSKIPPED: the store contract ${shelf.name}. To run it, ${shelf.skipped}\n`)
    describe(`the store ${shelf.name}`, () => test.skip(`the whole contract: ${shelf.skipped}`, () => undefined))
  }
}

function contract(shelf: Shelf): void {
  let open: Nodes | null = null
  const nodes = (): Nodes => {
    if (!open) throw new Error('the nodes are not open')
    return open
  }

  beforeAll(async () => {
    const place = await shelf.make()
    open = { place, one: await place.open(), two: await place.open() }
  })
  afterAll(async () => {
    await open?.one.close()
    await open?.two.close()
    await open?.place.remove()
  })

  streamsContract(nodes)
  smallPartsContract(nodes)
  journalContract(nodes)
  clientsContract(nodes)
  pastContract(nodes)
  reopenContract(shelf)
}
