import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Me } from '../../common/protocol/http.ts'
import { api } from '../net/api.ts'

const key = ['me'] as const

/** Who this browser is: undefined while asking, null when the server does not answer. */
export function useMe(): Me | null | undefined {
  const { data, isPending } = useQuery({
    queryKey: key,
    queryFn: async () => {
      const answer = await api.me()
      return answer.ok ? answer.value : null
    },
  })
  return isPending ? undefined : (data ?? null)
}

/** To be called after signing in or out, and after a name was given. */
export function useMeChanged(): () => Promise<void> {
  const queries = useQueryClient()
  return () => queries.invalidateQueries()
}
