/** What the studio home asks again and again: who is inside anywhere, and what others did since one was there last. */
import type { HistoryEntry } from '../history/entry.ts'
import type { CommentId, GalleryId, LinkId, PersonId, SceneId, SelectionId } from '../ids.ts'
import type { FoundPhoto } from './http.ts'

/** GET: who is inside the galleries one may enter. */
export const hereRoute = '/api/here'
/** GET: what is new in the galleries of one's studios. */
export const newsRoute = '/api/news'

export type NamedPhoto = Omit<FoundPhoto, 'scene'>

/** What somebody does there, as far as one may know; `inside`: nothing that could be told. */
export type Doing = 'draws' | 'looks' | 'compares' | 'surveys' | 'inside'

/** One person inside one gallery, however many pages they have open. */
export interface HereNow {
  readonly gallery: GalleryId
  readonly person: PersonId
  readonly name: string
  readonly does: Doing
  /** What they have open, if one sees it. */
  readonly photo: NamedPhoto | null
}

/** What the entries beside it speak of, by name. */
export interface SpokenOf {
  readonly people: Readonly<Record<PersonId, string>>
  readonly photos: readonly NamedPhoto[]
  readonly lists: Readonly<Record<SelectionId, string>>
  readonly scenes: Readonly<Record<SceneId, string>>
  readonly links: Readonly<Record<LinkId, string>>
  /** How what was said begins; nothing of what was deleted. */
  readonly words: Readonly<Record<CommentId, string>>
}

export interface GalleryNews {
  readonly gallery: GalleryId
  /** What others said, chose, sent or uploaded again since one was there last, newest first. */
  readonly news: readonly HistoryEntry[]
  /** The newest of everything done there. */
  readonly last: readonly HistoryEntry[]
  readonly names: SpokenOf
}
