import type { MouseEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import type { Meant } from '../loupe/use-meant.ts'
import { Ring } from '../ui/marks-by-hand.tsx'
import { seedOf } from '../ui/strokes.ts'
import { useChoosing } from './choosing.tsx'

interface ListButtonProps {
  readonly photo: SeenPhoto
  readonly meant: Meant
  readonly onChosen?: (photo: SeenPhoto) => void
}

/** The open photo into the current list, or out of it. */
export function ListButton({ photo, meant, onChosen }: ListButtonProps) {
  const intl = useIntl()
  const { me } = useGallery()
  const { current, mayChoose, choose, goesIn } = useChoosing()
  if (!current || !mayChoose || !me) return null
  const mine = current.pickers.get(photo.id)?.includes(me.person) === true
  const list = current.selection.name
  const press = (event: MouseEvent) => {
    const on = meant(event)
    const chosen = goesIn(on.id)
    choose([on.id])
    if (chosen) onChosen?.(on)
  }
  return (
    <div className="set">
      <button
        type="button"
        className="pick in-list"
        aria-pressed={mine}
        aria-label={intl.formatMessage({ id: mine ? 'list.chosen' : 'list.choose' }, { list })}
        onClick={press}
      >
        <Ring ticked={mine} seed={seedOf(photo.id)} />
        <span className="trunc" aria-hidden="true">
          <FormattedMessage id={mine ? 'list.chosen' : 'list.choose'} values={{ list }} />
        </span>
      </button>
    </div>
  )
}
