/** What one holds while drawing, and what is selected: shared by rail, keys and picture. */
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import type { DrawingId, PhotoId } from '../../common/ids.ts'
import type { DrawTool, Kit } from './kit.ts'
import { useInkSight } from './sight-room.tsx'

export interface DrawRoom {
  /** Whether this person may draw here. */
  readonly may: boolean
  /** Draw mode. */
  readonly on: boolean
  readonly kit: Kit
  readonly selected: DrawingId | null
  /** Drawn just now: what it is about may be said. */
  readonly fresh: DrawingId | null
  readonly enter: (tool?: DrawTool) => void
  readonly leave: () => void
  readonly hold: (kit: Partial<Kit>) => void
  readonly select: (drawing: DrawingId | null) => void
  readonly drew: (drawing: DrawingId | null) => void
}

const nothing = () => undefined
const closed: DrawRoom = {
  may: false,
  on: false,
  kit: { tool: 'pen', width: 1, colour: null, teamOnly: false },
  selected: null,
  fresh: null,
  enter: nothing,
  leave: nothing,
  hold: nothing,
  select: nothing,
  drew: nothing,
}
const context = createContext<DrawRoom>(closed)

export const useDrawRoom = (): DrawRoom => useContext(context)

/** Another photo begins with nothing selected; the kit stays while paging. */
export function DrawRoomAround({ photo, may, children }: { readonly photo: PhotoId; readonly may: boolean; readonly children: ReactNode }) {
  const [at, setAt] = useState(photo)
  const [wanted, setWanted] = useState(false)
  const [kit, setKit] = useState(closed.kit)
  const [selected, setSelected] = useState<DrawingId | null>(null)
  const [fresh, setFresh] = useState<DrawingId | null>(null)
  const { sight, look } = useInkSight()
  if (at !== photo) {
    setAt(photo)
    setSelected(null)
    setFresh(null)
  }
  const select = useCallback((drawing: DrawingId | null) => {
    setSelected(drawing)
    setFresh(null)
  }, [])
  const hold = useCallback((more: Partial<Kit>) => setKit((before) => ({ ...before, ...more })), [])
  const leave = useCallback(() => {
    setWanted(false)
    select(null)
  }, [select])
  const enter = useCallback(
    (tool?: DrawTool) => {
      setWanted(true)
      // Whoever draws wants to see it.
      if (!sight.all) look({ all: true })
      if (tool) hold({ tool })
      if (tool && tool !== 'select') select(null)
    },
    [hold, select, sight.all, look],
  )
  const room = useMemo(
    () => ({ may, on: may && wanted, kit, selected, fresh, enter, leave, hold, select, drew: setFresh }),
    [may, wanted, kit, selected, fresh, enter, leave, hold, select],
  )
  return <context.Provider value={room}>{children}</context.Provider>
}
