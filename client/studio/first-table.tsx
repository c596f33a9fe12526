import { FormattedMessage } from 'react-intl'
import { BlankFrames } from '../ui/blank-frames.tsx'
import { ringPath } from '../ui/stroke-shapes.ts'

/** What a new studio sees: an empty table, and what to do first. */
export function FirstTable({ onNew }: { readonly onNew: () => void }) {
  return (
    <div className="first">
      <div className="tx-col">
        <h1>
          <FormattedMessage id="first.title" />
        </h1>
        <p>
          <FormattedMessage id="first.text" />
        </p>
        <ol>
          {[1, 2, 3].map((n) => (
            <li key={n} className={n === 1 ? 'hue-amber' : ''}>
              <span className="n">
                {n === 1 && (
                  <svg viewBox="0 0 32 32" aria-hidden="true">
                    <path d={ringPath(5, 2.4)} />
                  </svg>
                )}
                {n}
              </span>
              <span>
                <b>
                  <FormattedMessage id={`first.${n}`} />
                </b>
                <FormattedMessage id={`first.${n}.more`} />
              </span>
            </li>
          ))}
        </ol>
        <button type="button" className="btn solid big" onClick={onNew}>
          <FormattedMessage id="home.new" />
        </button>
      </div>
      <BlankFrames mark="loop" />
    </div>
  )
}
