/** One frame of the contact sheet: the picture, the loop round it, and the strip below. */
import { memo } from 'react'
import { type IntlShape, useIntl } from 'react-intl'
import type { Whose } from '../../common/gallery/filter.ts'
import type { Rights } from '../../common/gallery/model.ts'
import type { GalleryId, PersonId, PhotoId, SelectionId } from '../../common/ids.ts'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import type { MarkPatch, PhotoMarks } from '../gallery/gallery-view.ts'
import { through } from '../gallery/lens.ts'
import { picksOf } from '../gallery/picks.ts'
import { hueClass } from '../ui/hue.ts'
import { Cross, Loop } from '../ui/marks-by-hand.tsx'
import { refusalText } from '../ui/refusal-text.ts'
import { seedOf } from '../ui/strokes.ts'
import { currentVersion, Picture, placeholder } from './picture.tsx'
import { type Known, nameOf, sayMarks } from './say-marks.ts'
import { Strip } from './strip.tsx'
import type { MenuAsk } from './wall.tsx'

export interface TileContext extends Known {
  /** Whose marks are shown. */
  readonly whose: Whose
  readonly readersOf: (photo: PhotoId) => readonly PersonId[] | null
  readonly gallery: GalleryId
  readonly rights: Rights
  readonly staff: boolean
  readonly look: 'client' | 'staff'
  /** A finger rather than a mouse: larger strips and targets. */
  readonly touch: boolean
  readonly hrefOf: (photo: PhotoId) => string
  readonly onMark: (photo: PhotoId, patch: MarkPatch) => void
  /** The list photos go into by their circle; null: the circle flags. */
  readonly list: SelectionId | null
  readonly onChoose: ((photo: PhotoId) => void) | null
  readonly onShow: ((photo: PhotoId) => void) | null
  readonly onMore: (photo: PhotoId, anchor: HTMLElement, at?: MenuAsk['at']) => void
  /** It opens a menu, not the window for marks. */
  readonly menu: boolean
}
export interface TileProps {
  readonly photo: SeenPhoto
  readonly marks: PhotoMarks
  readonly width: number
  readonly height: number
  readonly active: boolean
  readonly selected: boolean
  /** Somebody who marks it in this moment. */
  readonly arriving: PersonId | null
  /** What one may press is drawn; else it only has its place and its name. */
  readonly signs: boolean
  readonly context: TileContext
}

export const Tile = memo(function Tile({ photo, marks, width, height, active, selected, arriving, signs, context }: TileProps) {
  const intl = useIntl()
  const says = `${photo.id}-says`
  const shown = through(marks, context.whose, context.me)
  const picks = picksOf(shown, context.list)
  const first = picks[0]
  const rejecter = context.staff && shown.house?.flag === 'reject' ? shown.house.by : null
  const blur = placeholder(currentVersion(photo))
  const hidden = photo.hidden ?? null
  const seed = seedOf(photo.id)
  const words = [
    hidden &&
      intl.formatMessage(
        { id: 'tile.hidden' },
        {
          name: hidden.name || intl.formatMessage({ id: 'person.house' }),
          date: intl.formatDate(hidden.at, { day: 'numeric', month: 'short' }),
        },
      ),
    sayState(photo, intl),
    sayMarks(shown, context, intl),
  ]
  return (
    <figure
      className={classes(context, width, { hidden: hidden !== null, rejected: rejecter !== null, selected, active })}
      style={{ width }}
    >
      <a
        className="ph"
        href={context.hrefOf(photo.id)}
        tabIndex={-1}
        draggable={false}
        style={{ height, ...(blur ? { backgroundImage: `url(${blur})` } : {}) }}
      >
        {photo.state === 'ready' ? (
          <Picture gallery={context.gallery} photo={photo} width={width} describedBy={says} />
        ) : (
          <Developing photo={photo} describedBy={says} />
        )}
        {rejecter && <Cross person={rejecter} width={width} height={height} seed={seed} />}
        {first && (
          <Loop
            person={first}
            width={width}
            height={height}
            seed={seed}
            fine={context.touch || context.look === 'staff'}
            arriving={arriving === first}
            house={shown.house?.flag === 'pick' && shown.house.by === first && shown.byPerson.get(first)?.flag !== 'pick'}
            dry={marks.waiting && first === context.me}
          />
        )}
        {arriving && <span className={`tagname ${hueClass(arriving)}`}>{nameOf(arriving, context, intl)}</span>}
      </a>
      <Strip photo={photo} marks={marks} shown={shown} picks={picks} width={width} active={active} signs={signs} context={context} />
      <span id={says} className="sr">
        {words.filter(Boolean).join('. ')}
      </span>
    </figure>
  )
})

/** Pixels up to which counts give way to what one may press; first those of talk, then the stars. */
const narrow = 224
const slim = 170

function classes(
  { look }: TileContext,
  width: number,
  on: { readonly hidden: boolean; readonly rejected: boolean; readonly selected: boolean; readonly active: boolean },
): string {
  return [
    'tile',
    look,
    width <= narrow && 'narrow',
    width <= slim && 'slim',
    on.hidden && 'hid',
    on.rejected && 'rej',
    on.selected && 'sel',
    on.active && 'act',
  ]
    .filter(Boolean)
    .join(' ')
}

/** A photo on its way: announced, being developed, or failed with the reason. Its cell says so in words. */
function Developing({ photo, describedBy }: { readonly photo: SeenPhoto; readonly describedBy: string }) {
  const word = sayState(photo, useIntl())
  return (
    <span
      className={photo.state === 'failed' ? 'developing failed' : 'developing'}
      role="img"
      aria-label={photo.cameraName}
      aria-describedby={describedBy}
    >
      <span className={photo.state === 'failed' ? '' : 'edge'} aria-hidden="true" data-word={word} />
    </span>
  )
}

/** How far it is, where there is no picture yet. */
function sayState(photo: SeenPhoto, intl: IntlShape): string | null {
  if (photo.state === 'ready') return null
  if (photo.state === 'failed') return refusalText({ code: photo.failure ?? 'failed' }, intl)
  return intl.formatMessage({ id: photo.state === 'waiting' ? 'tile.waiting' : 'tile.developing' })
}
