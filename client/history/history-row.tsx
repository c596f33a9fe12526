/** One line: who, what, the photos it was done to, and when. The line itself leads there, each picture to its photo. */
import { Star } from 'lucide-react'
import { memo } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link } from 'react-router'
import type { CommentId, PhotoId } from '../../common/ids.ts'
import { Picture, ratioOf } from '../contact-sheet/picture.tsx'
import { useGallery, usePhotoTalk } from '../gallery/use-gallery.tsx'
import { DecisionFacts } from '../session/decision-facts.tsx'
import { TakeBack } from '../session/take-back.tsx'
import { SaidText } from '../talk/said-text.tsx'
import { hueClass } from '../ui/hue.ts'
import { Dot } from '../ui/marks-by-hand.tsx'
import { Monogram } from '../ui/monogram.tsx'
import type { HistoryLine } from './lines.ts'
import { Sentence } from './sentence.tsx'
import { whereTo } from './where-to.ts'

/** Pictures beside a line; the others are counted. */
const pictures = 4

interface RowProps {
  readonly line: HistoryLine
  readonly fresh: boolean
}

export const HistoryRow = memo(function HistoryRow({ line, fresh }: RowProps) {
  const intl = useIntl()
  const { gallery, people } = useGallery()
  if (!gallery) return null
  const to = whereTo(gallery.id, line)
  const time = new Date(line.at)
  return (
    <li className={`ev ${line.by ? hueClass(line.by) : ''}${fresh ? ' new' : ''}`}>
      {line.by ? <Monogram person={line.by} name={people.get(line.by)?.name ?? '?'} size={30} plain /> : <span />}
      <div className="what">
        <p>
          {to ? (
            <Link to={to} state={{ fromWall: true }} className="go">
              <Sentence line={line} />
            </Link>
          ) : (
            <Sentence line={line} />
          )}
          <Glyphs line={line} />
          {fresh && (
            <small className="sr">
              <FormattedMessage id="history.new" />
            </small>
          )}
        </p>
        <Quote line={line} />
        <GoneNames line={line} />
      </div>
      <Strip line={line} />
      <time className="edge" dateTime={time.toISOString()} title={intl.formatDate(time, { dateStyle: 'long', timeStyle: 'short' })}>
        {intl.formatTime(time, { hour: '2-digit', minute: '2-digit' })}
      </time>
    </li>
  )
})

/** What was set, as it looks on a tile. The sentence says it. */
export function Glyphs({ line: { act, alike } }: { readonly line: HistoryLine }) {
  if (act.type !== 'marked' || !alike) return null
  return (
    <span className="gl" aria-hidden="true">
      {[1, 2, 3, 4, 5].slice(0, act.stars ?? 0).map((n) => (
        <Star key={n} className="i fill" />
      ))}
      {act.label && <Dot label={act.label} />}
    </span>
  )
}

function Quote({ line }: { readonly line: HistoryLine }) {
  const { table } = useGallery()
  const { act, photos } = line
  const [photo] = photos
  if (act.type === 'decision:add') {
    const decision = table.decisions.find(({ id }) => id === act.decision)
    return decision ? (
      <>
        <div className="q">
          {decision.note}
          <DecisionFacts decision={decision} />
        </div>
        <TakeBack decision={decision} />
      </>
    ) : null
  }
  return photo && 'comment' in act && act.type !== 'unsaid' ? <Said photo={photo} comment={act.comment} /> : null
}

/** What was deleted is nowhere but here. A single one is named by the sentence. */
function GoneNames({ line: { names, seen, gone } }: { readonly line: HistoryLine }) {
  const intl = useIntl()
  const more = seen + gone - names.length
  if (names.length === 0 || seen + gone === 1) return null
  return (
    <div className="nums names">
      {names.join(', ')} {more > 0 && <FormattedMessage id="history.names.more" values={{ n: intl.formatNumber(more) }} />}
    </div>
  )
}

/** As it is now: what was deleted is not told here either. */
function Said({ photo, comment }: { readonly photo: PhotoId; readonly comment: CommentId }) {
  const { threads } = usePhotoTalk(photo)
  const said = threads.flatMap(({ first, replies }) => [first, ...replies]).find(({ id }) => id === comment)
  if (!said || said.deleted !== null) return null
  return (
    <div className="q" dir="auto">
      <SaidText body={said.body} mentions={said.mentions} />
    </div>
  )
}

function Strip({ line }: { readonly line: HistoryLine }) {
  const { gallery, photoById } = useGallery()
  const shown = line.photos.flatMap((id) => photoById.get(id) ?? []).slice(0, pictures)
  if (!gallery || shown.length === 0) return <span className="fr" />
  const more = line.seen - shown.length
  return (
    <span className="fr">
      {shown.map((photo) => {
        const width = Math.round(Math.min(72, 44 * ratioOf(photo)))
        return (
          <Link key={photo.id} to={`/g/${gallery.id}/p/${photo.id}`} state={{ fromWall: true }} style={{ width }}>
            <Picture gallery={gallery.id} photo={photo} width={width} />
          </Link>
        )
      })}
      {more > 0 && <span className="edge more">+{more}</span>}
    </span>
  )
}
