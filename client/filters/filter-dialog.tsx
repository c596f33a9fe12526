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
import { PeoplePart, ScenePart, WithPart } from './sheet-parts.tsx'
import { WordsPart } from './words-part.tsx'
import './filters.css'

export interface PartProps {
  readonly filter: Filter
  readonly onChange: (part: Partial<Filter>) => void
}

interface FilterDialogProps {
  readonly wall: WallState
  /** Opened to paste names. */
  readonly pasting?: boolean
  readonly onSelect: (photos: readonly PhotoId[]) => void
  readonly onClose: () => void
}

export function FilterDialog({ wall, pasting = false, onSelect, onClose }: FilterDialogProps) {
  const intl = useIntl()
  const [names, setNames] = useState(pasting)
  const { filter, setFilter } = wall
  const part = { filter, onChange: (change: Partial<Filter>) => setFilter({ ...filter, ...change }) }
  if (names) {
    return (
      <Dialog title={intl.formatMessage({ id: 'find.names' })} lead={<FormattedMessage id="find.names.lead" />} onClose={onClose}>
        <NameList
          text={filter.names}
          onShow={(text) => {
            part.onChange({ names: text })
            onClose()
          }}
          onSelect={(photos) => {
            onSelect(photos)
            onClose()
          }}
          onBack={pasting ? null : () => setNames(false)}
        />
      </Dialog>
    )
  }
  return (
    <Dialog title={intl.formatMessage({ id: 'filter.title' })} onClose={onClose}>
      <div className="filters">
        <WordsPart {...part} />
        <ScenePart {...part} />
        <PeoplePart {...part} />
        <WithPart {...part} />
        <StarsPart {...part} />
        <LabelPart {...part} />
        <FlagPart {...part} />
        <CaptureParts {...part} onNames={() => setNames(true)} />
        <OrderParts wall={wall} />
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
    </Dialog>
  )
}
