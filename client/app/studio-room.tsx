import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { onMeChanged } from './me-changed.ts'

const queries = new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: 5_000 } } })
onMeChanged(() => {
  queries.removeQueries({ type: 'inactive' })
  // What is on the screen now is asked anew, and shown no longer meanwhile.
  void queries.resetQueries()
})

/** What the studio's pages stand in: lists that are fetched once and shared. */
export function StudioRoom({ children }: { readonly children: ReactNode }) {
  return <QueryClientProvider client={queries}>{children}</QueryClientProvider>
}
