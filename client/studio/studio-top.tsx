import { ArrowLeft, Images, Languages, LogOut } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link, useNavigate } from 'react-router'
import type { Me } from '../../common/protocol/http.ts'
import { useOtherLanguage } from '../app/language.tsx'
import { meChanged } from '../app/me-changed.ts'
import { api } from '../net/api.ts'
import { forgetPerson } from '../sheet/gallery-database.ts'
import { Monogram } from '../ui/monogram.tsx'
import { SkipLink } from '../ui/skip-link.tsx'
import { ThemeSwitch } from '../ui/theme.tsx'
import { useScrollHint } from './use-scroll-hint.ts'

interface StudioTopProps {
  readonly studio: string
  /** The gallery one is in: it takes the studio's place where there is no column for it. */
  readonly gallery?: string
  readonly me: Me['person']
  readonly tabs?: ReactNode
  readonly aside?: ReactNode
}

/** The bar over every studio page. */
export function StudioTop({ studio, gallery, me, tabs, aside }: StudioTopProps) {
  const nav = useScrollHint<HTMLElement>()
  return (
    <header className="s-top">
      <SkipLink />
      <Link className="studio" to="/">
        <span className={gallery ? 'trunc of-studio' : 'trunc'}>{studio}</span>
        {gallery && (
          <>
            <ArrowLeft className="i s of-gallery" aria-hidden="true" />
            <span className="sr of-gallery">
              <FormattedMessage id="home.galleries" />
            </span>
            <span className="trunc of-gallery">{gallery}</span>
          </>
        )}
      </Link>
      <nav className="tabs" ref={nav}>
        {tabs}
      </nav>
      <div className="topr">
        {aside}
        <ThemeSwitch />
        {me && <AccountMenu me={me} />}
      </div>
    </header>
  )
}

function AccountMenu({ me }: { readonly me: NonNullable<Me['person']> }) {
  const intl = useIntl()
  const navigate = useNavigate()
  const other = useOtherLanguage()
  const leave = async () => {
    const left = await api.signOut()
    if (left.ok && me) await forgetPerson(me.id)
    await navigate('/sign-in')
    await meChanged()
  }
  return (
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
          <DropdownMenu.Item onSelect={() => void navigate('/')}>
            <Images className="i" aria-hidden="true" />
            <FormattedMessage id="account.galleries" />
          </DropdownMenu.Item>
          <DropdownMenu.Item lang={other.language} onSelect={other.choose}>
            <Languages className="i" aria-hidden="true" />
            {other.name}
          </DropdownMenu.Item>
          <hr />
          <DropdownMenu.Item onSelect={() => void leave()}>
            <LogOut className="i" aria-hidden="true" />
            <FormattedMessage id="account.signOut" />
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
