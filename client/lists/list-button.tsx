import { FormattedMessage, useIntl } from 'react-intl'
import type { PhotoId } from '../../common/ids.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { Ring } from '../ui/marks-by-hand.tsx'
import { seedOf } from '../ui/strokes.ts'
import { useChoosing } from './choosing.tsx'

/** The open photo into the current list, or out of it. */
export function ListButton({ photo }: { readonly photo: PhotoId }) {
  const intl = useIntl()
  const { me } = useGallery()
  const { current, mayChoose, choose } = useChoosing()
  if (!current || !mayChoose || !me) return null
  const mine = current.pickers.get(photo)?.includes(me.person) === true
  const list = current.selection.name
  return (
    <div className="set">
      <button
        type="button"
        className="pick in-list"
        aria-pressed={mine}
        aria-label={intl.formatMessage({ id: 'list.choose' }, { list })}
        onClick={() => choose([photo])}
      >
        <Ring ticked={mine} seed={seedOf(photo)} />
        <span className="trunc" aria-hidden="true">
          <FormattedMessage id={mine ? 'list.chosen' : 'list.choose'} values={{ list }} />
        </span>
      </button>
    </div>
  )
}
