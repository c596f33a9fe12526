import { Navigate } from 'react-router'
import { useStudio } from '../studio/current-studio.ts'
import { SettingsPage } from '../studio/settings/settings-page.tsx'
import { NothingHere } from './nothing-here.tsx'
import { StudioRoom } from './studio-room.tsx'
import { useMe } from './use-me.ts'
import { Waiting } from './waiting.tsx'

export function SettingsRoute() {
  return (
    <StudioRoom>
      <Settings />
    </StudioRoom>
  )
}

/** Settings of the studio one may change; nobody else has any. */
function Settings() {
  const me = useMe()
  const account = useStudio(me)
  if (me === undefined) return <Waiting />
  if (!me?.person) return <Navigate to="/sign-in" replace />
  return account?.settings ? <SettingsPage me={me} account={account} /> : <NothingHere />
}
