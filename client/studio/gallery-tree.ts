/** Galleries as a tree, flattened into rows: pure. */
import type { GalleryId } from '../../common/ids.ts'
import type { GalleryCard } from '../../common/protocol/http.ts'

export interface GalleryRow {
  readonly card: GalleryCard
  readonly depth: number
  /** Galleries directly inside it. */
  readonly inside: number
  /** Photos of this gallery and of all inside it. */
  readonly photos: number
  /** The gallery whose cover it shows: its own, else the first inside it that has one. */
  readonly covered: GalleryCard
}

/** A card by itself, as a search finds it. */
export const rowOf = (card: GalleryCard): GalleryRow => ({ card, depth: 0, inside: 0, photos: card.photos, covered: card })

const recent = (a: GalleryCard, b: GalleryCard) => b.lastActivityAt - a.lastActivityAt || (a.id < b.id ? -1 : 1)

/** The most recently active first; those inside another directly below it, unless it is folded. */
export function treeOf(cards: readonly GalleryCard[], folded: ReadonlySet<GalleryId>): readonly GalleryRow[] {
  const known = new Set(cards.map((card) => card.id))
  const inside = (parent: GalleryId | null) =>
    cards.filter((card) => (card.parent && known.has(card.parent) && card.parent !== card.id ? card.parent : null) === parent).sort(recent)
  const seen = new Set<GalleryId>()
  const walk = (card: GalleryCard, depth: number): readonly GalleryRow[] => {
    if (seen.has(card.id)) return []
    seen.add(card.id)
    const children = inside(card.id).map((child) => walk(child, depth + 1))
    const direct = children.flatMap(([first]) => first ?? [])
    const photos = direct.reduce((sum, row) => sum + row.photos, card.photos)
    const covered = card.cover ? card : (direct.find((row) => row.covered.cover)?.covered ?? card)
    const row = { card, depth, inside: direct.length, photos, covered }
    return folded.has(card.id) ? [row] : [row, ...children.flat()]
  }
  return inside(null).flatMap((card) => walk(card, 0))
}

/** Cards whose name holds every word asked for. */
export function found(cards: readonly GalleryCard[], words: string): readonly GalleryCard[] {
  const wanted = words.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return cards.filter((card) => wanted.every((word) => card.name.toLocaleLowerCase().includes(word)))
}
