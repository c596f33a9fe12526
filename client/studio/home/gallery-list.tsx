/** Rows of galleries under a heading. */
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { GalleryId } from '../../../common/ids.ts'
import type { GalleryCard } from '../../../common/protocol/http.ts'
import type { GalleryNews, HereNow } from '../../../common/protocol/studio-now.ts'
import { rowOf, type SortBy, treeOf } from '../gallery-tree.ts'
import { GalleryRowView } from './gallery-row.tsx'

interface ListProps {
  readonly label: string
  readonly cards: readonly GalleryCard[]
  readonly here: readonly HereNow[]
  readonly news: readonly GalleryNews[]
  /** What a search found is shown by itself, wherever it stands in the tree. */
  readonly found: boolean
  readonly sort: SortBy
}

export function GalleryList({ label, cards, here, news, found, sort }: ListProps) {
  const [folded, setFolded] = useState<ReadonlySet<GalleryId>>(new Set())
  const toggle = (id: GalleryId) =>
    setFolded((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]))
  const rows = found ? cards.map((card) => rowOf(card, here)) : treeOf(cards, { folded, here, sort })
  const byGallery = new Map(news.map((one) => [one.gallery, one]))
  return (
    <ul aria-label={label}>
      {rows.map((row) => (
        <GalleryRowView
          key={row.card.id}
          row={row}
          news={byGallery.get(row.latest.id)}
          folded={folded.has(row.card.id)}
          onFold={() => toggle(row.card.id)}
        />
      ))}
    </ul>
  )
}

export const ListHead = () => (
  <div className="g hd" aria-hidden="true">
    <span className="tw-room">
      <FormattedMessage id="home.gallery" />
    </span>
    <span className="ct">
      <FormattedMessage id="home.photos" />
    </span>
    <span>
      <FormattedMessage id="home.status" />
    </span>
    <span>
      <FormattedMessage id="home.here" />
    </span>
    <span>
      <FormattedMessage id="home.last" />
    </span>
  </div>
)

export const RowSkeletons = () => (
  <div className="body" aria-hidden="true">
    {[1, 2, 3, 4].map((row) => (
      <div key={row} className="g ske">
        <span className="nm">
          <span className="tw" />
          <span className="th" />
          <i />
        </span>
      </div>
    ))}
  </div>
)
