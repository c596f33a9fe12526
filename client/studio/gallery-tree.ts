/** Galleries as a tree, flattened into rows: pure. */
import type { GalleryId } from '../../common/ids.ts'
import type { GalleryCard } from '../../common/protocol/http.ts'
import type { HereNow } from '../../common/protocol/studio-now.ts'

export interface GalleryRow {
  readonly card: GalleryCard
  readonly depth: number
  /** Galleries directly inside it. */
  readonly inside: number
  /** Photos of this gallery and of all inside it. */
  readonly photos: number
  /** The gallery whose cover it shows: its own, else the first inside it that has one. */
  readonly covered: GalleryCard
  /** Of this gallery and all inside it the one with the latest activity. */
  readonly latest: GalleryCard
  /** Who is in it or in one inside it, each person once. */
  readonly here: readonly HereNow[]
}

export type SortBy = 'activity' | 'name'

interface TreeAsk {
  readonly folded: ReadonlySet<GalleryId>
  readonly here: readonly HereNow[]
  readonly sort: SortBy
}

/** A card by itself, as a search finds it. */
export const rowOf = (card: GalleryCard, here: readonly HereNow[]): GalleryRow => {
  const inside = here.filter(({ gallery }) => gallery === card.id)
  return { card, depth: 0, inside: 0, photos: card.photos, covered: card, latest: card, here: inside }
}

type Branch = readonly [GalleryRow, ...GalleryRow[]]

/** The most recently active first, or by name; those inside another directly below it, unless it is folded. */
export function treeOf(cards: readonly GalleryCard[], { folded, here, sort }: TreeAsk): readonly GalleryRow[] {
  const known = new Set(cards.map((card) => card.id))
  const below = new Map<GalleryId | null, GalleryCard[]>()
  for (const card of cards) {
    const parent = card.parent && known.has(card.parent) && card.parent !== card.id ? card.parent : null
    below.set(parent, [...(below.get(parent) ?? []), card])
  }
  const seen = new Set<GalleryId>()
  const branches = (parent: GalleryId | null, depth: number): readonly Branch[] =>
    (below.get(parent) ?? []).flatMap((card) => walk(card, depth)).sort(([a], [b]) => order[sort](a, b))
  const walk = (card: GalleryCard, depth: number): readonly Branch[] => {
    if (seen.has(card.id)) return []
    seen.add(card.id)
    const children = branches(card.id, depth + 1)
    const row = rowAbove(
      { ...rowOf(card, here), depth },
      children.map(([first]) => first),
    )
    return [folded.has(card.id) ? [row] : [row, ...children.flat()]]
  }
  return branches(null, 0).flat()
}

/** A row with what is to be said of those inside it. */
function rowAbove(row: GalleryRow, direct: readonly GalleryRow[]): GalleryRow {
  const { card } = row
  const people = new Map([row, ...direct].flatMap(({ here }) => here.map((one) => [one.person, one] as const)).toReversed())
  return {
    ...row,
    inside: direct.length,
    photos: direct.reduce((sum, { photos }) => sum + photos, card.photos),
    covered: card.cover ? card : (direct.find(({ covered }) => covered.cover)?.covered ?? card),
    latest: direct.reduce((latest, one) => (one.latest.lastActivityAt > latest.lastActivityAt ? one.latest : latest), card),
    here: [...people.values()].toReversed(),
  }
}

const byId = (a: GalleryRow, b: GalleryRow) => (a.card.id < b.card.id ? -1 : 1)
const order: Readonly<Record<SortBy, (a: GalleryRow, b: GalleryRow) => number>> = {
  activity: (a, b) => b.latest.lastActivityAt - a.latest.lastActivityAt || byId(a, b),
  name: (a, b) => a.card.name.localeCompare(b.card.name, undefined, { numeric: true }) || byId(a, b),
}

/** Cards whose name holds every word asked for. */
export function found(cards: readonly GalleryCard[], words: string): readonly GalleryCard[] {
  const wanted = words.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return cards.filter((card) => wanted.every((word) => card.name.toLocaleLowerCase().includes(word)))
}
