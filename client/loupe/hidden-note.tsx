import { EyeOff } from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { SeenPhoto } from '../../common/visibility/seen.ts'

/** Over a photo kept from everybody else: by whom and since when. Only who may know is told of it at all. */
export function HiddenNote({ hidden }: Pick<SeenPhoto, 'hidden'>) {
  const intl = useIntl()
  if (!hidden) return null
  return (
    <p className="hidden-note">
      <EyeOff className="i s" aria-hidden="true" />
      <FormattedMessage
        id="loupe.hidden"
        values={{
          name: hidden.name || intl.formatMessage({ id: 'loupe.house' }),
          date: intl.formatDate(hidden.at, { day: 'numeric', month: 'short' }),
        }}
      />
    </p>
  )
}
