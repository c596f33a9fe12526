/** What a client selected, and marks for all of it at once: one act, one undo. */
import { Columns2, Eye, EyeOff, Heart, LayoutGrid, Star, X } from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { PhotoId } from '../../common/ids.ts'
import { labels, type Stars } from '../../common/sheet/shape.ts'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import { fewest, most } from '../compare/comparison.ts'
import { useSideBySide } from '../compare/use-side-by-side.ts'
import type { Held } from '../contact-sheet/wall-hand.ts'
import type { MarkPatch, PhotoMarks } from '../gallery/gallery-view.ts'
import { useGallery, useGalleryStore, useMarksTick } from '../gallery/use-gallery.tsx'
import { useChoosing } from '../lists/choosing.tsx'
import { Dot, Ring } from '../ui/marks-by-hand.tsx'
import './client-batch.css'

interface ClientBatchProps {
  readonly held: Held
  /** What hangs: marks go to nothing one does not see. */
  readonly hanging: readonly SeenPhoto[]
  readonly onHold: (held: Held) => void
}

/** One photo under the arrows is no batch; one gathered by a finger is the beginning of one. */
export const isBatch = ({ selected, gathering }: Held): boolean => selected.size > 1 || (gathering === true && selected.size > 0)

const starSteps: readonly Stars[] = [1, 2, 3, 4, 5]

export function ClientBatch({ held, hanging, onHold }: ClientBatchProps) {
  const intl = useIntl()
  const { actions, gallery, me } = useGallery()
  const { current: list, mayChoose, choose } = useChoosing()
  const chosen = hanging.filter(({ id }) => held.selected.has(id))
  const photos = chosen.map(({ id }) => id)
  const all = useAll(photos)
  if (!gallery || photos.length === 0) return null
  const { rights } = gallery
  const mark = (patch: MarkPatch) => actions.mark(photos, patch)
  const text = (id: string, values = {}) => intl.formatMessage({ id }, values)
  const allHidden = chosen.every(({ hidden }) => hidden)
  return (
    <section className="client-batch inv" aria-label={text('batch.title')}>
      <p className="n" role="status">
        <FormattedMessage id="batch.selected" values={{ n: photos.length }} />
      </p>
      {list && mayChoose && (
        <button type="button" className="into" onClick={() => choose(photos)}>
          <Ring ticked={photos.every((id) => me && list.pickers.get(id)?.includes(me.person))} />
          <span className="trunc">{text('list.choose', { list: list.selection.name })}</span>
        </button>
      )}
      {rights.flag === 'edit' && (
        <div className="set">
          <Press name={text('keys.pick')} on={all(({ flag }) => flag === 'pick')} onPress={(on) => mark({ flag: on ? 'pick' : null })}>
            <Ring ticked={all(({ flag }) => flag === 'pick')} />
          </Press>
          <Press
            name={text('keys.reject')}
            on={all(({ flag }) => flag === 'reject')}
            onPress={(on) => mark({ flag: on ? 'reject' : null })}
          >
            <X className="i" aria-hidden="true" />
          </Press>
        </div>
      )}
      {rights.favourite === 'edit' && (
        <Press name={text('keys.favourite')} on={all(({ favourite }) => favourite)} onPress={(favourite) => mark({ favourite })}>
          <Heart className={all(({ favourite }) => favourite) ? 'i fill' : 'i'} aria-hidden="true" />
        </Press>
      )}
      {rights.stars === 'edit' && (
        <div className="set">
          {starSteps.map((stars) => (
            <Press
              key={stars}
              name={text('mark.stars', { stars })}
              on={all((one) => one.stars === stars)}
              onPress={(on) => mark({ stars: on ? stars : 0 })}
            >
              <Star className={all((one) => one.stars >= stars) ? 'i fill' : 'i'} aria-hidden="true" />
            </Press>
          ))}
        </div>
      )}
      {rights.label === 'edit' && (
        <div className="set">
          {labels.map((label) => (
            <Press
              key={label}
              name={text(`label.${label}`)}
              on={all((one) => one.label === label)}
              onPress={(on) => mark({ label: on ? label : null })}
            >
              <Dot label={label} />
            </Press>
          ))}
        </div>
      )}
      {rights.hide === 'edit' && (
        <Press
          name={text(allHidden ? 'tile.show' : 'batch.hide')}
          onPress={() => (allHidden ? actions.show(photos) : actions.hide(photos))}
        >
          {allHidden ? <Eye className="i" aria-hidden="true" /> : <EyeOff className="i" aria-hidden="true" />}
        </Press>
      )}
      <Beside held={held} hanging={hanging} count={photos.length} />
      <Press name={text('batch.clear')} onPress={() => onHold({ active: held.active, selected: new Set() })}>
        <X className="i" aria-hidden="true" />
      </Press>
    </section>
  )
}

interface BesideProps extends Pick<ClientBatchProps, 'held' | 'hanging'> {
  readonly count: number
}

/** Two to four next to each other, any number above one as a survey. */
function Beside({ held, hanging, count }: BesideProps) {
  const side = useSideBySide()
  if (count < fewest) return null
  const laid = () => ({ ...held, wall: hanging.map(({ id }) => id) })
  return (
    <div className="set beside">
      {count <= most && (
        <button type="button" onClick={() => side.compare(laid())}>
          <Columns2 className="i s" aria-hidden="true" />
          <FormattedMessage id="compare.open" />
        </button>
      )}
      <button type="button" onClick={() => side.survey(laid())}>
        <LayoutGrid className="i s" aria-hidden="true" />
        <FormattedMessage id="survey.open" />
      </button>
    </div>
  )
}

interface PressProps {
  readonly name: string
  /** Left out for what is no mark. */
  readonly on?: boolean
  readonly onPress: (on: boolean) => void
  readonly children: React.ReactNode
}

function Press({ name, on, onPress, children }: PressProps) {
  return (
    <button type="button" title={name} aria-label={name} {...(on === undefined ? {} : { 'aria-pressed': on })} onClick={() => onPress(!on)}>
      {children}
    </button>
  )
}

/** Whether all of them carry a mark of one's own: pressing then takes it away from all. */
function useAll(photos: readonly PhotoId[]): (holds: (mark: PhotoMarks['mine']) => boolean) => boolean {
  const store = useGalleryStore()
  useMarksTick()
  const marks = photos.map((photo) => store.marks(photo).mine)
  return (holds) => marks.length > 0 && marks.every(holds)
}
