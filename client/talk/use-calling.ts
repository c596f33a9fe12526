/** Whom one may call by name where one writes now: asked as soon as an `@` is there. */
import { useCallback, useMemo, useRef, useState } from 'react'
import type { PersonId, PhotoId } from '../../common/ids.ts'
import type { WordsPlace } from '../gallery/gallery-view.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { type Callable, calledIn } from './calls.ts'

export interface Called extends Callable {
  readonly staff: boolean
}

export interface Calling {
  readonly people: readonly Called[]
  /** Call it with what is written: nobody is asked before somebody is called. */
  readonly look: (words: string) => void
  /** Of two people of one name the one who was chosen is meant. */
  readonly chose: (person: PersonId) => void
  readonly calledIn: (words: string) => readonly PersonId[]
}

/** `kept`: called already in the words that are edited. */
export function useCalling(photo: PhotoId, { beside, teamOnly }: WordsPlace, kept: readonly PersonId[] = []): Calling {
  const { people: known, me, actions } = useGallery()
  const [ids, setIds] = useState<readonly PersonId[]>([])
  const [chosen, setChosen] = useState<readonly PersonId[]>([])
  const place = `${photo} ${beside?.id ?? ''} ${teamOnly}`
  const asked = useRef('')
  const people = useMemo(
    () =>
      [...chosen, ...ids.filter((id) => !chosen.includes(id))].flatMap((id) => {
        const person = known.get(id)
        return person && id !== me?.person ? [{ id, name: person.name, staff: person.staff }] : []
      }),
    [ids, chosen, known, me?.person],
  )
  const look = useCallback(
    (words: string) => {
      if (asked.current === place || !words.includes('@')) return
      asked.current = place
      void actions.callable(photo, { beside, teamOnly }).then((callable) => {
        if (asked.current === place) setIds(callable)
      })
    },
    [actions, photo, beside, teamOnly, place],
  )
  const chose = useCallback((person: PersonId) => setChosen((before) => [person, ...before.filter((one) => one !== person)]), [])
  const before = kept.flatMap((id) => known.get(id) ?? [])
  return { people, look, chose, calledIn: (words) => calledIn(words, [...before, ...people]) }
}
