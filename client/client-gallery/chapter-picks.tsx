import { useIntl } from 'react-intl'
import type { Chapter } from '../contact-sheet/wall.tsx'
import { useOwnCounts } from '../gallery/use-own-counts.ts'
import { useChoosing } from '../lists/choosing.tsx'
import { Tally } from '../ui/marks-by-hand.tsx'

/** Strokes drawn beside a chapter before they are only counted. */
const most = 24

export function ChapterPicks({ chapter }: { readonly chapter: Chapter }) {
  const intl = useIntl()
  const { firstPick } = useOwnCounts()
  const { current } = useChoosing()
  const first = chapter.photos.flatMap(({ id }) => (current ? current.pickers.get(id)?.[0] : firstPick.get(id)) ?? [])
  if (first.length === 0) return null
  const words = intl.formatMessage({ id: 'room.chosen' }, { n: first.length })
  return (
    <>
      <Tally people={first.slice(0, most)} total={0} label={words} height={14} />
      <span aria-hidden="true">{words}</span>
    </>
  )
}
