import { ArrowLeft, Columns2, Download, Link as LinkIcon, MessageSquare } from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { SeenGallery, SeenPhoto } from '../../common/visibility/seen.ts'
import { Away } from '../acts/away.tsx'
import { SaidPhoto } from '../contact-sheet/said-photo.tsx'
import { splitName } from '../contact-sheet/split-name.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { ownAddress } from '../net/looking.ts'
import { pictureUrl } from '../net/picture-address.ts'
import { Avatars } from '../session/avatars.tsx'
import { LaserButton } from '../session/laser-button.tsx'
import { PresentButton } from '../session/present-button.tsx'
import { SessionBar } from '../session/session-bar.tsx'
import { useCopyAddress } from '../talk/use-copy-address.ts'
import { ThemeSwitch } from '../ui/theme.tsx'
import type { Paging } from './use-paging.ts'
import { useShownVersion } from './use-showing.ts'
import { VersionMenu } from './version-menu.tsx'
import { Zoom, type ZoomProps } from './zoom.tsx'

interface LoupeTopProps {
  readonly gallery: SeenGallery
  readonly photo: SeenPhoto
  readonly paging: Paging
  readonly zoom: ZoomProps
  readonly onCompare: () => void
  readonly panel: { readonly open: boolean; readonly onToggle: () => void }
}

export function LoupeTop({ gallery, photo, paging, zoom, onCompare, panel }: LoupeTopProps) {
  const intl = useIntl()
  const { scenes } = useGallery()
  const [stem, number] = splitName(photo.cameraName)
  const place = intl.formatMessage({ id: 'loupe.position' }, { n: paging.index + 1, total: paging.photos.length })
  const scene = scenes.find(({ id }) => id === photo.scene)
  return (
    <header className="ltop">
      <a
        className="ib"
        href={paging.wallHref}
        aria-label={intl.formatMessage({ id: paging.below === null ? 'loupe.back' : `loupe.back.${paging.below}` })}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return
          event.preventDefault()
          paging.leave()
        }}
      >
        <ArrowLeft className="i" aria-hidden="true" />
      </a>
      <h1 className="ttl">
        <span className="edge name" title={photo.cameraName}>
          <span className="dsk trunc">{stem}</span>
          <b>{number}</b>
        </span>
        <span className="dsk scene">{scene?.name}</span>
        <span className="edge l num">{place}</span>
      </h1>
      <SaidPhoto photo={photo} place={place} />
      <span className="grow" />
      <Away />
      <VersionMenu photo={photo} />
      <button type="button" className="btn side-open" aria-label={intl.formatMessage({ id: 'compare.open' })} onClick={onCompare}>
        <Columns2 className="i s" aria-hidden="true" />
        <span className="wd">
          <FormattedMessage id="compare.open" />
        </span>
      </button>
      <Zoom {...zoom} />
      <Tools gallery={gallery} photo={photo} />
      <LaserButton photos={[photo.id]} />
      <button
        type="button"
        className="ib"
        aria-pressed={panel.open}
        aria-label={intl.formatMessage({ id: 'loupe.panel' })}
        onClick={panel.onToggle}
      >
        <MessageSquare className="i" aria-hidden="true" />
      </button>
      {/* In the place of what begins it: the focus goes from one to the other. */}
      <SessionBar />
      <PresentButton />
      <Avatars most={4} />
    </header>
  )
}

function Tools({ gallery, photo }: { readonly gallery: SeenGallery; readonly photo: SeenPhoto }) {
  const intl = useIntl()
  const version = useShownVersion(photo)
  const copy = useCopyAddress()
  return (
    <div className="grp dsk">
      <button
        type="button"
        className="ib"
        aria-label={intl.formatMessage({ id: 'loupe.copy' })}
        onClick={() => copy(ownAddress(window.location))}
      >
        <LinkIcon className="i" aria-hidden="true" />
      </button>
      {version && gallery.rights.download === 'edit' && (
        <a
          className="ib"
          href={pictureUrl(gallery.id, photo.id, version.id, 'original')}
          download={photo.cameraName}
          aria-label={intl.formatMessage({ id: 'loupe.download' })}
        >
          <Download className="i" aria-hidden="true" />
        </a>
      )}
      <ThemeSwitch />
    </div>
  )
}
