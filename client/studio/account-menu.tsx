import { Images, Languages, LogOut } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useNavigate } from 'react-router'
import type { Me } from '../../common/protocol/http.ts'
import { useOtherLanguage } from '../app/language.tsx'
import { meChanged } from '../app/me-changed.ts'
import { api } from '../net/api.ts'
import { forgetPerson, unsavedOf } from '../sheet/gallery-database.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Monogram } from '../ui/monogram.tsx'
import { Studios } from './studios-menu.tsx'

/** Where the browser keeps nothing, acts wait on this page alone. */
const unsavedHere = (): Promise<number> =>
  import('../gallery/open-galleries.ts').then(
    (galleries) => galleries.unsavedHere(),
    () => 0,
  )

interface AccountMenuProps {
  readonly me: NonNullable<Me['person']>
}

/** Who is signed in. Signing out forgets everything here, so it asks first where something is not saved yet. */
export function AccountMenu({ me }: AccountMenuProps) {
  const intl = useIntl()
  const navigate = useNavigate()
  const other = useOtherLanguage()
  const [losing, setLosing] = useState(0)
  const leave = async () => {
    const left = await api.signOut()
    if (left.ok) await forgetPerson(me.id)
    await navigate('/sign-in')
    await meChanged()
  }
  const leaveUnlessLosing = async () => {
    const unsaved = Math.max(await unsavedOf(me.id), await unsavedHere())
    if (unsaved > 0) setLosing(unsaved)
    else await leave()
  }
  return (
    <>
      <DropdownMenu.Root>
        <DropdownMenu.Trigger className="acct" aria-label={intl.formatMessage({ id: 'account.menu' }, { name: me.name })}>
          <Monogram person={me.id} name={me.name} size={30} plain />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className="menu" align="end" sideOffset={6}>
            <DropdownMenu.Label className="t whose">
              <b>{me.name}</b>
              {me.email && <span>{me.email}</span>}
            </DropdownMenu.Label>
            <Studios />
            <DropdownMenu.Item onSelect={() => void navigate('/')}>
              <Images className="i" aria-hidden="true" />
              <FormattedMessage id="account.galleries" />
            </DropdownMenu.Item>
            <DropdownMenu.Item lang={other.language} onSelect={other.choose}>
              <Languages className="i" aria-hidden="true" />
              {other.name}
            </DropdownMenu.Item>
            <hr />
            <DropdownMenu.Item onSelect={() => void leaveUnlessLosing()}>
              <LogOut className="i" aria-hidden="true" />
              <FormattedMessage id="account.signOut" />
            </DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      {losing > 0 && <Losing unsaved={losing} onStay={() => setLosing(0)} onLeave={() => void leave()} />}
    </>
  )
}

interface LosingProps {
  readonly unsaved: number
  readonly onStay: () => void
  readonly onLeave: () => void
}

function Losing({ unsaved, onStay, onLeave }: LosingProps) {
  const intl = useIntl()
  return (
    <Dialog
      title={intl.formatMessage({ id: 'account.losing' }, { n: unsaved })}
      lead={<FormattedMessage id="account.losing.more" values={{ n: unsaved }} />}
      onClose={onStay}
    >
      <div className="foot">
        <button type="button" className="btn line" onClick={onStay}>
          <FormattedMessage id="account.stay" />
        </button>
        <button type="button" className="btn solid" onClick={onLeave}>
          <FormattedMessage id="account.leave" />
        </button>
      </div>
    </Dialog>
  )
}
