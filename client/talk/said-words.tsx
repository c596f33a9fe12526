import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { SeenComment } from '../gallery/gallery-view.ts'
import { SaidText } from './said-text.tsx'

/** More than this would push every other thread out of sight. */
const many = { characters: 900, lines: 14 }

export const isLong = (body: string): boolean => body.length > many.characters || body.split('\n').length > many.lines

/** The words of one comment; of a long one the beginning, until somebody wants it all. */
export function SaidWords({ comment: { body, mentions } }: { readonly comment: SeenComment }) {
  const [whole, setWhole] = useState(false)
  const long = isLong(body)
  return (
    <>
      <p className={`words${long && !whole ? ' begun' : ''}`} dir="auto">
        <SaidText body={body} mentions={mentions} linked />
      </p>
      {long && (
        <button type="button" className="tx" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          <FormattedMessage id={whole ? 'talk.less' : 'talk.whole'} />
        </button>
      )}
    </>
  )
}
