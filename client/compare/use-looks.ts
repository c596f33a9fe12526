import { useCallback, useState } from 'react'
import { fitLook, type Look } from '../canvas/view-box.ts'
import { useTable } from '../session/session-room.tsx'
import { looksFor, movedLooks, zoomedBy } from './looks.ts'

export interface Looks {
  readonly looks: readonly Look[]
  readonly together: boolean
  readonly setTogether: (together: boolean) => void
  readonly onLook: (index: number, look: Look) => void
  /** Where one is led; the others are led by themselves. */
  readonly onLed: (index: number, look: Look) => void
  /** 1:1 and back, for all that move together. */
  readonly toggle: (index: number) => void
  /** `percent`: of the picture's own pixels now. */
  readonly zoomBy: (index: number, percent: number, factor: number) => void
}

/** Where each of some pictures is looked at. Whoever zooms or pans by hand goes on alone. */
export function useLooks(count: number): Looks {
  const { following, stop } = useTable()
  const [kept, setKept] = useState<readonly Look[]>([fitLook])
  const [together, setTogether] = useState(true)
  const looks = looksFor(kept, count)
  const move = useCallback(
    (index: number, look: Look, together: boolean) => setKept((before) => movedLooks(looksFor(before, count), { index, look, together })),
    [count],
  )
  const onLook = useCallback(
    (index: number, look: Look) => {
      if (following) stop()
      move(index, look, together)
    },
    [move, together, following, stop],
  )
  const onLed = useCallback((index: number, look: Look) => move(index, look, false), [move])
  const toggle = (index: number) => onLook(index, looks[index]?.fit === false ? fitLook : { fit: false, zoom: 1, cx: 0.5, cy: 0.5 })
  const zoomBy = (index: number, percent: number, factor: number) => onLook(index, zoomedBy(looks[index] ?? fitLook, percent / 100, factor))
  return { looks, together, setTogether, onLook, onLed, toggle, zoomBy }
}
