import { FormattedMessage, useIntl } from 'react-intl'
import { Dialog } from '../ui/dialog.tsx'
import { useOnce } from '../ui/use-once.ts'

interface RevokeDialogProps {
  readonly what: 'person' | 'link'
  readonly name: string
  readonly onRevoke: () => Promise<void>
  readonly onClose: () => void
}

/** Asks once: whoever was sent away cannot be let in again by the same link. */
export function RevokeDialog({ what, name, onRevoke, onClose }: RevokeDialogProps) {
  const intl = useIntl()
  const revoke = useOnce(onRevoke)
  return (
    <Dialog
      title={intl.formatMessage({ id: `revoke.${what}` }, { name })}
      lead={<FormattedMessage id={`revoke.${what}.more`} />}
      onClose={onClose}
    >
      <div className="foot">
        {/* biome-ignore lint/a11y/noAutofocus: the question was just asked for, and this changes nothing */}
        <button type="button" className="btn line" autoFocus onClick={onClose}>
          <FormattedMessage id="cancel" />
        </button>
        <button type="button" className="btn solid" onClick={() => void revoke()}>
          <FormattedMessage id="share.revoke" />
        </button>
      </div>
    </Dialog>
  )
}
