/** Undo and redo of own acts: an act is a list of steps, forwards and back. A batch is one act. */
import type { PhotoId, SheetId } from '../../common/ids.ts'
import type { SheetCommand } from '../../common/sheet/commands.ts'

export type Step =
  | { readonly type: 'sheet'; readonly sheet: SheetId; readonly command: SheetCommand }
  | { readonly type: 'hide' | 'show'; readonly photos: readonly PhotoId[] }

export interface Act {
  readonly forth: readonly Step[]
  readonly back: readonly Step[]
  /** Acts of one row that follow each other closely count as one. Each sets the same fields anew: the last says all of it. */
  readonly row?: string
}

/** Acts one can go back: beyond it nobody remembers what they did. */
const longest = 200
/** Milliseconds without an act that end a row. */
const rowEnds = 1_200

export class History {
  #done: Act[] = []
  #undone: Act[] = []
  /** When the last act was done. */
  #at = 0

  get canUndo(): boolean {
    return this.#done.length > 0
  }

  get canRedo(): boolean {
    return this.#undone.length > 0
  }

  did(act: Act, now = Date.now()): void {
    if (act.back.length === 0) return
    this.#undone = []
    const before = this.#done.at(-1)
    const goesOn = act.row !== undefined && before?.row === act.row && now - this.#at < rowEnds
    if (goesOn) this.#done.pop()
    this.#at = now
    this.#done.push(goesOn ? { ...act, back: before.back } : act)
    if (this.#done.length > longest) this.#done.shift()
  }

  undo(): readonly Step[] {
    const act = this.#done.pop()
    if (!act) return []
    this.#undone.push(act)
    this.#at = 0
    return act.back
  }

  redo(): readonly Step[] {
    const act = this.#undone.pop()
    if (!act) return []
    this.#done.push(act)
    this.#at = 0
    return act.forth
  }

  /** Steps on this sheet no longer make sense. */
  forget(sheet: SheetId): void {
    const without = (steps: readonly Step[]) => steps.filter((step) => step.type !== 'sheet' || step.sheet !== sheet)
    const clean = (acts: readonly Act[]) =>
      acts.map((act) => ({ ...act, forth: without(act.forth), back: without(act.back) })).filter(({ back }) => back.length > 0)
    this.#done = clean(this.#done)
    this.#undone = clean(this.#undone)
  }
}
