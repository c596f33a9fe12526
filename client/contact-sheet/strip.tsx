/** Edge print under a picture: its number, its marks, and what one may press. */
import { EyeOff, Heart, MoreHorizontal, Star, X } from 'lucide-react'
import { useIntl } from 'react-intl'
import type { PersonId } from '../../common/ids.ts'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import { aggregateOf } from '../gallery/aggregate.ts'
import type { PhotoMarks } from '../gallery/gallery-view.ts'
import { noMark } from '../gallery/summary.ts'
import { hueClass } from '../ui/hue.ts'
import { Dot, Ring, Tally } from '../ui/marks-by-hand.tsx'
import { seedOf } from '../ui/strokes.ts'
import { sayMark } from './say-marks.ts'
import { shownMark } from './shown-mark.ts'
import { splitName } from './split-name.ts'
import { TalkCount } from './talk-count.tsx'
import type { TileContext } from './tile.tsx'

interface StripProps {
  readonly photo: SeenPhoto
  readonly marks: PhotoMarks
  /** As the wall's lens shows them. */
  readonly shown: PhotoMarks
  readonly picks: readonly PersonId[]
  readonly width: number
  readonly active: boolean
  /** What one may press is drawn; else it only has its place and its name. */
  readonly signs: boolean
  readonly context: TileContext
}

/** Pixels up to which a picture's number gives way to what one may press; on the studio's sheet that lies over it. */
const leastNamed = ({ touch, staff }: TileContext): number => (touch ? 150 : staff ? 60 : 112)

/** Pixels from which ticks have room; on the studio's sheet more beside what was said, beside who hid it and beside what a finger presses. */
const leastTicked = ({ photo, context: { staff, touch } }: StripProps, spoken: boolean): number =>
  staff ? 84 + (spoken ? 26 : 0) + (photo.hidden ? 24 : 0) + (touch && !photo.hidden ? 50 : 0) : 150

export function Strip(props: StripProps) {
  const { photo, shown, width, context } = props
  const intl = useIntl()
  const roomy = width >= (context.touch ? 300 : 230)
  const [stem, number] = splitName(photo.cameraName)
  const ticks = ticksOf(props)
  const spoken = shown.comments > 0 && (shown.unread > 0 || width >= (context.touch ? 200 : 130))
  return (
    <figcaption className="strip">
      <span className={roomy || photo.hidden ? 'info' : 'info bare'}>
        {(roomy || width >= leastNamed(context)) && (
          <span className="edge name" title={photo.cameraName}>
            {roomy && <span className="trunc">{stem}</span>}
            <b>{number}</b>
          </span>
        )}
        {photo.hidden ? <HiddenNote {...props} /> : <Glance marks={shown} roomy={width >= 300} context={context} />}
        <span className="grow" />
        {ticks.people.length + ticks.total > 0 && width >= leastTicked(props, spoken) && (
          <Tally
            people={ticks.people}
            total={ticks.total}
            height={13}
            label={
              ticks.total > 0
                ? intl.formatMessage({ id: 'inspector.picked' }, { n: ticks.people.length, of: ticks.total })
                : intl.formatMessage({ id: 'tile.alsoPicked' }, { n: ticks.people.length })
            }
          />
        )}
        {spoken && <TalkCount marks={shown} numbered={width >= (context.touch ? 250 : context.staff ? 130 : 200)} />}
      </span>
      {!photo.hidden && photo.state === 'ready' && <Controls {...props} />}
    </figcaption>
  )
}

/** Open strokes side by side before only those who picked are drawn. */
const most = 8

/** For staff every client who picked, among all who could; for everybody else those who came after the loop's owner. */
function ticksOf({ photo, shown, picks, context }: StripProps): { readonly people: readonly PersonId[]; readonly total: number } {
  if (!context.staff || context.whose !== null || context.list) return { people: picks.slice(1), total: 0 }
  const { picks: people, of } = aggregateOf(shown, context.readersOf(photo.id))
  return { people, total: of !== null && of <= most && people.length > 0 ? of : 0 }
}

interface GlanceProps {
  readonly marks: PhotoMarks
  readonly roomy: boolean
  readonly context: TileContext
}

/** A mark for which there is no room is left out whole. */
function Glance(props: GlanceProps) {
  return (
    <span className="glance">
      <MarksAtAGlance {...props} />
    </span>
  )
}

function MarksAtAGlance({ marks, roomy, context }: GlanceProps) {
  const intl = useIntl()
  const { house } = marks
  if (context.staff && house && (house.label || house.stars > 0)) {
    return (
      <>
        <span className="stamp" title={`${intl.formatMessage({ id: 'person.house' })}: ${sayMark(house, intl)}`}>
          {house.label && <Dot label={house.label} />}
          {house.stars > 0 && (
            <span className="st" aria-hidden="true">
              <Star className="i" />
              <b>{house.stars}</b>
            </span>
          )}
        </span>
        {marks.byPerson.size > 0 && <MarksAtAGlance marks={{ ...marks, mine: noMark, house: null }} roomy={false} context={context} />}
      </>
    )
  }
  const { label, stars, starsBy, rejectedBy } = shownMark(marks, context.me)
  const single = !roomy || context.look === 'staff'
  return (
    <>
      {label && <Dot label={label} />}
      {stars > 0 && (
        <span className={`st ${starsBy ? hueClass(starsBy) : ''}`} aria-hidden="true">
          {single ? <Star className="i" /> : [1, 2, 3, 4, 5].slice(0, stars).map((star) => <Star key={star} className="i" />)}
          {single && <b>{stars}</b>}
        </span>
      )}
      {rejectedBy && <X className={`i s rejected ${hueClass(rejectedBy)}`} aria-hidden="true" />}
    </>
  )
}

function HiddenNote({ photo, width, active, context }: StripProps) {
  const intl = useIntl()
  const { hidden } = photo
  const { onShow } = context
  if (!hidden) return null
  const text = intl.formatMessage(
    { id: 'tile.hidden' },
    {
      name: hidden.name || intl.formatMessage({ id: 'person.house' }),
      date: intl.formatDate(hidden.at, { day: 'numeric', month: 'short' }),
    },
  )
  return (
    <>
      <span className={`hidnote ${hueClass(hidden.by)}`} title={text}>
        <EyeOff className="i s" aria-hidden="true" />
        <span
          className="trunc word"
          aria-hidden="true"
          data-word={width >= 250 ? text : hidden.name || intl.formatMessage({ id: 'person.house' })}
        />
      </span>
      {onShow && width >= 130 && (
        <button
          type="button"
          className="show"
          tabIndex={active ? 0 : -1}
          aria-label={intl.formatMessage({ id: 'tile.showOf' }, { photo: photo.cameraName })}
          onClick={() => onShow(photo.id)}
        >
          <span className="word" aria-hidden="true" data-word={intl.formatMessage({ id: 'tile.show' })} />
        </button>
      )}
    </>
  )
}

function Controls({ photo, marks, picks, width, active, signs, context }: StripProps) {
  const intl = useIntl()
  const { rights, me, onMark } = context
  const named = (id: string) => intl.formatMessage({ id }, { photo: photo.cameraName })
  const { mine } = marks
  const first = picks[0]
  const { list, onChoose } = context
  const chosen = list ? me !== null && picks.includes(me) : mine.flag === 'pick'
  const choose = () => (onChoose ? onChoose(photo.id) : onMark(photo.id, { flag: chosen ? null : 'pick' }))
  const tab = active ? 0 : -1
  const hue = me ? hueClass(me) : ''
  // On the desk a finger has no other way to the menu of a narrow photo; the heart is in it.
  const roomy = width >= (context.touch ? 190 : context.staff ? 120 : 140)
  const two = width >= (context.touch ? 82 : 62)
  const menuFirst = context.menu && context.touch && !roomy
  const anything = rights.flag === 'edit' || rights.label === 'edit' || rights.stars === 'edit' || rights.hide === 'edit'
  return (
    <span className="act">
      {anything && (roomy || (menuFirst && two)) && (
        <button
          type="button"
          className="more"
          tabIndex={tab}
          aria-haspopup={context.menu ? 'menu' : 'dialog'}
          aria-label={named(context.menu ? 'tile.menu' : 'tile.more')}
          onClick={(event) => context.onMore(photo.id, event.currentTarget)}
        >
          {signs && <MoreHorizontal className="i" aria-hidden="true" />}
        </button>
      )}
      {rights.favourite === 'edit' && two && !(menuFirst && anything) && (
        <button
          type="button"
          className={`fav ${hue}`}
          tabIndex={tab}
          aria-pressed={mine.favourite}
          aria-label={named('tile.favourite')}
          onClick={() => onMark(photo.id, { favourite: !mine.favourite })}
        >
          {signs && <Heart className={`i${mine.favourite ? ' fill' : ''}`} aria-hidden="true" />}
        </button>
      )}
      {(list ? onChoose !== null : rights.flag === 'edit') && (
        <button
          type="button"
          className={`pick ${first ? hueClass(chosen && me ? me : first) : ''}`}
          tabIndex={tab}
          aria-pressed={chosen}
          aria-label={named('tile.pick')}
          onClick={choose}
        >
          {signs && <Ring ticked={first !== undefined} seed={seedOf(photo.id)} />}
          {chosen && width > 330 && context.look === 'client' && (
            <span className="word" aria-hidden="true" data-word={intl.formatMessage({ id: 'tile.chosen' })} />
          )}
        </button>
      )}
    </span>
  )
}
