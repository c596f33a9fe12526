import { Desk } from '../studio/desk.tsx'
import { StudioRoom } from './studio-room.tsx'

export function DeskRoute() {
  return (
    <StudioRoom>
      <Desk />
    </StudioRoom>
  )
}
