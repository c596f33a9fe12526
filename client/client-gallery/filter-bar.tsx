import { Heart, ListFilter, MessageSquare } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { noFilter } from '../../common/gallery/filter.ts'
import type { PhotoId, SceneId } from '../../common/ids.ts'
import type { WallState } from '../contact-sheet/use-wall.ts'
import { FilterDialog, type FilterSheet } from '../filters/filter-dialog.tsx'
import { ViewsMenu } from '../filters/views-menu.tsx'
import { useGallery } from '../gallery/use-gallery.tsx'
import { useOwnCounts } from '../gallery/use-own-counts.ts'
import { useChoosing } from '../lists/choosing.tsx'
import { Monogram } from '../ui/monogram.tsx'
import { glide } from '../ui/moves-less.ts'
import { useScrollHint } from '../ui/use-scroll-hint.ts'

/** People one may filter by without opening the dialog. */
const most = 4
/** Letters from which a scene's name gives way where the bar is full. */
const longName = 12

interface FilterBarProps {
  readonly wall: WallState
  readonly onSelect: (photos: readonly PhotoId[]) => void
}

/** Sticks under the header: scenes to jump to, the filters used most, and the rest behind one button. */
export function FilterBar({ wall, onSelect }: FilterBarProps) {
  const intl = useIntl()
  const { scenes, photosOf, gallery } = useGallery()
  const [dialog, setDialog] = useState<FilterSheet | null>(null)
  const counts = useOwnCounts()
  const current = useCurrentScene(wall)
  const { filter, setFilter, change } = wall
  const rights = gallery?.rights
  const list = useChoosing().current
  const pushed = useScrollHint<HTMLDivElement>()
  return (
    <nav className="bar" aria-label={intl.formatMessage({ id: 'filter.bar' })}>
      <div ref={pushed}>
        {scenes.map((scene) => (
          <a
            key={scene.id}
            className={scene.name.length > longName ? 'long' : undefined}
            href={`#scene-${scene.id}`}
            aria-current={current === scene.id}
            onClick={(event) => {
              event.preventDefault()
              if (filter.scene) change({ scene: null })
              toScene(scene.id)
            }}
          >
            <span className="trunc" title={scene.name}>
              {scene.name}
            </span>{' '}
            <span className="edge">{photosOf.get(scene.id)?.length ?? 0}</span>
          </a>
        ))}
        <span className="sp" />
        {rights?.favourite !== 'none' && (
          <Toggle on={filter.favourite} onPress={() => change({ favourite: !filter.favourite })} count={counts.favoured}>
            <Heart className="i s" aria-hidden="true" />
            <FormattedMessage id="filter.favourites" />
          </Toggle>
        )}
        {list ? (
          <Toggle
            on={filter.list === list.selection.id}
            onPress={() => change({ list: filter.list ? null : list.selection.id })}
            count={list.photos.length}
          >
            <FormattedMessage id="filter.flag.pick" />
          </Toggle>
        ) : (
          rights?.flag !== 'none' && (
            <Toggle
              on={filter.flag === 'pick'}
              onPress={() => change({ flag: filter.flag === 'pick' ? null : 'pick' })}
              count={counts.chosen}
            >
              <FormattedMessage id="filter.flag.pick" />
            </Toggle>
          )
        )}
        {rights?.comment !== 'none' && (
          <Toggle on={filter.commented} onPress={() => change({ commented: !filter.commented })} count={counts.commented}>
            <MessageSquare className="i s" aria-hidden="true" />
            <FormattedMessage id="filter.commented" />
          </Toggle>
        )}
        <ByPerson wall={wall} />
        <ViewsMenu wall={wall} onManage={() => setDialog('views')} />
        <span className="rest">
          <button
            type="button"
            aria-label={intl.formatMessage({ id: 'filter.more' })}
            aria-haspopup="dialog"
            onClick={() => setDialog('filters')}
          >
            <ListFilter className="i" aria-hidden="true" />
          </button>
          {wall.filtering && (
            <button type="button" onClick={() => setFilter(noFilter)}>
              <FormattedMessage id="filter.clear.short" />
            </button>
          )}
        </span>
      </div>
      {dialog && <FilterDialog wall={wall} begin={dialog} onSelect={onSelect} onClose={() => setDialog(null)} />}
    </nav>
  )
}

interface ToggleProps {
  readonly on: boolean
  readonly onPress: () => void
  readonly count: number
  readonly children: ReactNode
}

function Toggle({ on, onPress, count, children }: ToggleProps) {
  return (
    <button type="button" aria-pressed={on} onClick={onPress}>
      {children} <span className="edge">{count}</span>
    </button>
  )
}

function ByPerson({ wall: { filter, change } }: { readonly wall: WallState }) {
  const { people, me } = useGallery()
  const intl = useIntl()
  const { picksOf } = useOwnCounts()
  const shown = [...people.values()].filter(({ id, staff }) => !staff && (picksOf.has(id) || id === filter.person)).slice(0, most)
  if (shown.length === 0) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of fields
    <span className="by" role="group" aria-label={intl.formatMessage({ id: 'filter.byPerson' })}>
      {shown.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          aria-pressed={filter.person === id}
          aria-label={intl.formatMessage({ id: id === me?.person ? 'filter.byMe' : 'filter.by' }, { name })}
          onClick={() => change({ person: filter.person === id ? null : id })}
        >
          <Monogram person={id} name={name} size={26} plain />
        </button>
      ))}
    </span>
  )
}

function toScene(scene: SceneId): void {
  const heading = document.getElementById(`scene-${scene}`)
  if (heading) heading.scrollIntoView({ behavior: glide(), block: 'start' })
  else window.dispatchEvent(new CustomEvent('proofroom:scene', { detail: scene }))
}

/** The scene whose photos are under the bar. */
function useCurrentScene({ chapters }: WallState): SceneId | null {
  const [current, setCurrent] = useState<SceneId | null>(null)
  useEffect(() => {
    const look = () => {
      let last: SceneId | null = null
      for (const { scene } of chapters) {
        const heading = document.getElementById(`scene-${scene.id}`)
        if (heading && heading.getBoundingClientRect().top < window.innerHeight * 0.4) last = scene.id
      }
      // A heading above what is rendered leaves the last one in force.
      if (last) setCurrent(last)
      else if (window.scrollY < window.innerHeight * 0.5) setCurrent(null)
    }
    look()
    window.addEventListener('scroll', look, { passive: true })
    return () => window.removeEventListener('scroll', look)
  }, [chapters])
  return current
}
