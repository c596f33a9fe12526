import { Minus, Plus } from 'lucide-react'
import { useIntl } from 'react-intl'
import { zoomStep } from './use-loupe-keys.ts'

export interface ZoomProps {
  readonly percent: number
  /** The photo is seen whole: it cannot be smaller. */
  readonly fit: boolean
  /** Between whole and 1:1. */
  readonly onToggle: () => void
  readonly onBy: (factor: number) => void
}

/** Smaller, how large it is now, larger: for one photo and for several. */
export function Zoom({ percent, fit, onToggle, onBy }: ZoomProps) {
  const intl = useIntl()
  return (
    <div className="grp">
      <button
        type="button"
        className="ib dsk"
        aria-label={intl.formatMessage({ id: 'loupe.smaller' })}
        disabled={fit}
        onClick={() => onBy(1 / zoomStep)}
      >
        <Minus className="i" aria-hidden="true" />
      </button>
      <button
        type="button"
        className="edge l zoom num"
        aria-label={intl.formatMessage({ id: 'loupe.zoom' }, { n: percent })}
        onClick={onToggle}
      >
        {percent} %
      </button>
      <button type="button" className="ib dsk" aria-label={intl.formatMessage({ id: 'loupe.larger' })} onClick={() => onBy(zoomStep)}>
        <Plus className="i" aria-hidden="true" />
      </button>
    </div>
  )
}
