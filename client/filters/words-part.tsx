import { Search } from 'lucide-react'
import { useIntl } from 'react-intl'
import type { PartProps } from './filter-dialog.tsx'
import { useTyped } from './use-typed.ts'

/** Free search over names, captions and keywords. */
export function WordsPart({ filter, onChange }: PartProps) {
  const intl = useIntl()
  const [text, setText] = useTyped(filter.words, (words) => onChange({ words }))
  return (
    <label className="words">
      <Search className="i" aria-hidden="true" />
      <input
        type="search"
        value={text}
        placeholder={intl.formatMessage({ id: 'find.words' })}
        aria-label={intl.formatMessage({ id: 'find.words' })}
        onChange={(event) => setText(event.target.value)}
      />
    </label>
  )
}
