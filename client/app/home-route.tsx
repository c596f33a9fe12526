import { lazy } from 'react'
import { Navigate } from 'react-router'
import { useMe } from './use-me.ts'
import { Waiting } from './waiting.tsx'

const StudioHome = lazy(() => import('../studio/studio-home.tsx').then((m) => ({ default: m.StudioHome })))

export function HomeRoute() {
  const me = useMe()
  if (me === undefined) return <Waiting />
  if (!me?.person) return <Navigate to="/sign-in" replace />
  return <StudioHome me={me} />
}
