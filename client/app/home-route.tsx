import { Navigate } from 'react-router'
import type { SignUpState } from '../doors/sign-up.tsx'
import { StudioHome } from '../studio/studio-home.tsx'
import { StudioRoom } from './studio-room.tsx'
import { useMe } from './use-me.ts'
import { Waiting } from './waiting.tsx'

export function HomeRoute() {
  return (
    <StudioRoom>
      <Home />
    </StudioRoom>
  )
}

function Home() {
  const me = useMe()
  if (me === undefined) return <Waiting />
  if (me?.fresh) return <Navigate to="/sign-up" replace state={{ first: true } satisfies SignUpState} />
  if (!me?.person) return <Navigate to="/sign-in" replace />
  return <StudioHome me={me} />
}
