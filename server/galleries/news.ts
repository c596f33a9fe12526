/** What is new in a gallery to a member of its studio, and what was done there last. As much is read, however much there is. */
import type { GalleryState } from '../../common/gallery/model.ts'
import type { HistoryEntry, HistoryKind } from '../../common/history/entry.ts'
import { isNews, newsSince } from '../../common/history/news.ts'
import type { CommentId, PersonId } from '../../common/ids.ts'
import type { GalleryNews } from '../../common/protocol/studio-now.ts'
import { sheetOfEntry } from '../../common/visibility/past.ts'
import { isStaff, viewKey } from '../../common/visibility/see.ts'
import type { Viewer } from '../../common/visibility/viewer.ts'
import { namesIn } from './naming.ts'
import type { OpenGallery } from './open-gallery.ts'
import { type PastAsk, pastOf } from './past.ts'

/** Entries read of each kind, rows looked through for them, and entries that may make up the last line. */
const newsRead: Partial<Record<HistoryKind, number>> = { comments: 12, lists: 40, marks: 40, photos: 12 }
const rowsRead = 120
const lastRead = 12
/** Comments of which the first letters are told, and how many letters. */
const wordsTold = 6
const lettersTold = 160

interface NewsAsk {
  readonly seen: number | null
  readonly now: number
  readonly store: PastAsk['store']
}

/** What was read for somebody; true as long as nothing was done there and they did not come or go. */
interface Kept {
  readonly state: GalleryState
  readonly key: string
  readonly until: number
  readonly news: GalleryNews
}
const kept = new WeakMap<OpenGallery, Map<PersonId, Kept>>()
/** Persons remembered for a gallery, and milliseconds after which it is read again all the same: a month goes on. */
const personsKept = 50
const keptMs = 3_600_000

/** Null for whoever is not staff here, as if there were no gallery. A home asks again and again: what stands is not read again. */
export async function newsOf(open: OpenGallery, viewer: Viewer, ask: NewsAsk): Promise<GalleryNews | null> {
  if (!isStaff(viewer)) return null
  const { person } = viewer
  const inside = (open.members.get(person)?.seats.size ?? 0) > 0
  const of = kept.get(open) ?? new Map<PersonId, Kept>()
  kept.set(open, of)
  const { state } = open
  const key = `${open.batches} ${ask.seen} ${inside} ${viewKey(viewer)}`
  const known = of.get(person)
  if (known?.state === state && known.key === key && known.until > ask.now) return known.news
  const news = await readNews(open, viewer, { ...ask, inside })
  if (of.size >= personsKept) of.clear()
  of.set(person, { state, key, until: ask.now + keptMs, news })
  return news
}

async function readNews(open: OpenGallery, viewer: Viewer, ask: NewsAsk & { readonly inside: boolean }): Promise<GalleryNews> {
  const { now, store } = ask
  const since = newsSince(ask)
  const read = async (query: PastAsk['query']): Promise<readonly HistoryEntry[]> => {
    const page = await pastOf(open, viewer, { query, store, rows: rowsRead })
    return page.ok ? page.value.entries : []
  }
  const kinds = since > now ? [] : Object.entries(newsRead)
  const found = await Promise.all(kinds.map(([kind, limit]) => read({ kind: kind as HistoryKind, limit, since })))
  const news = found
    .flat()
    .filter((entry) => isNews(entry, viewer.person))
    .sort((a, b) => b.at - a.at)
  const last = await read({ limit: lastRead })
  return { gallery: open.id, news, last, names: namesIn(open.state, [...news, ...last], wordsOf(open, news)) }
}

/** How the newest comments begin. Whoever was told an entry reads its sheet. */
function wordsOf(open: OpenGallery, news: readonly HistoryEntry[]): Readonly<Record<CommentId, string>> {
  const said = news.flatMap((entry) => {
    const sheet = sheetOfEntry(entry)
    return sheet && 'comment' in entry.act ? [{ sheet, comment: entry.act.comment }] : []
  })
  const words: Record<CommentId, string> = {}
  for (const { sheet, comment } of said.slice(0, wordsTold)) {
    const body = open.sheets.said(sheet, comment)
    if (body) words[comment] = [...body].slice(0, lettersTold).join('')
  }
  return words
}
