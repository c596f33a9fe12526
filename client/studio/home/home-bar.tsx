import { ChevronDown, FolderPlus, Search } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { FormattedMessage, useIntl } from 'react-intl'
import type { SortBy } from '../gallery-tree.ts'

interface HomeBarProps {
  readonly words: string
  readonly onWords: (words: string) => void
  readonly sort: SortBy
  readonly onSort: (sort: SortBy) => void
  /** Absent for whoever may not make galleries. */
  readonly onNew: (() => void) | null
}

export function HomeBar({ words, onWords, sort, onSort, onNew }: HomeBarProps) {
  const intl = useIntl()
  return (
    <div className="fil">
      <label className="find">
        <Search className="i" aria-hidden="true" />
        <input
          type="search"
          value={words}
          placeholder={intl.formatMessage({ id: 'home.search' })}
          aria-label={intl.formatMessage({ id: 'home.search' })}
          onChange={(event) => onWords(event.target.value)}
        />
      </label>
      <span className="grow" />
      <SortMenu sort={sort} onSort={onSort} />
      {onNew && (
        <button type="button" className="fil-b" aria-label={intl.formatMessage({ id: 'home.new' })} onClick={onNew}>
          <FolderPlus className="i" aria-hidden="true" />
          <span className="long">
            <FormattedMessage id="home.new" />
          </span>
        </button>
      )}
    </div>
  )
}

const sorts: readonly SortBy[] = ['activity', 'name']

function SortMenu({ sort, onSort }: Pick<HomeBarProps, 'sort' | 'onSort'>) {
  const intl = useIntl()
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger
        className="fil-b sorting"
        aria-label={intl.formatMessage({ id: 'home.sort' }, { sort: intl.formatMessage({ id: `home.sort.${sort}` }) })}
      >
        <FormattedMessage id={`home.sort.${sort}`} />
        <ChevronDown className="i s" aria-hidden="true" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu small" align="end" sideOffset={6}>
          <DropdownMenu.RadioGroup value={sort} onValueChange={(value) => onSort(value === 'name' ? 'name' : 'activity')}>
            {sorts.map((one) => (
              <DropdownMenu.RadioItem key={one} value={one}>
                <FormattedMessage id={`home.sort.${one}`} />
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
