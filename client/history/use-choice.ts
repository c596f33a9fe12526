/** Which part of history is shown: in the address, so that it can be sent and gone back to. */
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { type HistoryKind, historyKinds } from '../../common/history/entry.ts'
import { type PersonId, type PhotoId, personId, photoId } from '../../common/ids.ts'

export const spans = ['day', 'week', 'visit'] as const
export type Span = (typeof spans)[number]

export interface Choice {
  readonly kind: HistoryKind | null
  readonly by: PersonId | null
  readonly of: PhotoId | null
  readonly span: Span | null
}

const names = { kind: 'act', by: 'by', of: 'of', span: 'since' } as const

export function useChoice(): { readonly choice: Choice; readonly change: (part: Partial<Choice>) => void } {
  const [search, setSearch] = useSearchParams()
  const text = search.toString()
  const choice = useMemo(() => choiceIn(new URLSearchParams(text)), [text])
  const change = (part: Partial<Choice>) =>
    setSearch((before) => {
      const kept = new URLSearchParams(before)
      for (const [field, name] of Object.entries(names)) {
        if (!(field in part)) continue
        const value = part[field as keyof Choice]
        if (value) kept.set(name, value)
        else kept.delete(name)
      }
      return kept
    })
  return { choice, change }
}

export function choiceIn(given: URLSearchParams): Choice {
  const [by, of] = [personId.safeParse(given.get(names.by)), photoId.safeParse(given.get(names.of))]
  return {
    kind: historyKinds.find((kind) => kind === given.get(names.kind)) ?? null,
    by: by.success ? by.data : null,
    of: of.success ? of.data : null,
    span: spans.find((span) => span === given.get(names.span)) ?? null,
  }
}
