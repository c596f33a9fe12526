import type { ReactNode } from 'react'

interface ChipProps {
  readonly on: boolean
  readonly onPress: () => void
  readonly count?: number | null
  readonly children: ReactNode
}

/** One of several things to show, pressed or not, with how many photos it would show. */
export function Chip({ on, onPress, count = null, children }: ChipProps) {
  return (
    <button type="button" className="chip" aria-pressed={on} onClick={onPress}>
      {children}
      {count !== null && <span className="edge l">{count}</span>}
    </button>
  )
}
