import { useQuery } from '@tanstack/react-query'
import type { Me } from '../../common/protocol/http.ts'
import { api } from '../net/api.ts'

/** Who this browser is: undefined while asking, null when the server does not answer. Inside a `StudioRoom`. */
export function useMe(): Me | null | undefined {
  const { data, isPending } = useQuery({
    queryKey: ['me'],
    queryFn: async () => {
      const answer = await api.me()
      return answer.ok ? answer.value : null
    },
  })
  return isPending ? undefined : (data ?? null)
}
