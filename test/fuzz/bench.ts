/** One sheet at the server with what is durable of it, and updates of every kind made for it. */
import * as Y from 'yjs'
import type { PersonId, SheetId } from '../../common/ids.ts'
import { edit } from '../../common/sheet/edit.ts'
import { readSheet } from '../../common/sheet/read.ts'
import { houseKey, roots } from '../../common/sheet/shape.ts'
import type { Push } from '../../server/sheets/api.ts'
import { documentOf, HotSheet } from '../../server/sheets/hot-sheet.ts'
import { anna, bert, pia, start } from '../server/sheets/studio.ts'
import { callableOn } from './acquainted.ts'
import type { Chance } from './chance.ts'
import { damaged, forged, random, type Surroundings } from './hostile.ts'
import { canonical } from './oracle.ts'
import { honestCommand } from './people.ts'

export const people: readonly PersonId[] = [anna, bert, pia]

export const jsonOf = (doc: Y.Doc): string => canonical(Object.fromEntries(roots.map((root) => [root, doc.getMap(root).toJSON()])))

/** One sheet at the server, with what is durable of it. */
export class Bench {
  readonly sheet: SheetId
  #hot: HotSheet
  durable: Uint8Array = new Uint8Array([0, 0])
  #client = 1
  readonly #owners = new Map<number, PersonId>()
  readonly #current = new Map<PersonId, number>()

  constructor(sheet: SheetId) {
    this.sheet = sheet
    this.#hot = new HotSheet(sheet, 1, [])
  }

  get doc(): Y.Doc {
    return this.#hot.doc
  }

  clientOf(person: PersonId): number {
    const known = this.#current.get(person)
    if (known !== undefined) return known
    const fresh = this.#client++
    this.#owners.set(fresh, person)
    this.#current.set(person, fresh)
    return fresh
  }

  owns = (person: PersonId) => (id: number) => this.#owners.get(id) === person

  /** The honest program of a person, up to date. */
  honest(chance: Chance, person: PersonId): Uint8Array {
    const doc = documentOf(this.sheet, [this.durable])
    doc.clientID = this.clientOf(person)
    const sent: Uint8Array[] = []
    doc.on('update', (bytes: Uint8Array) => sent.push(bytes))
    const command = honestCommand(chance, { person, staff: person === pia, content: readSheet(doc), callable: callableOn(this.sheet) })
    edit(doc, command, { person, key: this.sheet.endsWith('/team') ? houseKey : person, at: start })
    return sent[0] ?? new Uint8Array([0, 0])
  }

  push(push: Push) {
    const outcome = this.#hot.push({ push, now: start, full: false, owns: this.owns(push.viewer.person) })
    if (outcome.type === 'kept') this.durable = Y.mergeUpdates([this.durable, outcome.bytes])
    if (outcome.type === 'refused') {
      if (outcome.touched) this.#hot = new HotSheet(this.sheet, 1, [this.durable])
      // A refused lineage ends: the next push of this person comes from a new one.
      this.#current.delete(push.viewer.person)
    }
    return outcome
  }

  json(): string {
    return jsonOf(this.#hot.doc)
  }
}

export function generate(chance: Chance, bench: Bench, me: PersonId): { bytes: Uint8Array; honest: boolean } {
  const around: Surroundings = { chance, doc: bench.doc, me, client: bench.clientOf(me), people }
  switch (chance.int(5)) {
    case 0:
    case 1:
      return { bytes: bench.honest(chance, me), honest: true }
    case 2:
      return { bytes: damaged(around, bench.honest(chance, me), bench.honest(chance, me)), honest: false }
    case 3:
      return { bytes: random(around), honest: false }
    default:
      return { bytes: forged(around), honest: false }
  }
}
