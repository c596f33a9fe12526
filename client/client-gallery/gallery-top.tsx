import { Heart, WifiOff } from 'lucide-react'
import { useIntl } from 'react-intl'
import { useSearchParams } from 'react-router'
import type { SeenGallery } from '../../common/visibility/seen.ts'
import { AwayWords } from '../acts/away.tsx'
import { LanguageSwitch } from '../app/language.tsx'
import { useGallery } from '../gallery/use-gallery.tsx'
import { useOwnCount } from '../gallery/use-own-counts.ts'
import { Avatars } from '../session/avatars.tsx'
import { DecisionDoor } from '../session/decision-door.tsx'
import { PresentButton } from '../session/present-button.tsx'
import { SessionBar } from '../session/session-bar.tsx'
import { TalkDoor } from '../talk/talk-door.tsx'
import { hueClass } from '../ui/hue.ts'
import { Monogram } from '../ui/monogram.tsx'
import { SkipLink } from '../ui/skip-link.tsx'
import { ThemeSwitch } from '../ui/theme.tsx'
import { OwnMenu } from './own-menu.tsx'

export function GalleryTop({ gallery }: { readonly gallery: SeenGallery }) {
  const { me, status } = useGallery()
  const intl = useIntl()
  const favourites = useOwnCount((totals) => totals.favourites)
  const [search, setSearch] = useSearchParams()
  const on = search.get('favourite') === '1'
  return (
    <header className="top">
      <SkipLink />
      <span className="brand">{gallery.studio ?? gallery.name}</span>
      <div className="here">
        {status === 'open' ? <Avatars most={4} size={34} /> : <Away />}
        {/* In the place of what begins it: the focus goes from one to the other. */}
        <SessionBar />
        <PresentButton />
        {gallery.rights.comment !== 'none' && <TalkDoor />}
        <DecisionDoor />
        {gallery.rights.favourite !== 'none' && me && (
          <button
            type="button"
            className={`lnk ${hueClass(me.person)}`}
            aria-pressed={on}
            aria-label={intl.formatMessage({ id: 'room.favourites' }, { n: favourites })}
            onClick={() => setSearch(on ? {} : { favourite: '1', person: me.person }, { replace: true })}
          >
            <Heart className={favourites > 0 ? 'i fill' : 'i'} aria-hidden="true" />
            <span aria-hidden="true" className="num">
              {favourites}
            </span>
          </button>
        )}
        <span className="only-d">
          <LanguageSwitch />
        </span>
        <span className="only-d">
          <ThemeSwitch />
        </span>
        {me && (
          <span className="only-d me">
            <Monogram person={me.person} name={intl.formatMessage({ id: 'room.me' }, { name: me.name })} size={34} />
          </span>
        )}
        <OwnMenu />
      </div>
    </header>
  )
}

function Away() {
  const { status, since } = useGallery()
  if (status === 'reconnecting' && since === null) return null
  return (
    <span className="hn only-d away" role="status">
      <WifiOff className="i s" aria-hidden="true" />
      <AwayWords />
    </span>
  )
}
