import { useMemo } from 'react'
import type { PersonId } from '../../common/ids.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { hueClass } from '../ui/hue.ts'
import { piecesOf } from './calls.ts'
import { linksIn } from './links.ts'

interface SaidTextProps {
  readonly body: string
  readonly mentions: readonly PersonId[]
  /** Addresses in the words can be followed; not where the words are a link themselves. */
  readonly linked?: boolean
}

/** Words as they were written; whoever is called by name in them is underlined in their own hand. */
export function SaidText({ body, mentions, linked = false }: SaidTextProps) {
  const { people, me } = useGallery()
  const pieces = useMemo(
    () =>
      piecesOf(
        body,
        mentions.flatMap((id) => people.get(id) ?? []),
      ),
    [body, mentions, people],
  )
  return pieces.map(({ at, text, person }) =>
    person ? (
      <mark key={at} className={`call ${hueClass(person)}${person === me?.person ? ' me' : ''}`}>
        {text}
      </mark>
    ) : (
      <span key={at}>{linked ? <Linked text={text} /> : text}</span>
    ),
  )
}

/** Whoever follows one leaves the gallery open, and the other side is not told where they come from. */
function Linked({ text }: { readonly text: string }) {
  return linksIn(text).map(({ at, text: words, href }) =>
    href === null ? (
      words
    ) : (
      <a key={at} href={href} target="_blank" rel="noopener noreferrer nofollow">
        {words}
      </a>
    ),
  )
}
