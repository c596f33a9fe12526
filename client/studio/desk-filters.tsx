/** The bar over the desk's sheet: what is shown, kept in the address. */
import { Eraser, MessageSquare, Plus, Star } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useCallback, useMemo } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useSearchParams } from 'react-router'
import { type Filter, filterFrom, filterPairs, isFiltering, matcher, noFilter } from '../../common/gallery/filter.ts'
import type { PhotoId } from '../../common/ids.ts'
import { labels, type Stars } from '../../common/sheet/shape.ts'
import { useGallery, useGalleryStore, useMarksTick } from '../gallery/use-gallery.tsx'
import { Dot } from '../ui/marks-by-hand.tsx'
import { Monogram } from '../ui/monogram.tsx'

export interface DeskFilter {
  readonly filter: Filter
  readonly on: boolean
  /** Null when everything passes. */
  readonly passes: ((photo: PhotoId) => boolean) | null
  readonly change: (change: Partial<Filter>) => void
  readonly clear: () => void
}

export function useDeskFilter(): DeskFilter {
  const [search, setSearch] = useSearchParams()
  const store = useGalleryStore()
  const { photoById } = useGallery()
  const tick = useMarksTick()
  const text = search.toString()
  const filter = useMemo(() => filterFrom(new URLSearchParams(text)), [text])
  const on = isFiltering(filter)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again whenever marks change
  const passes = useMemo(() => {
    if (!on) return null
    const matches = matcher(filter)
    return (id: PhotoId) => {
      const photo = photoById.get(id)
      return photo !== undefined && matches(photo, store.marks(id))
    }
  }, [filter, on, photoById, store, tick])
  const write = useCallback((next: Filter) => setSearch(new URLSearchParams(filterPairs(next)), { replace: true }), [setSearch])
  return { filter, on, passes, change: (change) => write({ ...filter, ...change }), clear: () => write(noFilter) }
}

interface DeskFiltersProps {
  readonly filter: DeskFilter
  readonly shown: number
  readonly onChooseFiles: (() => void) | null
}

export function DeskFilters({ filter: { filter, on, change, clear }, shown, onChooseFiles }: DeskFiltersProps) {
  const intl = useIntl()
  const text = (id: string, values = {}) => intl.formatMessage({ id }, values)
  return (
    <div className="fil" role="toolbar" aria-label={text('deskFilter.title')}>
      <span className="h" role="status">
        <FormattedMessage id="deskFilter.shown" values={{ n: shown }} />
      </span>
      {(['pick', 'reject'] as const).map((flag) => (
        <button
          key={flag}
          type="button"
          className="fil-b"
          aria-pressed={filter.flag === flag}
          onClick={() => change({ flag: filter.flag === flag ? null : flag })}
        >
          <FormattedMessage id={`deskFilter.${flag}`} />
        </button>
      ))}
      <StarsMenu stars={filter.stars} onStars={(stars) => change({ stars })} />
      <span className="v" />
      {labels.map((label) => {
        const pressed = filter.labels.includes(label)
        return (
          <button
            key={label}
            type="button"
            className="fil-b dot-b"
            aria-pressed={pressed}
            aria-label={text(`label.${label}`)}
            onClick={() => change({ labels: pressed ? filter.labels.filter((one) => one !== label) : [...filter.labels, label] })}
          >
            <Dot label={label} />
          </button>
        )
      })}
      <span className="v" />
      <PersonMenu filter={filter} onChange={change} />
      <button
        type="button"
        className="fil-b"
        aria-pressed={filter.commented}
        aria-label={text('deskFilter.commented')}
        onClick={() => change({ commented: !filter.commented })}
      >
        <MessageSquare className="i" aria-hidden="true" />
      </button>
      {on && (
        <button type="button" className="fil-b" onClick={clear}>
          <Eraser className="i" aria-hidden="true" />
          <FormattedMessage id="deskFilter.clear" />
        </button>
      )}
      <span className="grow" />
      {onChooseFiles && (
        <button type="button" className="fil-b stays" onClick={onChooseFiles}>
          <Plus className="i" aria-hidden="true" />
          <FormattedMessage id="upload.add" />
        </button>
      )}
    </div>
  )
}

function StarsMenu({ stars, onStars }: { readonly stars: Stars; readonly onStars: (stars: Stars) => void }) {
  const intl = useIntl()
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className="fil-b" aria-label={intl.formatMessage({ id: 'deskFilter.stars' }, { stars })} data-on={stars > 0}>
        ≥ {stars}
        <Star className="i" aria-hidden="true" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu small" align="start" sideOffset={4}>
          <DropdownMenu.RadioGroup value={String(stars)} onValueChange={(value) => onStars(Number(value) as Stars)}>
            {([0, 1, 2, 3, 4, 5] as const).map((n) => (
              <DropdownMenu.RadioItem key={n} value={String(n)}>
                {n === 0 ? <FormattedMessage id="deskFilter.anyStars" /> : <FormattedMessage id="deskFilter.stars" values={{ stars: n }} />}
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

function PersonMenu({ filter, onChange }: { readonly filter: Filter; readonly onChange: (change: Partial<Filter>) => void }) {
  const { people } = useGallery()
  const person = filter.person && people.get(filter.person)
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className="fil-b" data-on={filter.person !== null}>
        {person ? <FormattedMessage id="deskFilter.by" values={{ name: person.name }} /> : <FormattedMessage id="deskFilter.person" />}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="start" sideOffset={4}>
          <DropdownMenu.Item onSelect={() => onChange({ person: null })}>
            <FormattedMessage id="deskFilter.everybody" />
          </DropdownMenu.Item>
          {[...people.values()].map((one) => (
            <DropdownMenu.Item key={one.id} onSelect={() => onChange({ person: one.id })}>
              <Monogram person={one.id} name={one.name} size={24} plain />
              {one.name}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
