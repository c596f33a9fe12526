/** The bar over the desk's sheet: what is shown and in which order, kept in the address. */
import { ArrowDownUp, ChevronDown, Eraser, Info, ListFilter, MessageSquare, Pencil, Plus, Star } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { type ReactNode, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { noFilter } from '../../common/gallery/filter.ts'
import { sortNames } from '../../common/gallery/wall-address.ts'
import type { PhotoId } from '../../common/ids.ts'
import { labels, type Stars } from '../../common/sheet/shape.ts'
import type { WallState } from '../contact-sheet/use-wall.ts'
import { FilterDialog, type FilterSheet } from '../filters/filter-dialog.tsx'
import { ViewsMenu } from '../filters/views-menu.tsx'
import type { Totals } from '../gallery/mark-totals.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { useOwnCount } from '../gallery/use-own-counts.ts'
import { Monogram } from '../ui/monogram.tsx'
import { FlagMenu, LabelToggle, type PartProps } from './filter-parts.tsx'

interface DeskFiltersProps {
  readonly wall: WallState
  readonly onSelect: (photos: readonly PhotoId[]) => void
  readonly onChooseFiles: (() => void) | null
  readonly onInspect: () => void
}

export function DeskFilters({ wall, onSelect, onChooseFiles, onInspect }: DeskFiltersProps) {
  const intl = useIntl()
  const [dialog, setDialog] = useState<FilterSheet | null>(null)
  const { filter, setFilter, change } = wall
  const text = (id: string, values = {}) => intl.formatMessage({ id }, values)
  return (
    <div className="fil" role="toolbar" aria-label={text('deskFilter.title')}>
      <span className="h" role="status">
        <FormattedMessage id="deskFilter.shown" values={{ n: wall.hanging.length }} />
      </span>
      <span className="part flags">
        <FlagMenu filter={filter} onChange={change} />
        <StarsMenu stars={filter.stars} onStars={(stars) => change({ stars })} />
      </span>
      <span className="part often">
        <span className="v" />
        {labels.map((label) => (
          <LabelToggle key={label} label={label} filter={filter} onChange={change} />
        ))}
      </span>
      <span className="part seldom">
        <span className="v" />
        <PersonMenu filter={filter} onChange={change} />
        <Toggle on={filter.commented} name={text('deskFilter.commented')} onPress={() => change({ commented: !filter.commented })}>
          <MessageSquare className="i" aria-hidden="true" />
          <Count of={({ commented }) => commented} />
        </Toggle>
        <Toggle on={filter.drawn} name={text('filter.drawn')} onPress={() => change({ drawn: !filter.drawn })}>
          <Pencil className="i" aria-hidden="true" />
          <Count of={({ drawn }) => drawn} />
        </Toggle>
      </span>
      {wall.narrowed && (
        <Toggle on={false} name={text('deskFilter.clear')} onPress={() => setFilter({ ...noFilter, scene: filter.scene })}>
          <Eraser className="i" aria-hidden="true" />
        </Toggle>
      )}
      <span className="grow" />
      <ViewsMenu wall={wall} className="fil-b views" onManage={() => setDialog('views')} />
      <span className="part order">
        <SortMenu wall={wall} />
      </span>
      <button
        type="button"
        className="fil-b"
        aria-haspopup="dialog"
        aria-label={text('filter.more')}
        title={text('filter.more')}
        data-on={wall.narrowed}
        onClick={() => setDialog('filters')}
      >
        <ListFilter className="i" aria-hidden="true" />
      </button>
      <button
        type="button"
        className="fil-b opens-insp"
        aria-haspopup="dialog"
        aria-label={text('desk.inspect')}
        title={text('desk.inspect')}
        onClick={onInspect}
      >
        <Info className="i" aria-hidden="true" />
      </button>
      {onChooseFiles && (
        <button type="button" className="fil-b adds" title={text('upload.add')} onClick={onChooseFiles}>
          <Plus className="i" aria-hidden="true" />
          <span className="word">
            <FormattedMessage id="upload.add" />
          </span>
        </button>
      )}
      {dialog && <FilterDialog wall={wall} begin={dialog} onSelect={onSelect} onClose={() => setDialog(null)} />}
    </div>
  )
}

interface ToggleProps {
  readonly on: boolean
  readonly onPress: () => void
  /** Where no words stand inside. */
  readonly name?: string
  readonly children: ReactNode
}

function Toggle({ on, onPress, name, children }: ToggleProps) {
  return (
    <button type="button" className="fil-b" aria-pressed={on} {...(name ? { title: name } : {})} onClick={onPress}>
      {name && <span className="sr">{name}</span>}
      {children}
    </button>
  )
}

/** By itself: while others mark, the bar around it stands still. */
function Count({ of }: { readonly of: (totals: Totals) => number }) {
  return <span className="edge">{useOwnCount(of)}</span>
}

function SortMenu({ wall: { sort, changeSort } }: { readonly wall: WallState }) {
  const intl = useIntl()
  const name = intl.formatMessage({ id: `filter.order.${sort.by}` })
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className="fil-b" aria-label={intl.formatMessage({ id: 'find.sorted' }, { name })}>
        {sort.by === 'manual' ? <FormattedMessage id="find.order.manual" /> : name}
        <ArrowDownUp className={sort.reverse ? 'i s flipped' : 'i s'} aria-hidden="true" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4}>
          <DropdownMenu.RadioGroup
            value={sort.by}
            onValueChange={(value) => changeSort({ by: sortNames.find((one) => one === value) ?? 'manual' })}
          >
            {sortNames.map((one) => (
              <DropdownMenu.RadioItem key={one} value={one}>
                <FormattedMessage id={`filter.order.${one}`} />
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
          <hr />
          <DropdownMenu.CheckboxItem checked={sort.reverse} onCheckedChange={(reverse) => changeSort({ reverse })}>
            <FormattedMessage id="find.reverse" />
          </DropdownMenu.CheckboxItem>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
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

function PersonMenu({ filter, onChange }: PartProps) {
  const { people } = useGallery()
  const person = filter.person && people.get(filter.person)
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className="fil-b" data-on={filter.person !== null}>
        {person ? <FormattedMessage id="deskFilter.by" values={{ name: person.name }} /> : <FormattedMessage id="deskFilter.person" />}
        <ChevronDown className="i s" aria-hidden="true" />
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
