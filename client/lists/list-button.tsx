import { FormattedMessage, useIntl } from 'react-intl'
import type { PhotoId } from '../../common/ids.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { Ring } from '../ui/marks-by-hand.tsx'
import { seedOf } from '../ui/strokes.ts'
import { useChoosing } from './choosing.tsx'

/** The open photo into the current list, or out of it. */
export function ListButton({ photo, onChosen }: { readonly photo: PhotoId; readonly onChosen?: () => void }) {
  const intl = useIntl()
  const { me } = useGallery()
  const { current, mayChoose, choose, goesIn } = useChoosing()
  if (!current || !mayChoose || !me) return null
  const mine = current.pickers.get(photo)?.includes(me.person) === true
  const list = current.selection.name
  const press = () => {
    const on = goesIn(photo)
    choose([photo])
    if (on) onChosen?.()
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
        <Ring ticked={mine} seed={seedOf(photo)} />
        <span className="trunc" aria-hidden="true">
          <FormattedMessage id={mine ? 'list.chosen' : 'list.choose'} values={{ list }} />
        </span>
      </button>
    </div>
  )
}
