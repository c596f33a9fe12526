import { useIntl } from 'react-intl'
import { picksOf } from '../contact-sheet/picks.ts'
import type { Chapter } from '../contact-sheet/wall.tsx'
import { useGalleryStore, useMarksTick } from '../gallery/use-gallery.tsx'
import { Tally } from '../ui/marks-by-hand.tsx'

/** Strokes drawn beside a chapter before they are only counted. */
const most = 24

export function ChapterPicks({ chapter }: { readonly chapter: Chapter }) {
  const store = useGalleryStore()
  const intl = useIntl()
  useMarksTick()
  const first = chapter.photos.flatMap(({ id }) => picksOf(store.marks(id))[0] ?? [])
  if (first.length === 0) return null
  const words = intl.formatMessage({ id: 'room.chosen' }, { n: first.length })
  return (
    <>
      <Tally people={first.slice(0, most)} total={0} label={words} height={14} />
      <span aria-hidden="true">{words}</span>
    </>
  )
}
