import { FormattedMessage, useIntl } from 'react-intl'
import { Link } from 'react-router'
import type { Refusal } from '../../common/result.ts'
import { refusalText } from '../ui/refusal-text.ts'
import { Door } from './door.tsx'

const titles: Readonly<Record<string, string>> = {
  'link-ended': 'closed.ended',
  'link-taken': 'closed.taken',
  'gallery-offline': 'closed.offline',
  revoked: 'closed.revoked',
  'too-many': 'closed.wait',
  retry: 'closed.unreachable',
  failed: 'closed.failed',
}
const again = new Set(['too-many', 'retry', 'failed'])

/** A link that leads nowhere, and why. */
export function ClosedDoor({ refusal, onRetry }: { readonly refusal: Refusal; readonly onRetry: () => void }) {
  const intl = useIntl()
  const title = intl.formatMessage({ id: titles[refusal.code] ?? 'closed.unknown' })
  // Nothing was to be saved here, and nobody tries again by themselves.
  const said = refusal.code === 'retry' ? intl.formatMessage({ id: 'closed.unreachable.text' }) : refusalText(refusal, intl)
  const lead = said.startsWith(`${title}. `) ? said.slice(title.length + 2) : said
  return (
    <Door title={title} lead={lead} mark="cross">
      <div className="go after-lead">
        {again.has(refusal.code) && (
          <button type="button" className="btn solid big" onClick={onRetry}>
            <FormattedMessage id="closed.again" />
          </button>
        )}
        <Link className={again.has(refusal.code) ? 'tx' : 'btn line big'} to="/sign-in">
          <FormattedMessage id="signIn.go" />
        </Link>
      </div>
    </Door>
  )
}
