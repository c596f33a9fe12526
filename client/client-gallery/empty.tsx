import { X } from 'lucide-react'
import { useMemo } from 'react'
import { FormattedMessage } from 'react-intl'
import { noFilter } from '../../common/gallery/filter.ts'
import { useCounting, type WallState } from '../contact-sheet/use-wall.ts'
import { useFilterWords } from '../filters/filter-words.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { BlankFrames } from '../ui/blank-frames.tsx'

export function EmptyGallery() {
  return (
    <main className="quiet end">
      <div className="say">
        <h1>
          <FormattedMessage id="room.empty" />
        </h1>
        <p>
          <FormattedMessage id="room.empty.text" />
        </p>
      </div>
      <div className="fr">
        <BlankFrames mark="loop" />
      </div>
    </main>
  )
}

/** The filter leaves nothing: each part of it, and how many photos leaving it out would bring. */
export function NothingMatches({ wall }: { readonly wall: WallState }) {
  const { photos } = useGallery()
  const left = useCounting()
  const words = useFilterWords()
  const parts = useMemo(() => words(wall.filter), [words, wall.filter])
  return (
    <section className="quiet f">
      <div className="say">
        <h2>
          <FormattedMessage
            id={parts.length > 1 ? 'filter.nothing.both' : 'filter.nothing'}
            values={{ what: parts.map(({ words }) => words).join(', ') }}
          />
        </h2>
        <div className="drop">
          {parts.length > 1 &&
            parts.map((part) => (
              <button type="button" key={part.words} onClick={() => wall.setFilter(part.without)}>
                <X className="i s" aria-hidden="true" />
                {part.words}
                <span className="edge l">
                  <FormattedMessage id="filter.left" values={{ n: left(part.without) }} />
                </span>
              </button>
            ))}
          <button type="button" onClick={() => wall.setFilter(noFilter)}>
            <X className="i s" aria-hidden="true" />
            <FormattedMessage id="filter.clear" />
            <span className="edge l">
              <FormattedMessage id="filter.left" values={{ n: photos.length }} />
            </span>
          </button>
        </div>
      </div>
      <div className="fr">
        <BlankFrames mark="none" />
      </div>
    </section>
  )
}
