/** File names pasted as a list: which are here, which are not, and what to do with those that are. */
import { useDeferredValue, useMemo, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { findNames } from '../../common/gallery/names.ts'
import type { PhotoId } from '../../common/ids.ts'
import { viewTextLength } from '../../common/limits.ts'
import { useGallery } from '../gallery/use-gallery.tsx'

/** Names that were not found, shown before they are only counted. */
const most = 40

interface NameListProps {
  readonly text: string
  readonly onShow: (text: string) => void
  readonly onSelect: (photos: readonly PhotoId[]) => void
  readonly onBack: () => void
}

export function NameList({ text: begun, onShow, onSelect, onBack }: NameListProps) {
  const intl = useIntl()
  const { photos } = useGallery()
  const [text, setText] = useState(begun)
  const pasted = useDeferredValue(text)
  const long = text.trim().length > viewTextLength
  const { found, missing, asked } = useMemo(() => findNames(pasted, photos), [pasted, photos])
  return (
    <div className="name-list">
      <textarea
        rows={7}
        value={text}
        spellCheck={false}
        autoCapitalize="off"
        placeholder={'PRF_0001.jpg\nPRF_0007.NEF\n12, 13, 15'}
        aria-label={intl.formatMessage({ id: 'find.names' })}
        onChange={(event) => setText(event.target.value)}
      />
      <div role="status" className="result">
        {asked > 0 && (
          <p>
            <FormattedMessage id="find.names.found" values={{ found: asked - missing.length, asked, photos: found.size }} />
          </p>
        )}
        {missing.length > 0 && (
          <p className="missing">
            <FormattedMessage id="find.names.missing" values={{ n: missing.length }} />{' '}
            <span className="edge l">{missing.slice(0, most).join(', ')}</span>
            {missing.length > most && <FormattedMessage id="find.names.more" values={{ n: missing.length - most }} />}
          </p>
        )}
        {long && (
          <p>
            <FormattedMessage id="find.names.long" />
          </p>
        )}
      </div>
      <div className="foot">
        <button type="button" className="btn solid" disabled={found.size === 0 || long} onClick={() => onShow(text)}>
          <FormattedMessage id="find.names.show" values={{ n: found.size }} />
        </button>
        <button
          type="button"
          className="btn line"
          disabled={found.size === 0}
          onClick={() => onSelect(photos.filter(({ id }) => found.has(id)).map(({ id }) => id))}
        >
          <FormattedMessage id="find.names.select" />
        </button>
        <button type="button" className="tx" onClick={onBack}>
          <FormattedMessage id="find.back" />
        </button>
      </div>
    </div>
  )
}
