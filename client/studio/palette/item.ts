/** What the palette lists: plain data, and what each does when it is chosen. */
import type { LucideIcon } from 'lucide-react'
import type { PersonId } from '../../../common/ids.ts'
import type { ThumbProps } from '../home/thumb.tsx'

export interface Item {
  readonly id: string
  /** What is looked for in it, as it is shown. */
  readonly text: string
  /** What it is, or where. */
  readonly more?: string
  /** At its end, in small: a number, a day. */
  readonly edge?: string
  readonly keys?: readonly string[]
  readonly sign:
    | { readonly icon: LucideIcon }
    | { readonly picture: ThumbProps }
    | { readonly person: { readonly id: PersonId; readonly name: string } }
  readonly act: () => void
}

export const groupNames = ['go', 'people', 'do', 'frames', 'comments'] as const
export interface Group {
  readonly name: (typeof groupNames)[number]
  readonly items: readonly Item[]
}

/** Those that hold something. */
export const filled = (groups: readonly Group[]): readonly Group[] => groups.filter(({ items }) => items.length > 0)
