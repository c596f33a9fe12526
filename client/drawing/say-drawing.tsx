/** What others draw, in words, for whoever does not see it. */
import { useEffect, useRef, useState } from 'react'
import { useIntl } from 'react-intl'
import type { LiveStroke } from '../gallery/stroke-book.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import type { OpenInk } from './use-ink.ts'

export function SayDrawing({ open, strokes }: { readonly open: OpenInk; readonly strokes: readonly LiveStroke[] }) {
  const intl = useIntl()
  const { people } = useGallery()
  const names = [...new Set(strokes.map(({ name }) => name))].join(', ')
  const done = useNews(open)
  const who = done && people.get(done.author)?.name
  const said = who ? intl.formatMessage({ id: 'draw.done' }, { name: who, what: intl.formatMessage({ id: `draw.a.${done.tool}` }) }) : ''
  return (
    <span className="sr" role="status">
      {names === '' ? said : intl.formatMessage({ id: 'draw.now' }, { name: names })}
    </span>
  )
}

/** The drawing of somebody else that came last, since this photo was opened. */
function useNews({ drawings }: OpenInk) {
  const [news, setNews] = useState<OpenInk['drawings'][number] | null>(null)
  const known = useRef<ReadonlySet<string> | null>(null)
  useEffect(() => {
    const before = known.current
    known.current = new Set(drawings.map(({ id }) => id))
    const fresh = before && drawings.findLast(({ id, mine }) => !mine && !before.has(id))
    if (fresh) setNews(fresh)
  }, [drawings])
  return news
}
