/** What an act was, in a few words. */
import type { IntlShape } from 'react-intl'
import type { SheetCommand } from '../../common/sheet/commands.ts'
import type { OutboxEntry } from '../sheet/outbox-entry.ts'

export function actWords(act: OutboxEntry, intl: IntlShape): string {
  if (act.kind === 'sheet') return sheetWords(act.command, intl)
  if (act.kind === 'read') return intl.formatMessage({ id: 'act.other' })
  const { command } = act
  if (command.type !== 'photo:hide' && command.type !== 'photo:show') return intl.formatMessage({ id: 'act.other' })
  return intl.formatMessage({ id: command.type === 'photo:hide' ? 'act.hide' : 'act.show' }, { n: command.photos.length })
}

function sheetWords(command: SheetCommand, intl: IntlShape): string {
  if (command.type === 'mark:set') return markWords(command, intl)
  if (command.type === 'comment:add' || command.type === 'comment:edit') {
    return intl.formatMessage({ id: `act.${command.type}` }, { n: command.body.trim().split(/\s+/).length })
  }
  if (command.type === 'comment:resolve') return intl.formatMessage({ id: command.resolved ? 'act.resolve' : 'act.reopen' })
  if (command.type === 'drawing:hide') return intl.formatMessage({ id: command.hidden ? 'act.drawing:hide' : 'act.drawing:show' })
  return intl.formatMessage({ id: `act.${command.type}` })
}

function markWords(mark: Extract<SheetCommand, { type: 'mark:set' }>, intl: IntlShape): string {
  const said: string[] = []
  if (mark.flag !== undefined) said.push(intl.formatMessage({ id: `act.flag.${mark.flag ?? 'none'}` }))
  if (mark.label !== undefined) {
    const label = mark.label && intl.formatMessage({ id: `label.${mark.label}` })
    said.push(label ? intl.formatMessage({ id: 'act.label' }, { label }) : intl.formatMessage({ id: 'act.label.none' }))
  }
  if (mark.stars !== undefined) said.push(intl.formatMessage({ id: 'act.stars' }, { n: mark.stars }))
  if (mark.favourite !== undefined) said.push(intl.formatMessage({ id: mark.favourite ? 'act.favourite' : 'act.favourite.none' }))
  return intl.formatList(said, { type: 'unit' })
}
