/** What the studio's home asks the server again and again while it is looked at. */
import { useQuery } from '@tanstack/react-query'
import type { Result } from '../../common/result.ts'
import { api } from '../net/api.ts'

/** Milliseconds between two asks: what counts photos, who is inside, what is new. */
const refresh = { galleries: 8_000, here: 4_000, news: 15_000 }

async function valueIn<T>(asking: Promise<Result<T>>): Promise<T> {
  const answer = await asking
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}

/** `live` false: what was fetched lately is good enough. */
export function useCards({ live = true } = {}) {
  return useQuery({
    queryKey: ['galleries'],
    refetchInterval: live ? refresh.galleries : false,
    queryFn: () => valueIn(api.galleries()),
  })
}

/** Who is inside any gallery one may enter. */
export function useHere() {
  return useQuery({ queryKey: ['here'], refetchInterval: refresh.here, queryFn: () => valueIn(api.here()) })
}

/** What others did since one was there last, and what was done last. */
export function useNews() {
  return useQuery({ queryKey: ['news'], refetchInterval: refresh.news, queryFn: () => valueIn(api.news()) })
}
