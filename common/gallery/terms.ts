/** Changing what shares name: links and direct grants alike. */
import type { Change, GalleryState, Terms } from './model.ts'
import { written } from './state.ts'

/** Every link and grant for whose terms `change` answers something else. */
export function retermed(
  state: GalleryState,
  change: (terms: Terms) => Partial<Pick<Terms, 'scenes' | 'photos'>> | null,
): readonly Change[] {
  const changes: Change[] = []
  for (const link of state.links.values()) {
    const next = change(link)
    if (next) changes.push(written({ ...link, ...next }))
  }
  for (const grant of state.grants.values()) {
    const next = grant.terms && change(grant.terms)
    if (grant.terms && next) changes.push(written({ ...grant, terms: { ...grant.terms, ...next } }))
  }
  return changes
}
