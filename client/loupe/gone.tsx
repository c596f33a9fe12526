import { ArrowLeft } from 'lucide-react'
import { useEffect, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { GalleryId } from '../../common/ids.ts'
import { Away } from '../acts/away.tsx'
import { Picture } from '../contact-sheet/picture.tsx'
import { splitName } from '../contact-sheet/split-name.ts'
import { Avatars } from '../session/avatars.tsx'
import { SessionBar } from '../session/session-bar.tsx'
import { usePageFocus } from '../ui/page-focus.ts'
import { usePageTitle } from '../ui/page-title.ts'
import { useGoneKeys } from './use-gone-keys.ts'
import type { Paging } from './use-paging.ts'

/** Seconds before the loupe moves on by itself. */
const rest = 4

interface GoneProps {
  readonly gallery: GalleryId
  /** Number of the photo that was looked at here; null for whoever came to an address without one. */
  readonly was: string | null
  readonly paging: Paging
  /** There is no connection: it may only be unknown here. */
  readonly away: boolean
  readonly stays: boolean
  readonly onStay: () => void
}

/** The open photo went out of sight: said, and on to the next one. Whoever comes to an address without a photo is told so. */
export function Gone({ gallery, was, paging, away, stays, onStay }: GoneProps) {
  const intl = useIntl()
  const [wasHere] = useState(() => paging.photos.length > 0)
  const [left, setLeft] = useState(rest)
  const to = paging.next ?? paging.previous
  const moves = wasHere && to !== null && !stays
  useGoneKeys(paging)
  const main = usePageFocus()
  const said = wasHere ? 'loupe.gone' : away ? 'loupe.away' : 'loupe.missing'
  usePageTitle(intl.formatMessage({ id: said }))
  useEffect(() => {
    if (!moves) return
    const timer = setInterval(() => setLeft((n) => n - 1), 1_000)
    return () => clearInterval(timer)
  }, [moves])
  useEffect(() => {
    if (moves && left <= 0) paging.go(to.id)
  }, [moves, left, paging, to])
  return (
    <main ref={main} tabIndex={-1} className="loupe gone-page">
      <header className="ltop">
        <button type="button" className="ib" aria-label={intl.formatMessage({ id: 'loupe.back' })} onClick={paging.toWall}>
          <ArrowLeft className="i" aria-hidden="true" />
        </button>
        {was && (
          <span className="ttl">
            <b className="edge name">{was}</b>
          </span>
        )}
        <span className="grow" />
        <Away />
        <Avatars most={3} size={30} />
        <SessionBar />
      </header>
      <div className="stage">
        <div className="gone" role="status">
          <div>
            <h1>
              <FormattedMessage id={said} />
            </h1>
            <p>
              <FormattedMessage id={`${said}.text`} />
            </p>
          </div>
        </div>
        {wasHere && to && (
          <div className="nx inv">
            <span className="pic" aria-hidden="true">
              <Picture gallery={gallery} photo={to} width={64} />
            </span>
            <p>
              <FormattedMessage id="loupe.gone.next" values={{ name: splitName(to.cameraName)[1] || to.cameraName }} />
              {moves && (
                <small>
                  <FormattedMessage id="loupe.gone.in" values={{ n: Math.max(0, left) }} />
                </small>
              )}
            </p>
            {/* Whoever is at these buttons takes their own time. */}
            <button type="button" className="btn solid" onFocus={onStay} onClick={() => paging.go(to.id)}>
              <FormattedMessage id="loupe.gone.go" />
            </button>
            {moves && (
              <button type="button" className="btn line" onFocus={onStay} onClick={onStay}>
                <FormattedMessage id="loupe.gone.stay" />
              </button>
            )}
          </div>
        )}
        {!wasHere && (
          <div className="nx inv">
            <button type="button" className="btn solid" onClick={paging.toWall}>
              <FormattedMessage id="loupe.back" />
            </button>
          </div>
        )}
      </div>
    </main>
  )
}
