import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { FormattedMessage } from 'react-intl'
import { Link } from 'react-router'
import type { Me } from '../../common/protocol/http.ts'
import { SkipLink } from '../ui/skip-link.tsx'
import { ThemeSwitch } from '../ui/theme.tsx'
import { useScrollHint } from '../ui/use-scroll-hint.ts'
import { AccountMenu } from './account-menu.tsx'

interface StudioTopProps {
  readonly studio: string
  /** The gallery one is in: it takes the studio's place where there is no column for it. */
  readonly gallery?: string
  readonly me: Me['person']
  readonly tabs?: ReactNode
  readonly aside?: ReactNode
  /** The way into the palette of this page. */
  readonly palette?: ReactNode
}

/** The bar over every studio page. */
export function StudioTop({ studio, gallery, me, tabs, aside, palette }: StudioTopProps) {
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
        {palette}
        <ThemeSwitch />
        {me && <AccountMenu me={me} />}
      </div>
    </header>
  )
}
