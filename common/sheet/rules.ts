/** May this change of a sheet stand? Pure; asked by the server for every entry a push touched, with the entry before and after. */
import { commentsPerSheet, drawingsPerSheet } from '../limits.ts'
import { assertNever } from '../result.ts'
import { writesSheet } from '../visibility/sheets.ts'
import { commentVerdict } from './comment-rules.ts'
import { drawingVerdict } from './drawing-rules.ts'
import { markVerdict, pickVerdict } from './mark-rules.ts'
import type { EntryChange, SheetFacts, Verdict } from './verdict.ts'

/** The first refusal, or null if all changes may stand. Throwing refuses too. */
export function judge(facts: SheetFacts, changes: readonly EntryChange[]): Verdict {
  try {
    const photo = facts.state.photos.get(facts.photo)
    if (!photo) return 'not-found'
    if (!writesSheet(facts.viewer, facts.state, photo, facts.audience)) return 'not-allowed'
    for (const change of changes) {
      const verdict = verdictOn(facts, change)
      if (verdict) return verdict
    }
    return null
  } catch {
    return 'malformed'
  }
}

function verdictOn(facts: SheetFacts, change: EntryChange): Verdict {
  switch (change.root) {
    case 'marks':
      return markVerdict(facts, change)
    case 'picks':
      return pickVerdict(facts, change)
    case 'comments':
      return within(facts, change, commentsPerSheet) ?? commentVerdict(facts, change)
    case 'drawings':
      return within(facts, change, drawingsPerSheet) ?? drawingVerdict(facts, change)
    default:
      return assertNever(change.root)
  }
}

const within = (facts: SheetFacts, change: EntryChange, most: number): Verdict =>
  change.before === undefined && facts.count(change.root) > most ? 'limit-reached' : null
