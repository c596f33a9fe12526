/** Saving how the wall hangs now, and looking after what is saved. */
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { ViewCircle } from '../../common/gallery/saved-view.ts'
import { wallFrom, wallPairs } from '../../common/gallery/wall-address.ts'
import { viewNameLength } from '../../common/limits.ts'
import type { SeenView } from '../../common/visibility/seen.ts'
import type { WallState } from '../contact-sheet/use-wall.ts'
import { useFilterWords } from './filter-words.ts'
import { isPlain, useViews, type Views } from './use-views.ts'

interface ViewsPanelProps {
  readonly wall: WallState
  readonly onBack: () => void
}

export function ViewsPanel({ wall, onBack }: ViewsPanelProps) {
  const intl = useIntl()
  const views = useViews()
  return (
    <div className="views">
      {!isPlain(wall) && <SaveForm key={views.current(wall)?.id} wall={wall} views={views} />}
      <ul aria-label={intl.formatMessage({ id: 'views.title' })}>
        {views.views.map((view) => (
          <ViewRow key={view.id} view={view} wall={wall} views={views} />
        ))}
      </ul>
      {views.views.length === 0 && (
        <p className="dim">
          <FormattedMessage id="views.none" />
        </p>
      )}
      <div className="foot">
        <button type="button" className="tx" onClick={onBack}>
          <FormattedMessage id="find.back" />
        </button>
      </div>
    </div>
  )
}

function useWordsOf(): (view: SeenView) => string {
  const intl = useIntl()
  const words = useFilterWords()
  return ({ pairs }) => {
    const { filter, sort } = wallFrom(pairs)
    const order = sort.by === 'manual' && !sort.reverse ? [] : [intl.formatMessage({ id: `filter.order.${sort.by}` })]
    return [...words(filter).map((part) => part.words), ...order].join(', ')
  }
}

function SaveForm({ wall, views }: { readonly wall: WallState; readonly views: Views }) {
  const intl = useIntl()
  const filterWords = useFilterWords()
  const [name, setName] = useState(() =>
    filterWords(wall.filter)
      .map(({ words }) => words)
      .join(', ')
      .slice(0, viewNameLength),
  )
  const [circle, setCircle] = useState<ViewCircle>('me')
  const there = views.current(wall)
  if (there) return null
  return (
    <form
      className="save-view"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim()) void views.save({ name: name.trim(), pairs: wallPairs(wall), circle })
      }}
    >
      <label className="fld">
        <span className="l">
          <FormattedMessage id="views.name" />
        </span>
        <input data-first value={name} maxLength={viewNameLength} required onChange={(event) => setName(event.target.value)} />
      </label>
      {views.circles.length > 1 && (
        <Circles label={intl.formatMessage({ id: 'views.for' })} value={circle} circles={views.circles} onChange={setCircle} />
      )}
      <button type="submit" className="btn solid" disabled={!name.trim()}>
        <FormattedMessage id="views.saveNow" />
      </button>
    </form>
  )
}

interface CirclesProps {
  readonly label: string
  readonly value: ViewCircle
  readonly circles: readonly ViewCircle[]
  readonly onChange: (circle: ViewCircle) => void
}

function Circles({ label, value, circles, onChange }: CirclesProps) {
  const intl = useIntl()
  return (
    <select value={value} aria-label={label} onChange={(event) => onChange(circles.find((one) => one === event.target.value) ?? 'me')}>
      {circles.map((one) => (
        <option key={one} value={one}>
          {intl.formatMessage({ id: `views.circle.${one}` })}
        </option>
      ))}
    </select>
  )
}

function ViewRow({ view, wall, views }: { readonly view: SeenView; readonly wall: WallState; readonly views: Views }) {
  const intl = useIntl()
  const wordsOf = useWordsOf()
  const [name, setName] = useState(view.name)
  const { circle, pairs, id } = view
  const may = views.mayChange(view)
  const rename = () => {
    if (name.trim() && name.trim() !== view.name) void views.save({ id, name: name.trim(), pairs, circle })
    else setName(view.name)
  }
  const named = (message: string) => intl.formatMessage({ id: message }, { name: view.name })
  return (
    <li>
      {may ? (
        <input
          value={name}
          maxLength={viewNameLength}
          aria-label={named('views.rename')}
          onChange={(event) => setName(event.target.value)}
          onBlur={rename}
          onKeyDown={(event) => event.key === 'Enter' && rename()}
        />
      ) : (
        <b className="trunc">{view.name}</b>
      )}
      {may && views.circles.length > 1 ? (
        <Circles
          label={named('views.forOf')}
          value={circle}
          circles={views.circles}
          onChange={(next) => void views.save({ id, name: view.name, pairs, circle: next })}
        />
      ) : (
        <span className="dim">
          <FormattedMessage id={`views.circle.${circle}`} />
        </span>
      )}
      <button type="button" className="tx" aria-label={named('views.showOf')} onClick={() => wall.setWall(wallFrom(pairs))}>
        <FormattedMessage id="views.show" />
      </button>
      {may && (
        <button type="button" className="ib" aria-label={named('views.remove')} onClick={() => void views.remove(view)}>
          <Trash2 className="i s" aria-hidden="true" />
        </button>
      )}
      <small className="dim trunc">{wordsOf(view)}</small>
    </li>
  )
}
