/** People edit, connections break, answers and frames get lost, some pushes are forbidden: in the end all copies say the same. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import * as ywasm from 'ywasm'
import type { PersonId } from '../../common/ids.ts'
import type { SheetCommand } from '../../common/sheet/commands.ts'
import { readSheet } from '../../common/sheet/read.ts'
import { roots } from '../../common/sheet/shape.ts'
import type { OpenSheets, PushOutcome } from '../../server/sheets/api.ts'
import { documentOf } from '../../server/sheets/hot-sheet.ts'
import {
  anna,
  bert,
  contentOf,
  gallery,
  openShelf,
  pia,
  type Shelf,
  shared,
  sheetsOn,
  type Writer,
  writerOn,
} from '../server/sheets/studio.ts'
import { acquainted, callableOn } from './acquainted.ts'
import { type Chance, chanceOf, seedOf } from './chance.ts'
import { forged } from './hostile.ts'
import { canonical } from './oracle.ts'
import { honestCommand } from './people.ts'

const people: readonly PersonId[] = [anna, bert, pia]
const sessions = 12
const steps = 120

let shelf: Shelf
let sheets: OpenSheets
beforeEach(async () => {
  shelf = await openShelf()
  sheets = await sheetsOn(shelf.store).open(gallery)
})
afterEach(async () => {
  await sheets.close()
  await shelf.end()
})

/** One person's program: an outbox of commands, a line to the server that breaks. */
class Session {
  readonly writer: Writer
  readonly #chance: Chance
  #outbox: SheetCommand[] = []
  #connected = true
  /** Frames on their way, oldest first. */
  #frames: Uint8Array[] = []
  #line = Promise.resolve()
  #lineage = 0

  constructor(writer: Writer, chance: Chance) {
    this.writer = writer
    this.#chance = chance
    sheets.onBatch(({ updates }) => {
      if (this.#connected) this.#frames.push(...updates.map(({ bytes }) => bytes))
    })
  }

  act(): void {
    const { person } = this.writer
    const command = honestCommand(this.#chance, {
      person,
      staff: person === pia,
      content: readSheet(this.writer.doc),
      callable: callableOn(shared),
    })
    this.#outbox.push(command)
    this.#send(command)
  }

  /** Something forbidden, as if this program were broken. */
  misbehave(): void {
    const { writer } = this
    const around = { chance: this.#chance, doc: writer.doc, me: writer.person, client: writer.client, people }
    if (!this.#connected) return
    // It did this itself: what it does next comes after it, under the numbers that follow; Yjs would take another id for it.
    const bytes = forged(around)
    writer.doc.clientID = 0
    writer.hear(bytes)
    writer.doc.clientID = writer.client
    this.#push(bytes, null)
  }

  hear(most: number): void {
    for (const bytes of this.#frames.splice(0, most)) this.writer.hear(bytes)
  }

  /** What was under way may have arrived or not. */
  breakLine(): void {
    this.#connected = false
    this.#lineage++
    this.#frames = []
  }

  /** A new lineage from the server's state, and everything unanswered done again. */
  reconnect(): void {
    if (this.#connected) return
    this.#connected = true
    this.#renew(sheets.state(shared))
  }

  async settle(): Promise<void> {
    this.reconnect()
    while (this.#outbox.length > 0) {
      await this.#line
      await new Promise((resolve) => setImmediate(resolve))
    }
    await this.#line
  }

  /** Frames on their way stay: an answer may be looked at after frames that the state in it is older than. */
  #renew(state: Uint8Array | null): void {
    this.#lineage++
    this.writer.restart(state)
    for (const command of this.#outbox) this.#send(command)
  }

  #send(command: SheetCommand): void {
    const bytes = this.writer.make(command)
    if (this.#connected) this.#push(bytes, command)
  }

  #push(bytes: Uint8Array, command: SheetCommand | null): void {
    const lineage = this.#lineage
    const sent = this.writer.send(bytes, { state: acquainted() })
    this.#line = this.#line.then(async () => this.#answered(await sent, command, lineage))
  }

  #answered(outcome: PushOutcome, command: SheetCommand | null, lineage: number): void {
    if (lineage !== this.#lineage) return
    if (command) this.#outbox = this.#outbox.filter((one) => one !== command)
    if (!outcome.ok) this.#renew(outcome.state)
  }
}

test(`[SHEET-31] ${sessions} programs at random work converge`, async () => {
  const chance = chanceOf(seedOf('convergence'))
  for (let round = 0; round < sessions / 3; round++) {
    const team: Session[] = []
    for (const person of people) team.push(new Session(await writerOn(sheets, person), chance))
    for (let step = 0; step < steps; step++) {
      const one = chance.pickFrom(team)
      const choice = chance.int(20)
      if (choice < 11) one?.act()
      else if (choice < 15) one?.hear(1 + chance.int(4))
      else if (choice < 16) one?.breakLine()
      else if (choice < 18) one?.reconnect()
      else if (choice < 19) one?.misbehave()
      else await new Promise((resolve) => setTimeout(resolve, chance.int(3)))
    }
    for (const one of team) await one.settle()
    const content = canonical(readSheet(contentOf(sheets.state(shared))))
    for (const one of team) {
      one.hear(Number.MAX_SAFE_INTEGER)
      expect(canonical(readSheet(one.writer.doc))).toBe(content)
    }
  }
  expect(Object.keys(readSheet(contentOf(sheets.state(shared))).marks).length).toBeGreaterThan(0)
  await expectSameInAnotherImplementation()
}, 120_000)

/** The log, entry by entry, and the state that is served. */
async function expectSameInAnotherImplementation(): Promise<void> {
  const kept = await shelf.store.journal.loadSheet(shared)
  const state = sheets.state(shared)
  if (!kept || !state) throw new Error('nothing kept')
  const content = jsonOf(documentOf(shared, kept.parts))
  expect(elsewhere(kept.parts)).toBe(content)
  expect(elsewhere([state])).toBe(content)
}

function elsewhere(parts: readonly Uint8Array[]): string {
  const doc = new ywasm.YDoc({})
  for (const part of parts) ywasm.applyUpdate(doc, part, undefined)
  const json = canonical(Object.fromEntries(roots.map((root) => [root, doc.getMap(root).toJson(undefined)])))
  doc.free()
  return json
}

/**
 * Bytes become lists: that is how the other implementation tells them. Of an emoji that somebody broken has cut through, it tells nothing where
 * Yjs tells a mark.
 */
function jsonOf(doc: ReturnType<typeof documentOf>): string {
  const plain = Object.fromEntries(roots.map((root) => [root, doc.getMap(root).toJSON()]))
  const asLists = JSON.stringify(plain, (_, value: unknown) => (value instanceof Uint8Array ? [...value] : value))
  return canonical(JSON.parse(asLists.replaceAll('\ufffd', '')))
}

test('[SHEET-32] a folded sheet has the same content in another implementation', async () => {
  const chance = chanceOf(seedOf('another implementation'))
  const writer = await writerOn(sheets, pia)
  for (let n = 0; n < 150; n++) {
    const command = honestCommand(chance, { person: pia, staff: true, content: readSheet(writer.doc), callable: callableOn(shared) })
    const outcome = await writer.send(writer.make(command), { state: acquainted() })
    expect(outcome).toEqual({ ok: true })
  }
  const kept = await shelf.store.journal.loadSheet(shared)
  if (!kept) throw new Error('nothing kept')
  const content = jsonOf(documentOf(shared, kept.parts))
  await shelf.store.journal.append([
    { sheet: shared, gallery, epoch: kept.epoch, seq: kept.seq + 1, bytes: new Uint8Array([0, 0]), writes: [], at: 0 },
  ])
  await sheets.readOn(shared)
  expect(await shelf.store.journal.loadSheet(shared)).toMatchObject({ epoch: kept.epoch + 1 })
  expect(elsewhere([sheets.state(shared) ?? new Uint8Array()])).toBe(content)
})
