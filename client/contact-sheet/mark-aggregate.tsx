/** What all clients together think of a photo, in one line, with a stroke for each who picked it. */
import { Heart, Star } from 'lucide-react'
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl'
import type { Aggregate } from '../gallery/aggregate.ts'
import { Tally } from '../ui/marks-by-hand.tsx'
import './aggregate.css'

/** Strokes drawn side by side, open ones included, before they are only counted. */
const most = 20

/** "3 of 5 picked it", or "3 chose it" where it is not known who else could. */
export function usePickWords(): (aggregate: Aggregate) => string {
  const intl = useIntl()
  return ({ picks, of }) =>
    of !== null && of > 0
      ? intl.formatMessage({ id: 'inspector.picked' }, { n: picks.length, of })
      : intl.formatMessage({ id: 'loupe.chose' }, { n: picks.length })
}

export function PickLine({ aggregate, height }: { readonly aggregate: Aggregate; readonly height: number }) {
  const words = usePickWords()(aggregate)
  return (
    <>
      <span>{words}</span>
      <span className="grow" />
      <Tally people={aggregate.picks.slice(0, most)} total={Math.min(most, aggregate.of ?? 0)} height={height} label={words} />
    </>
  )
}

/** Mean of the stars and hearts; nothing where there are none. */
export function MeanLine({ aggregate: { stars, favourites, rejects } }: { readonly aggregate: Aggregate }) {
  if (!stars && favourites === 0 && rejects === 0) return null
  return (
    <p className="mean-line">
      {stars && (
        <span>
          <Star className="i s fill" aria-hidden="true" />
          <b>
            <FormattedNumber value={stars.mean} maximumFractionDigits={1} />
          </b>{' '}
          <FormattedMessage id="aggregate.stars" values={{ n: stars.by }} />
        </span>
      )}
      {favourites > 0 && (
        <span>
          <Heart className="i s fill" aria-hidden="true" />
          <FormattedMessage id="aggregate.favourites" values={{ n: favourites }} />
        </span>
      )}
      {rejects > 0 && <FormattedMessage id="aggregate.rejects" values={{ n: rejects }} />}
    </p>
  )
}
