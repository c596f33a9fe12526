/** The photos of a list, scene by scene, each looped in the hand of whoever put it in. */
import { X } from 'lucide-react'
import { useMemo, useRef } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link } from 'react-router'
import type { PhotoId } from '../../common/ids.ts'
import type { SeenPhoto, SeenScene } from '../../common/visibility/seen.ts'
import { layOut } from '../contact-sheet/layout.ts'
import { currentVersion, Picture, placeholder, ratioOf } from '../contact-sheet/picture.tsx'
import { splitName } from '../contact-sheet/split-name.ts'
import { useTouch } from '../contact-sheet/use-media.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { Loop, Tally } from '../ui/marks-by-hand.tsx'
import { seedOf } from '../ui/strokes.ts'
import { useWidth } from '../ui/use-box.ts'
import { useChoosing } from './choosing.tsx'
import type { Filling } from './filling.ts'

const measures = { target: 200, gap: 20, rowGap: 12, strip: 40, heading: 0, firstHeading: 0, empty: 0 }
const small = { ...measures, target: 150, gap: 14, rowGap: 8, strip: 48 }

export function ListFrames({ filling }: { readonly filling: Filling }) {
  const { scenes } = useGallery()
  const groups = scenes
    .map((scene) => ({ scene, photos: filling.photos.filter((photo) => photo.scene === scene.id) }))
    .filter(({ photos }) => photos.length > 0)
  return groups.map(({ scene, photos }, i) => <Group key={scene.id} scene={scene} photos={photos} filling={filling} first={i === 0} />)
}

interface GroupProps {
  readonly scene: SeenScene
  readonly photos: readonly SeenPhoto[]
  readonly filling: Filling
  readonly first: boolean
}

function Group({ scene, photos, filling, first }: GroupProps) {
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const touch = useTouch()
  const layout = useMemo(
    () =>
      width === 0
        ? null
        : layOut([{ scene: scene.id, frames: photos.map((photo) => ({ id: photo.id, ratio: ratioOf(photo) })) }], {
            ...(width < 700 ? small : measures),
            width,
          }),
    [width, scene.id, photos],
  )
  const byId = new Map(photos.map((photo) => [photo.id, photo]))
  return (
    <section aria-label={scene.name}>
      <h2 className="grp">
        {scene.name} <span className="edge">{photos.length}</span>
        {first && filling.lock === null && (
          <span className="more">
            <FormattedMessage id="list.order" />
          </span>
        )}
      </h2>
      <div ref={box} className="list-frames" style={{ height: layout?.height ?? 0 }}>
        {layout?.lines.flatMap((line) =>
          line.kind !== 'row'
            ? []
            : line.frames.map((frame) => {
                const photo = byId.get(frame.id)
                if (!photo) return null
                const place = { left: frame.left, top: line.top, width: frame.width, height: line.picture }
                return <Frame key={frame.id} photo={photo} place={place} filling={filling} fine={touch} />
              }),
        )}
      </div>
    </section>
  )
}

interface FrameProps {
  readonly photo: SeenPhoto
  readonly place: { readonly left: number; readonly top: number; readonly width: number; readonly height: number }
  readonly filling: Filling
  readonly fine: boolean
}

function Frame({ photo, place, filling, fine }: FrameProps) {
  const intl = useIntl()
  const { gallery, people, me } = useGallery()
  const { left, top, width, height } = place
  const [first, ...others] = filling.pickers.get(photo.id) ?? []
  const [, number] = splitName(photo.cameraName)
  const blur = placeholder(currentVersion(photo))
  const name = first === me?.person ? intl.formatMessage({ id: 'list.you' }) : first && (people.get(first)?.name.split(' ')[0] ?? '')
  if (!gallery) return null
  return (
    <figure className="list-frame" style={{ left, top, width }}>
      <Link
        className="ph"
        to={`/g/${gallery.id}/p/${photo.id}?list=${filling.selection.id}`}
        style={{ height, ...(blur ? { backgroundImage: `url(${blur})` } : {}) }}
      >
        <Picture gallery={gallery.id} photo={photo} width={width} />
        {first && <Loop person={first} width={width} height={height} seed={seedOf(photo.id)} fine={fine} />}
      </Link>
      <figcaption className="strip">
        <span className="edge">
          <b>{number}</b>
        </span>
        {width > 120 && <span className="cc trunc">{name}</span>}
        {others.length > 0 && width > 170 && (
          <Tally people={others} total={0} height={13} label={intl.formatMessage({ id: 'tile.alsoPicked' }, { n: others.length })} />
        )}
        <span className="grow" />
        {filling.lock === null && me && filling.pickers.get(photo.id)?.includes(me.person) && <Out photo={photo} wide={width > 190} />}
      </figcaption>
    </figure>
  )
}

/** Out of the list; while another photo waits for a place, the two swap. */
function Out({ photo, wide }: { readonly photo: SeenPhoto; readonly wide: boolean }) {
  const intl = useIntl()
  const { photoById } = useGallery()
  const { left, swap, takeOut } = useChoosing()
  const waiting: PhotoId | undefined = left[0]
  const other = waiting ? (photoById.get(waiting)?.cameraName ?? '') : ''
  const label = intl.formatMessage({ id: waiting ? 'list.swap.of' : 'list.takeOut.of' }, { photo: photo.cameraName, other })
  return (
    <button type="button" className="out" aria-label={label} onClick={() => (waiting ? swap(photo.id) : takeOut(photo.id))}>
      <X className="i" aria-hidden="true" />
      {wide && <FormattedMessage id={waiting ? 'list.swap' : 'list.takeOut'} />}
    </button>
  )
}
