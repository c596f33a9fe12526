/** Photos that the server finds by words in everything one may enter: asked once the words have rested. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { FoundIn } from '../../common/protocol/http.ts'
import { api } from '../net/api.ts'

/** Milliseconds after the last letter, and letters before anything is asked. */
const pause = 220
const least = 2

/** What was typed, once it has rested. */
function useRested(words: string): string {
  const [rested, setRested] = useState(words)
  useEffect(() => {
    const timer = setTimeout(() => setRested(words.trim()), pause)
    return () => clearTimeout(timer)
  }, [words])
  return rested
}

/** `found` is null while there is too little to look for, and until the first answer. */
export function useFinds(words: string): { readonly asked: string; readonly found: readonly FoundIn[] | null } {
  const asked = useRested(words)
  const { data: found = null } = useQuery({
    queryKey: ['search', asked],
    enabled: asked.length >= least,
    placeholderData: (before) => before,
    queryFn: async () => {
      const answer = await api.search(asked)
      if (!answer.ok) throw new Error(answer.refusal.code)
      return answer.value
    },
  })
  return { asked, found: asked.length < least ? null : found }
}
