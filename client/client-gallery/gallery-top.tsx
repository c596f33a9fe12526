import { Heart, WifiOff } from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useSearchParams } from 'react-router'
import type { SeenGallery } from '../../common/visibility/seen.ts'
import { LanguageSwitch } from '../app/language.tsx'
import { useGallery } from '../gallery/use-gallery.tsx'
import { useOwnCounts } from '../gallery/use-own-counts.ts'
import { hueClass } from '../ui/hue.ts'
import { Monogram } from '../ui/monogram.tsx'
import { ThemeSwitch } from '../ui/theme.tsx'

/** Monograms shown side by side before they are counted. */
const most = 5

export function GalleryTop({ gallery }: { readonly gallery: SeenGallery }) {
  const { me, status } = useGallery()
  const intl = useIntl()
  const own = useOwnCounts()
  const [search, setSearch] = useSearchParams()
  const on = search.get('favourite') === '1'
  return (
    <header className="top">
      <span className="brand">{gallery.studio ?? gallery.name}</span>
      <div className="here">
        {status === 'open' ? <HereNow /> : <Away />}
        {gallery.rights.favourite !== 'none' && me && (
          <button
            type="button"
            className={`lnk ${hueClass(me.person)}`}
            aria-pressed={on}
            aria-label={intl.formatMessage({ id: 'room.favourites' }, { n: own.favourites })}
            onClick={() => setSearch(on ? {} : { favourite: '1', person: me.person }, { replace: true })}
          >
            <Heart className={own.favourites > 0 ? 'i fill' : 'i'} aria-hidden="true" />
            <span aria-hidden="true" className="num">
              {own.favourites}
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
      </div>
    </header>
  )
}

function HereNow() {
  const { here } = useGallery()
  const intl = useIntl()
  const people = [...new Map(here.map((seat) => [seat.person, seat])).values()]
  if (people.length === 0) return null
  return (
    <>
      <span className="hn only-d">
        <FormattedMessage id="room.here" />
      </span>
      <ul className="avs" aria-label={intl.formatMessage({ id: 'room.here' })}>
        {people.slice(0, most).map(({ person, name }) => (
          <li key={person}>
            <Monogram person={person} name={name} size={34} />
          </li>
        ))}
        {people.length > most && <li className="edge l">+{people.length - most}</li>}
      </ul>
    </>
  )
}

function Away() {
  const { status } = useGallery()
  return (
    <span className="hn only-d away" role="status">
      <WifiOff className="i s" aria-hidden="true" />
      <FormattedMessage id={status === 'offline' ? 'room.offline.short' : 'room.reconnecting.short'} />
    </span>
  )
}
