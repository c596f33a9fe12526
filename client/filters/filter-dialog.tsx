/** Every filter there is, the order, and whose marks are shown. The wall behind it follows at once. */
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { type Filter, noFilter } from '../../common/gallery/filter.ts'
import type { PhotoId } from '../../common/ids.ts'
import type { WallState } from '../contact-sheet/use-wall.ts'
import { Dialog } from '../ui/dialog.tsx'
import { CaptureParts } from './capture-parts.tsx'
import { FlagPart, LabelPart, StarsPart } from './mark-parts.tsx'
import { NameList } from './name-list.tsx'
import { OrderParts } from './order-parts.tsx'
import { PeoplePart } from './people-part.tsx'
import { ScenePart, WithPart } from './sheet-parts.tsx'
import { isPlain } from './use-views.ts'
import { ViewsPanel } from './views-panel.tsx'
import { WordsPart } from './words-part.tsx'
import './filters.css'

export interface PartProps {
  readonly filter: Filter
  readonly onChange: (part: Partial<Filter>) => void
}

export type FilterSheet = 'filters' | 'names' | 'views'

interface FilterDialogProps {
  readonly wall: WallState
  /** What it opens with. */
  readonly begin?: FilterSheet
  readonly onSelect: (photos: readonly PhotoId[]) => void
  readonly onClose: () => void
}

export function FilterDialog({ wall, begin = 'filters', onSelect, onClose }: FilterDialogProps) {
  const intl = useIntl()
  const [sheet, setSheet] = useState(begin)
  const back = () => setSheet('filters')
  switch (sheet) {
    case 'filters':
      return (
        <Dialog title={intl.formatMessage({ id: 'filter.title' })} onClose={onClose}>
          <Parts wall={wall} onSheet={setSheet} onClose={onClose} />
        </Dialog>
      )
    case 'names':
      return (
        <Dialog title={intl.formatMessage({ id: 'find.names' })} lead={<FormattedMessage id="find.names.lead" />} onClose={onClose}>
          <NameList
            text={wall.filter.names}
            onShow={(names) => {
              wall.change({ names })
              onClose()
            }}
            onSelect={(photos) => {
              onSelect(photos)
              onClose()
            }}
            onBack={back}
          />
        </Dialog>
      )
    case 'views':
      return (
        <Dialog title={intl.formatMessage({ id: 'views.title' })} lead={<FormattedMessage id="views.lead" />} onClose={onClose}>
          <ViewsPanel wall={wall} onBack={back} />
        </Dialog>
      )
  }
}

interface PartsProps extends Pick<FilterDialogProps, 'wall' | 'onClose'> {
  readonly onSheet: (sheet: FilterSheet) => void
}

function Parts({ wall, onSheet, onClose }: PartsProps) {
  const { filter, setFilter } = wall
  const part = { filter, onChange: wall.change }
  return (
    <>
      <div className="filters">
        <WordsPart {...part} />
        <ScenePart {...part} />
        <PeoplePart {...part} />
        <WithPart {...part} />
        <StarsPart {...part} />
        <LabelPart {...part} />
        <FlagPart {...part} />
        <CaptureParts {...part} onNames={() => onSheet('names')} />
        <OrderParts wall={wall} />
        <p className="names-line">
          <button type="button" className="btn line" onClick={() => onSheet('views')}>
            <FormattedMessage id={isPlain(wall) ? 'views.manage' : 'views.save'} />
          </button>
        </p>
      </div>
      <div className="filters-go">
        <button type="button" className="btn solid big" onClick={onClose}>
          <FormattedMessage id="filter.show" values={{ n: wall.hanging.length }} />
        </button>
        {wall.filtering && (
          <button type="button" className="tx" onClick={() => setFilter(noFilter)}>
            <FormattedMessage id="filter.clear" />
          </button>
        )}
      </div>
    </>
  )
}
