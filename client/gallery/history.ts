/** Undo and redo of own acts: an act is a list of steps, forwards and back. A batch is one act. */
import type { PhotoId, SheetId } from '../../common/ids.ts'
import type { SheetCommand } from '../../common/sheet/commands.ts'

export type Step =
  | { readonly type: 'sheet'; readonly sheet: SheetId; readonly command: SheetCommand }
  | { readonly type: 'hide' | 'show'; readonly photos: readonly PhotoId[] }

export interface Act {
  readonly forth: readonly Step[]
  readonly back: readonly Step[]
}

/** Acts one can go back: beyond it nobody remembers what they did. */
const longest = 200

export class History {
  #done: Act[] = []
  #undone: Act[] = []

  get canUndo(): boolean {
    return this.#done.length > 0
  }

  get canRedo(): boolean {
    return this.#undone.length > 0
  }

  did(act: Act): void {
    if (act.back.length === 0) return
    this.#undone = []
    this.#done.push(act)
    if (this.#done.length > longest) this.#done.shift()
  }

  undo(): readonly Step[] {
    const act = this.#done.pop()
    if (!act) return []
    this.#undone.push(act)
    return act.back
  }

  redo(): readonly Step[] {
    const act = this.#undone.pop()
    if (!act) return []
    this.#done.push(act)
    return act.forth
  }

  /** Steps on this sheet no longer make sense. */
  forget(sheet: SheetId): void {
    const without = (steps: readonly Step[]) => steps.filter((step) => step.type !== 'sheet' || step.sheet !== sheet)
    const clean = (acts: readonly Act[]) =>
      acts.map(({ forth, back }) => ({ forth: without(forth), back: without(back) })).filter(({ back }) => back.length > 0)
    this.#done = clean(this.#done)
    this.#undone = clean(this.#undone)
  }
}
