import { useMemo } from 'react'
import type { PersonId } from '../../common/ids.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { hueClass } from '../ui/hue.ts'
import { piecesOf } from './calls.ts'

/** Words as they were written; whoever is called by name in them is underlined in their own hand. */
export function SaidText({ body, mentions }: { readonly body: string; readonly mentions: readonly PersonId[] }) {
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
      <span key={at}>{text}</span>
    ),
  )
}
