import { FormattedMessage, useIntl } from 'react-intl'
import type { SeenSelection } from '../../../common/visibility/seen.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useSaidCommand } from '../use-said-command.ts'

/** Asks once: what was sent goes with the list. */
export function RemoveDialog({ selection, onClose }: { readonly selection: SeenSelection; readonly onClose: () => void }) {
  const intl = useIntl()
  const command = useSaidCommand()
  const remove = async () => {
    if (await command({ type: 'selection:remove', id: selection.id })) onClose()
  }
  return (
    <Dialog
      title={intl.formatMessage({ id: 'lists.remove.title' }, { name: selection.name })}
      lead={<FormattedMessage id="lists.remove.lead" />}
      onClose={onClose}
    >
      <div className="foot">
        <button type="button" className="btn line" onClick={onClose}>
          <FormattedMessage id="cancel" />
        </button>
        <button type="button" className="btn solid" onClick={() => void remove()}>
          <FormattedMessage id="lists.remove" />
        </button>
      </div>
    </Dialog>
  )
}
