import { memo, useEffect, useRef } from 'react'
import { useIntl } from 'react-intl'
import { pictureUrl } from '../../common/protocol/http.ts'
import type { SeenGallery, SeenPhoto } from '../../common/visibility/seen.ts'
import { currentVersion, placeholder, ratioOf } from '../contact-sheet/picture.tsx'
import { splitName } from '../contact-sheet/strip.tsx'
import { picksOf } from '../gallery/picks.ts'
import { usePhotoMarks } from '../gallery/use-gallery.tsx'
import { Tally } from '../ui/marks-by-hand.tsx'
import type { Paging } from './use-paging.ts'

/** Frames to either side of the open one: what lies further is a jump, not a step. */
const around = 24
/** Pixels. */
const height = 56

export function Filmstrip({
  gallery,
  photo,
  paging,
}: {
  readonly gallery: SeenGallery
  readonly photo: SeenPhoto
  readonly paging: Paging
}) {
  const intl = useIntl()
  const strip = useRef<HTMLElement>(null)
  const from = Math.max(0, paging.index - around)
  const shown = paging.photos.slice(from, paging.index + around + 1)
  useEffect(() => {
    const frame = strip.current?.querySelector<HTMLElement>(`[data-frame="${photo.id}"]`)
    const box = strip.current
    if (frame && box) box.scrollTo({ left: frame.offsetLeft + frame.offsetWidth / 2 - box.clientWidth / 2, behavior: 'smooth' })
  }, [photo.id])
  return (
    <nav ref={strip} className="film" aria-label={intl.formatMessage({ id: 'loupe.film' })}>
      {shown.map((one) => (
        <Frame key={one.id} gallery={gallery.id} photo={one} current={one.id === photo.id} href={paging.hrefOf(one.id)} go={paging.go} />
      ))}
    </nav>
  )
}

interface FrameProps {
  readonly gallery: SeenGallery['id']
  readonly photo: SeenPhoto
  readonly current: boolean
  readonly href: string
  readonly go: Paging['go']
}

const Frame = memo(function Frame({ gallery, photo, current, href, go }: FrameProps) {
  const marks = usePhotoMarks(photo.id)
  const picks = picksOf(marks)
  const version = currentVersion(photo)
  const blur = placeholder(version)
  const width = Math.round(Math.min(2, Math.max(0.5, ratioOf(photo))) * height)
  return (
    <a
      className="fr"
      data-frame={photo.id}
      href={href}
      aria-label={photo.cameraName}
      aria-current={current}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        go(photo.id)
      }}
    >
      <span className="im" style={{ width, height, ...(blur ? { backgroundImage: `url(${blur})` } : {}) }}>
        {version && photo.state === 'ready' && (
          <img
            src={pictureUrl(gallery, photo.id, version.id, 320)}
            alt=""
            width={width}
            height={height}
            loading="lazy"
            decoding="async"
            draggable={false}
          />
        )}
      </span>
      <span className="edge">
        {splitName(photo.cameraName)[1]}
        {picks.length > 0 && <Tally people={picks} total={0} height={8} label={String(picks.length)} />}
      </span>
    </a>
  )
})
