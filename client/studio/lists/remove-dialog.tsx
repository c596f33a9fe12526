import { FormattedMessage, useIntl } from 'react-intl'
import type { SeenSelection } from '../../../common/visibility/seen.ts'
import { SureDialog } from '../../ui/sure-dialog.tsx'
import { useSaidCommand } from '../use-said-command.ts'

/** What was sent goes with the list. */
export function RemoveDialog({ selection, onClose }: { readonly selection: SeenSelection; readonly onClose: () => void }) {
  const intl = useIntl()
  const command = useSaidCommand()
  const remove = async () => {
    if (await command({ type: 'selection:remove', id: selection.id })) onClose()
  }
  return (
    <SureDialog
      title={intl.formatMessage({ id: 'lists.remove.title' }, { name: selection.name })}
      lead={<FormattedMessage id="lists.remove.lead" />}
      go={<FormattedMessage id="lists.remove" />}
      onGo={remove}
      onClose={onClose}
    />
  )
}
