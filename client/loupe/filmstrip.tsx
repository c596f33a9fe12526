import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useCallback, useEffect, useRef } from 'react'
import { useIntl } from 'react-intl'
import type { PersonId, PhotoId } from '../../common/ids.ts'
import type { SeenGallery, SeenPhoto } from '../../common/visibility/seen.ts'
import { currentVersion, placeholder, ratioOf } from '../contact-sheet/picture.tsx'
import { shownMark } from '../contact-sheet/shown-mark.ts'
import { splitName } from '../contact-sheet/split-name.ts'
import { TalkCount } from '../contact-sheet/talk-count.tsx'
import { picksOf } from '../gallery/picks.ts'
import { useGallery, usePhotoMarks } from '../gallery/use-gallery.tsx'
import { Dot, Tally } from '../ui/marks-by-hand.tsx'
import { glide } from '../ui/moves-less.ts'
import './filmstrip.css'
import { pictureUrl } from '../net/picture-address.ts'

/** Pixels. */
const height = 56
const gap = 10
const edge = 12
/** Frames beyond what is in sight that are in the document. */
const overscan = 8
/** Frames to travel up to which one sees the strip move. */
const near = 30

interface FilmstripProps {
  readonly gallery: SeenGallery
  readonly photos: readonly SeenPhoto[]
  /** Kept in the middle. */
  readonly current: PhotoId | null
  /** Others that lie open beside it. */
  readonly laid?: readonly PhotoId[]
  readonly hrefOf: (photo: PhotoId) => string
  readonly go: (photo: PhotoId) => void
}

const widthOf = (photo: SeenPhoto) => Math.round(Math.min(2, Math.max(0.5, ratioOf(photo))) * height)

/** Every photo of the wall in one line; only frames near the ones in sight are in the document. */
export function Filmstrip({ gallery, photos, current, laid = none, hrefOf, go }: FilmstripProps) {
  const intl = useIntl()
  const { me } = useGallery()
  const strip = useRef<HTMLElement>(null)
  const virtualizer = useVirtualizer<HTMLElement, Element>({
    horizontal: true,
    count: photos.length,
    estimateSize: (i) => widthOf(photos[i] as SeenPhoto),
    // Another function is another strip: every frame would be laid out anew each time.
    getItemKey: useCallback((i: number) => photos[i]?.id ?? i, [photos]),
    getScrollElement: () => strip.current,
    gap,
    paddingStart: edge,
    paddingEnd: edge,
    overscan,
    initialRect: { width: 1440, height: 96 },
  })
  const index = photos.findIndex(({ id }) => id === current)
  const last = useRef<number | null>(null)
  useEffect(() => {
    if (index < 0) return
    const travel = Math.abs(index - (last.current ?? index + near + 1))
    last.current = index
    virtualizer.scrollToIndex(index, { align: 'center', behavior: travel > near ? 'auto' : glide() })
  }, [index, virtualizer])
  return (
    <nav ref={strip} className="film" aria-label={intl.formatMessage({ id: 'loupe.film' })}>
      <div className="reel" style={{ width: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index: i, start }) => {
          const photo = photos[i]
          return (
            photo && (
              <Frame
                key={photo.id}
                gallery={gallery.id}
                photo={photo}
                me={me?.person ?? null}
                left={start}
                current={photo.id === current}
                laid={laid.includes(photo.id)}
                says={intl.formatMessage({ id: 'loupe.frame' }, { name: photo.cameraName, n: i + 1, total: photos.length })}
                href={hrefOf(photo.id)}
                go={go}
              />
            )
          )
        })}
      </div>
    </nav>
  )
}

const none: readonly PhotoId[] = []

interface FrameProps {
  readonly gallery: SeenGallery['id']
  readonly photo: SeenPhoto
  readonly me: PersonId | null
  readonly left: number
  readonly current: boolean
  readonly laid: boolean
  readonly says: string
  readonly href: string
  readonly go: FilmstripProps['go']
}

const Frame = memo(function Frame({ gallery, photo, me, left, current, laid, says, href, go }: FrameProps) {
  const marks = usePhotoMarks(photo.id)
  const picks = picksOf(marks)
  const { label } = shownMark(marks, me)
  const version = currentVersion(photo)
  const blur = placeholder(version)
  const width = widthOf(photo)
  return (
    <a
      className={`fr${laid ? ' in' : ''}`}
      data-frame={photo.id}
      href={href}
      aria-label={says}
      aria-current={current}
      tabIndex={current ? 0 : -1}
      style={{ transform: `translateX(${left}px)`, width }}
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
            decoding="async"
            draggable={false}
            onError={({ currentTarget }) => {
              currentTarget.hidden = true
            }}
          />
        )}
      </span>
      <span className="edge">
        <b>{splitName(photo.cameraName)[1]}</b>
        {label && <Dot label={label} />}
        {marks.comments > 0 && <TalkCount marks={marks} numbered={false} />}
        {picks.length > 0 && <Tally people={picks} total={0} height={8} label={String(picks.length)} />}
      </span>
    </a>
  )
})
