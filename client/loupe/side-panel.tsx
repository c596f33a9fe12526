import { Heart, Star, X } from 'lucide-react'
import { type CSSProperties, useState } from 'react'
import { useIntl } from 'react-intl'
import type { PersonId, PhotoId } from '../../common/ids.ts'
import type { Mark } from '../../common/sheet/shape.ts'
import type { SeenGallery, SeenPhoto } from '../../common/visibility/seen.ts'
import { MeanLine, PickLine } from '../contact-sheet/mark-aggregate.tsx'
import { sayMark } from '../contact-sheet/say-marks.ts'
import { aggregateOf } from '../gallery/aggregate.ts'
import { useGallery, usePhotoMarks } from '../gallery/use-gallery.tsx'
import { PanelSwitch, type PanelTab } from '../session/panel-switch.tsx'
import { PhotoDecisions } from '../session/photo-decisions.tsx'
import { SessionPanel } from '../session/session-panel.tsx'
import { useTable } from '../session/session-room.tsx'
import { useReaders } from '../studio/use-readers.ts'
import { Talk } from '../talk/talk.tsx'
import { hueClass } from '../ui/hue.ts'
import { Dot, Ring } from '../ui/marks-by-hand.tsx'
import { Monogram } from '../ui/monogram.tsx'
import { seedOf } from '../ui/strokes.ts'
import { SheetGrab, type SheetHeight } from './sheet-grab.tsx'
import { useTalkFocus } from './talk-focus.tsx'

interface SidePanelProps {
  readonly gallery: SeenGallery
  readonly photo: SeenPhoto
  /** Counts up whenever somebody wants to write. */
  readonly writing: number
  readonly go: (photo: PhotoId) => void
  readonly onClose: () => void
}

/** Beside the picture: who marked it how, and what is said. Stays open while paging. */
export function SidePanel({ gallery, photo, writing, go, onClose }: SidePanelProps) {
  const intl = useIntl()
  const { session } = useTable()
  const known = useKnown(photo.id)
  const [tab, setTab] = usePanelTab(photo.id, writing)
  const [height, setHeight] = useSheetHeight(writing, tab)
  const [drawn, setDrawn] = useState<number | null>(null)
  return (
    <aside
      className={`side ${height}${drawn === null ? '' : ' drawn'}`}
      aria-label={intl.formatMessage({ id: 'loupe.panel' })}
      style={drawn === null ? undefined : ({ '--drawn': `${drawn}px` } as CSSProperties)}
    >
      <SheetGrab height={height} onHeight={setHeight} onDraw={setDrawn} onClose={onClose} />
      {session && <PanelSwitch tab={tab} onTab={setTab} />}
      {session && tab === 'table' ? (
        <SessionPanel gallery={gallery} photo={photo} go={go} />
      ) : !known ? null : (
        <>
          <PhotoDecisions photo={photo} />
          <ByPerson photo={photo} />
          {gallery.rights.comment !== 'none' && <Talk gallery={gallery} photo={photo} writing={writing} />}
        </>
      )}
    </aside>
  )
}

/** What is said and marked here is shown in one piece: not "no comments" first, nor the words before what stands above them. */
function useKnown(photo: PhotoId): boolean {
  const { whole } = useGallery()
  const { comments, drawings, byPerson, house } = usePhotoMarks(photo)
  return whole || comments > 0 || drawings > 0 || byPerson.size > 0 || house !== null
}

/** Low, so that the picture has the screen; whoever follows a pin or sits at the table wants to read. */
function useSheetHeight(writing: number, tab: PanelTab) {
  const { session } = useTable()
  const { thread } = useTalkFocus()
  const [height, setHeight] = useState<SheetHeight>(session && tab === 'table' ? 'half' : 'low')
  const [before, setBefore] = useState({ writing, thread })
  if (before.writing !== writing || before.thread !== thread) {
    setBefore({ writing, thread })
    if (height === 'low' && thread !== null) setHeight('half')
  }
  return [height, setHeight] as const
}

/** Whoever writes or follows a pin wants the words; a question just asked on this photo wants the table. */
function usePanelTab(photo: PhotoId, writing: number) {
  const [tab, setTab] = useState<PanelTab>('table')
  const { thread } = useTalkFocus()
  const vote = useGallery().table.votes.get(photo)?.id ?? null
  const [before, setBefore] = useState({ writing, thread, vote })
  if (before.writing !== writing || before.thread !== thread || before.vote !== vote) {
    setBefore({ writing, thread, vote })
    if (vote !== null && before.vote !== vote) setTab('table')
    else if (before.writing !== writing || (thread !== null && before.thread !== thread)) setTab('talk')
  }
  return [tab, setTab] as const
}

const ownFirst =
  (me: PersonId | null) =>
  ([a]: readonly [PersonId, Mark], [b]: readonly [PersonId, Mark]): number =>
    Number(b === me) - Number(a === me)

function ByPerson({ photo }: { readonly photo: SeenPhoto }) {
  const intl = useIntl()
  const { people, me } = useGallery()
  const marks = usePhotoMarks(photo.id)
  const aggregate = aggregateOf(marks, useReaders()(photo.id))
  const rows: readonly (readonly [PersonId, string, Mark])[] = [
    ...[...marks.byPerson].sort(ownFirst(me?.person ?? null)).map(([person, mark]) => {
      const name = person === me?.person ? intl.formatMessage({ id: 'talk.you' }) : (people.get(person)?.name ?? '')
      return [person, name, mark] as const
    }),
    ...(marks.house ? [[marks.house.by, intl.formatMessage({ id: 'loupe.house' }), marks.house] as const] : []),
  ]
  if (rows.length === 0) return null
  return (
    <>
      <h2 className="mk">
        <PickLine aggregate={aggregate} height={13} />
      </h2>
      {aggregate.of !== 1 && <MeanLine aggregate={aggregate} />}
      <ul className="byp">
        {rows.map(([person, name, mark]) => (
          <li key={`${person} ${name}`} className={mark === marks.house ? 'house' : hueClass(person)}>
            <Monogram person={person} name={people.get(person)?.name ?? name} size={28} plain />
            <span className="who trunc">{name}</span>
            <span className="sr">{sayMark(mark, intl)}</span>
            <span className="fl" aria-hidden="true">
              {mark.flag === 'pick' && <Ring ticked seed={seedOf(person)} />}
              {mark.flag === 'reject' && <X className="i" />}
            </span>
            <span className="st" aria-hidden="true">
              {[1, 2, 3, 4, 5].slice(0, mark.stars).map((n) => (
                <Star key={n} className="i" />
              ))}
            </span>
            <span aria-hidden="true">{mark.label && <Dot label={mark.label} />}</span>
            <span aria-hidden="true">{mark.favourite && <Heart className="i s fill" />}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
