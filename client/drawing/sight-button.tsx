import { Eye, EyeOff } from 'lucide-react'
import { useIntl } from 'react-intl'
import { useInkSight } from './sight-room.tsx'

/** Drawings and pins of every picture on the screen, shown or not. */
export function SightButton() {
  const intl = useIntl()
  const { sight, look } = useInkSight()
  const label = intl.formatMessage({ id: 'draw.eye.all' })
  const Icon = sight.all ? Eye : EyeOff
  return (
    <button
      type="button"
      className="ib"
      aria-pressed={sight.all}
      aria-label={label}
      title={label}
      onClick={() => look({ all: !sight.all })}
    >
      <Icon className="i" aria-hidden="true" />
    </button>
  )
}
