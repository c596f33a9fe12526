/**
 * Group commit for all sheets of the process. Idle: what came in the same turn of the event loop is committed at once. Busy: what comes
 * while a group is being committed, and in a short gap that grows with the load, makes the next one.
 */
import type { GalleryId } from '../../common/ids.ts'
import type { Clock, Journal, SheetEntry } from '../ports.ts'
import type { SheetBatch } from './api.ts'
import type { SheetsLog } from './deps.ts'
import { Pace } from './pace.ts'
import type { Sheet } from './sheet.ts'

export type Update = SheetBatch['updates'][number]

interface Group {
  readonly sheets: readonly Sheet[]
  readonly entries: readonly { readonly sheet: Sheet; readonly entry: SheetEntry }[]
}

export class Flusher {
  readonly #journal: Journal
  readonly #clock: Clock
  readonly #log: SheetsLog
  readonly #pace = new Pace()
  #dirty = new Set<Sheet>()
  #running = false

  constructor(at: { journal: Journal; clock: Clock; log: SheetsLog }) {
    this.#journal = at.journal
    this.#clock = at.clock
    this.#log = at.log
  }

  mark(sheet: Sheet): void {
    this.#dirty.add(sheet)
    if (this.#running) return
    this.#running = true
    setImmediate(() => void this.#run())
  }

  async #run(): Promise<void> {
    while (this.#dirty.size > 0) {
      const wait = this.#pace.wait(performance.now())
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
      await this.#flush()
    }
    this.#running = false
  }

  async #flush(): Promise<void> {
    const group = this.#group()
    if (group.entries.length === 0) {
      for (const sheet of group.sheets) sheet.answer()
      return
    }
    this.#pace.begin(performance.now())
    let answers: readonly ('ok' | 'conflict')[]
    try {
      answers = await this.#journal.append(group.entries.map(({ entry }) => entry))
    } catch (fault) {
      this.#log.error({ err: fault, sheets: group.entries.length }, 'sheets could not be saved')
      for (const sheet of group.sheets) sheet.failed()
      return
    }
    this.#settle(group, answers)
  }

  #group(): Group {
    const sheets = [...this.#dirty]
    this.#dirty = new Set()
    const at = this.#clock.now()
    const entries = sheets.flatMap((sheet) => {
      try {
        const entry = sheet.depart(at)
        return entry ? [{ sheet, entry }] : []
      } catch (fault) {
        // One sheet never holds up the others.
        this.#log.error({ err: fault, sheet: sheet.id }, 'what was accepted could not be put together')
        sheet.failed()
        return []
      }
    })
    return { sheets, entries }
  }

  /** Durable: everyone is told, then the authors are answered, in one stretch. */
  #settle({ sheets, entries }: Group, answers: readonly ('ok' | 'conflict')[]): void {
    const lost = new Set<Sheet>()
    const told = new Map<GalleryId, { sheet: Sheet; updates: Update[] }>()
    entries.forEach(({ sheet, entry }, i) => {
      if (answers[i] !== 'ok') {
        lost.add(sheet)
        return
      }
      sheet.kept(entry)
      const update = { sheet: entry.sheet, bytes: entry.bytes, state: false }
      const batch = told.get(entry.gallery)
      if (batch) batch.updates.push(update)
      else told.set(entry.gallery, { sheet, updates: [update] })
    })
    const began = performance.now()
    for (const { sheet, updates } of told.values()) sheet.tell(updates)
    this.#pace.told(performance.now() - began)
    for (const sheet of sheets) {
      if (lost.has(sheet)) sheet.overtaken()
      else sheet.answer()
    }
  }
}
