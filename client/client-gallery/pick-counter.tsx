import { CloudOff } from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useShowUnsaved } from '../acts/acts-room.tsx'
import { useGallery } from '../gallery/use-gallery.tsx'
import { useOwnCount } from '../gallery/use-own-counts.ts'
import { Tally } from '../ui/marks-by-hand.tsx'

/** What this person holds now: own picks, and whether they are saved. */
export function PickCounter({ onShow }: { readonly onShow: () => void }) {
  const { me, waiting, saved, keeps, gallery } = useGallery()
  const intl = useIntl()
  const showUnsaved = useShowUnsaved()
  const picks = useOwnCount((totals) => totals.picks)
  if (!me || gallery?.rights.flag === 'none' || (picks === 0 && saved !== 'unsaved')) return null
  return (
    <aside className="count inv" aria-label={intl.formatMessage({ id: 'room.counter' })}>
      <div>
        <p className="n">
          <FormattedMessage id="room.chosen" values={{ n: picks }} />
          <small role="status" data-saved={saved}>
            {saved === 'unsaved' && <CloudOff className="i s" aria-hidden="true" />}
            {saved === 'unsaved' ? (
              <button type="button" className="tx" onClick={showUnsaved}>
                <FormattedMessage id={keeps ? 'room.unsaved' : 'offline.unsaved'} values={{ n: waiting }} />
              </button>
            ) : (
              <FormattedMessage id={`room.${saved}`} values={{ n: waiting }} />
            )}
          </small>
        </p>
      </div>
      <span className="only-d">
        <Tally people={Array.from({ length: Math.min(picks, 40) }, () => me.person)} total={0} label={String(picks)} height={22} />
      </span>
      {picks > 0 && (
        <button type="button" className="btn solid" onClick={onShow}>
          <FormattedMessage id="room.showChosen" />
        </button>
      )}
    </aside>
  )
}
