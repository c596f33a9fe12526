import { FormattedMessage, useIntl } from 'react-intl'
import { SureDialog } from '../ui/sure-dialog.tsx'

interface RevokeDialogProps {
  readonly what: 'person' | 'link'
  readonly name: string
  readonly onRevoke: () => Promise<void>
  readonly onClose: () => void
}

/** Whoever was sent away cannot be let in again by the same link. */
export function RevokeDialog({ what, name, onRevoke, onClose }: RevokeDialogProps) {
  const intl = useIntl()
  return (
    <SureDialog
      title={intl.formatMessage({ id: `revoke.${what}` }, { name })}
      lead={<FormattedMessage id={`revoke.${what}.more`} />}
      go={<FormattedMessage id="share.revoke" />}
      onGo={onRevoke}
      onClose={onClose}
    />
  )
}
