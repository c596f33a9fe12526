import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { SeenLink } from '../../../common/visibility/seen.ts'
import { RevokeDialog } from '../revoke-dialog.tsx'
import { useSaidCommand } from '../use-said-command.ts'

/** Ends a link, after one question. */
export function RevokeLink({ link, onRevoked }: { readonly link: SeenLink; readonly onRevoked: () => void }) {
  const intl = useIntl()
  const command = useSaidCommand()
  const [asking, setAsking] = useState(false)
  const revoke = async () => {
    if (await command({ type: 'link:revoke', id: link.id })) onRevoked()
  }
  return (
    <>
      <button type="button" className="tx" onClick={() => setAsking(true)}>
        <FormattedMessage id="share.revoke" />
      </button>
      {asking && (
        <RevokeDialog
          what="link"
          name={link.label || intl.formatMessage({ id: `role.${link.role}` })}
          onRevoke={revoke}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
