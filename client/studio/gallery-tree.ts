/** Galleries as a tree, flattened into rows: pure. */
import type { GalleryId } from '../../common/ids.ts'
import type { GalleryCard } from '../../common/protocol/http.ts'

export interface GalleryRow {
  readonly card: GalleryCard
  readonly depth: number
  readonly inside: number
}

const recent = (a: GalleryCard, b: GalleryCard) => b.lastActivityAt - a.lastActivityAt || (a.id < b.id ? -1 : 1)

/** The most recently active first; those inside another directly below it, unless it is folded. */
export function treeOf(cards: readonly GalleryCard[], folded: ReadonlySet<GalleryId>): readonly GalleryRow[] {
  const known = new Set(cards.map((card) => card.id))
  const inside = (parent: GalleryId | null) =>
    cards.filter((card) => (card.parent && known.has(card.parent) && card.parent !== card.id ? card.parent : null) === parent).sort(recent)
  const rows: GalleryRow[] = []
  const seen = new Set<GalleryId>()
  const walk = (card: GalleryCard, depth: number) => {
    if (seen.has(card.id)) return
    seen.add(card.id)
    const below = inside(card.id)
    rows.push({ card, depth, inside: below.length })
    if (!folded.has(card.id)) for (const child of below) walk(child, depth + 1)
  }
  for (const card of inside(null)) walk(card, 0)
  return rows
}

/** Cards whose name holds every word asked for. */
export function found(cards: readonly GalleryCard[], words: string): readonly GalleryCard[] {
  const wanted = words.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return cards.filter((card) => wanted.every((word) => card.name.toLocaleLowerCase().includes(word)))
}
