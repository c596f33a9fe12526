import { FormattedDate, FormattedMessage, useIntl } from 'react-intl'
import { useGallery } from '../gallery/use-gallery.tsx'
import { wordsOf } from '../sheet/outbox-entry.ts'
import type { RefusedAct } from '../sheet/refused-act.ts'
import { CopyWords } from './copy-words.tsx'

/** What somebody wrote and could not save before the gallery went: theirs to take along, until they put it away. */
export function LeftWords() {
  const { refused, actions } = useGallery()
  const written = refused.filter(({ act }) => wordsOf(act) !== null)
  const others = refused.length - written.length
  const intl = useIntl()
  if (refused.length === 0) return null
  return (
    <section className="left-words" aria-label={intl.formatMessage({ id: 'left.title' }, { n: written.length })}>
      {written.length > 0 && (
        <h2>
          <FormattedMessage id="left.title" values={{ n: written.length }} />
        </h2>
      )}
      {written.length > 0 && (
        <ul>
          {written.map((one) => (
            <Words key={one.order} one={one} onClear={() => actions.putAway([one])} />
          ))}
        </ul>
      )}
      {others > 0 && (
        <p className="rest">
          <FormattedMessage id="left.others" values={{ n: others }} />
        </p>
      )}
      {written.length > 1 && (
        <div className="a">
          <CopyWords words={written.map(({ act }) => wordsOf(act) ?? '').join('\n\n')} all />
          <button type="button" className="tx" onClick={() => actions.putAway(refused)}>
            <FormattedMessage id="acts.clearAll" />
          </button>
        </div>
      )}
    </section>
  )
}

function Words({ one: { act }, onClear }: { readonly one: RefusedAct; readonly onClear: () => void }) {
  const words = wordsOf(act) ?? ''
  return (
    <li>
      <blockquote>{words}</blockquote>
      <div className="a">
        <time dateTime={new Date(act.at).toISOString()}>
          <FormattedDate value={act.at} day="numeric" month="long" hour="numeric" minute="2-digit" />
        </time>
        <CopyWords words={words} />
        <button type="button" className="tx" onClick={onClear}>
          <FormattedMessage id="acts.clear" />
        </button>
      </div>
    </li>
  )
}
