import { useQuery } from '@tanstack/react-query'
import { api } from '../net/api.ts'

/** Who is inside and what happened last are asked anew this often, milliseconds. */
const refresh = 8_000

export function useCards() {
  return useQuery({
    queryKey: ['galleries'],
    refetchInterval: refresh,
    queryFn: async () => {
      const answer = await api.galleries()
      if (!answer.ok) throw new Error(answer.refusal.code)
      return answer.value
    },
  })
}
