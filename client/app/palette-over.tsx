/** The palette over a photo that was opened without a wall: nothing is selected there, and no files are chosen. */
import { useState } from 'react'
import type { Held } from '../contact-sheet/wall-hand.ts'
import { Asking, type DeskAsk } from '../studio/asking.tsx'
import { DeskPalette } from '../studio/palette/desk-palette.tsx'
import '../studio/studio.css'
import { StudioRoom } from './studio-room.tsx'

const nothing: Held = { active: null, selected: new Set() }

/** Opened by being there. */
export function PaletteOver() {
  const [open, setOpen] = useState(true)
  const [asking, setAsking] = useState<DeskAsk | null>(null)
  return (
    <StudioRoom>
      {open && <DeskPalette held={nothing} onWall={false} onAdd={null} onAsk={setAsking} onClose={() => setOpen(false)} />}
      {asking && <Asking ask={asking} selected={nothing.selected} onClose={() => setAsking(null)} />}
    </StudioRoom>
  )
}
