/** Right of the sheet: the photo one holds, or all that is said in the gallery. */
import { useEffect, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import { useOwnCount } from '../gallery/use-own-counts.ts'
import { Overview } from '../talk/overview.tsx'
import '../talk/talk.css'
import { Segments } from '../ui/choices.tsx'
import { Inspector } from './inspector.tsx'

type Shown = 'photo' | 'talk'

/** Taking up a photo turns to it; with none in hand everything that is said is shown. */
export function InspectorPane({ photo }: { readonly photo: SeenPhoto | null }) {
  const intl = useIntl()
  const unread = useOwnCount((totals) => totals.unread)
  const commented = useOwnCount((totals) => totals.commented)
  const [wanted, setWanted] = useState<Shown>('photo')
  const held = photo?.id ?? null
  useEffect(() => setWanted(held ? 'photo' : 'talk'), [held])
  if (commented === 0) return <Inspector photo={photo} />
  const shown = photo ? wanted : 'talk'
  return (
    <>
      <div className="insp-head">
        <Segments
          label={intl.formatMessage({ id: 'overview.which' })}
          value={shown}
          options={[
            { value: 'photo', label: <FormattedMessage id="overview.photo" /> },
            {
              value: 'talk',
              label: (
                <>
                  <FormattedMessage id="overview.all" />
                  {unread > 0 && (
                    <span className="num">
                      <FormattedMessage id="talk.unread.short" values={{ n: unread }} />
                    </span>
                  )}
                </>
              ),
            },
          ]}
          onChange={setWanted}
        />
      </div>
      {shown === 'photo' ? (
        <Inspector photo={photo} />
      ) : (
        <section className="sec all-talk" aria-label={intl.formatMessage({ id: 'overview.of' })}>
          <Overview begin="unresolved" />
        </section>
      )}
    </>
  )
}
