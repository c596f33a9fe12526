/** Commands about lists, each to its own function. */
import { assertNever } from '../result.ts'
import type { Asked, Decided } from './asked.ts'
import type { AnyCommand } from './commands.ts'
import { claimPlace } from './decide-picks.ts'
import { addSelection, changeSelection, closeSelection, remindOfSelection, removeSelection } from './decide-selections.ts'
import { askToReopen, reopenList, sendList } from './decide-sending.ts'

export type ListCommand = Extract<AnyCommand, { type: `selection:${string}` | 'pick:claim' }>

export function isAboutLists(command: AnyCommand): command is ListCommand {
  return command.type.startsWith('selection:') || command.type === 'pick:claim'
}

export function decideLists(asked: Asked<ListCommand>): Decided {
  const { command } = asked
  switch (command.type) {
    case 'selection:add':
      return addSelection({ ...asked, command })
    case 'selection:change':
      return changeSelection({ ...asked, command })
    case 'selection:close':
      return closeSelection({ ...asked, command })
    case 'selection:remind':
      return remindOfSelection({ ...asked, command })
    case 'selection:remove':
      return removeSelection({ ...asked, command })
    case 'selection:submit':
      return sendList({ ...asked, command })
    case 'selection:ask':
      return askToReopen({ ...asked, command })
    case 'selection:reopen':
      return reopenList({ ...asked, command })
    case 'pick:claim':
      return claimPlace({ ...asked, command })
    default:
      return assertNever(command)
  }
}
