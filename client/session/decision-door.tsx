/** In a gallery's header, once something was decided: the way to all of it. */
import { Gavel } from 'lucide-react'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import { useGallery } from '../gallery/use-gallery.tsx'
import { DecisionList } from './decision-list.tsx'

export function DecisionDoor() {
  const intl = useIntl()
  const { decisions } = useGallery().table
  const [open, setOpen] = useState(false)
  // Whoever takes the last one back is still reading.
  if (decisions.length === 0 && !open) return null
  return (
    <>
      <button
        type="button"
        className="lnk only-d"
        aria-haspopup="dialog"
        aria-label={intl.formatMessage({ id: 'live.decisions.door' }, { n: decisions.length })}
        onClick={() => setOpen(true)}
      >
        <Gavel className="i" aria-hidden="true" />
        <span aria-hidden="true" className="num">
          {decisions.length}
        </span>
      </button>
      {open && <DecisionList onClose={() => setOpen(false)} />}
    </>
  )
}
