/** Words that were refused because somebody they call would not see them: said again without calling anybody, so that no words are lost. */
import type { Refusal } from '../../common/result.ts'
import type { SheetEntry } from '../sheet/outbox-entry.ts'
import type { Step } from './history.ts'

export function uncalled(refusal: Refusal, entries: readonly SheetEntry[]): readonly Step[] {
  if (refusal.code !== 'not-a-reader') return []
  return entries.flatMap(({ sheet, command }): readonly Step[] => {
    if (command.type === 'comment:add') return [{ type: 'sheet', sheet, command: { ...command, mentions: [] } }]
    if (command.type !== 'comment:edit') return []
    return [{ type: 'sheet', sheet, command: { type: 'comment:edit', id: command.id, body: command.body } }]
  })
}
