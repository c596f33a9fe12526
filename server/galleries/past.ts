/** History: the two journals of a gallery read backwards as one, each entry told as far as the viewer may know it. */
import type { HistoryEntry, HistoryPage } from '../../common/history/entry.ts'
import { beginningOf, galleryActs, kindOfSheetAct, photoActs, rootsOf } from '../../common/history/types.ts'
import { cursorText, type HistoryQuery } from '../../common/protocol/history.ts'
import { done, type Result, refuse } from '../../common/result.ts'
import type { SheetAct } from '../../common/sheet/acts.ts'
import { roots } from '../../common/sheet/shape.ts'
import { toldCommit, toldPush } from '../../common/visibility/past.ts'
import { looking } from '../../common/visibility/records.ts'
import { canSee, isStaff } from '../../common/visibility/see.ts'
import type { Viewer } from '../../common/visibility/viewer.ts'
import type { Store, StreamEntry } from '../ports.ts'
import type { PastPush } from '../ports-past.ts'
import type { OpenGallery } from './open-gallery.ts'
import { emptyReel, Reel } from './reel.ts'

/** Entries in an answer to whoever names no number. */
const ordinaryPage = 60
/** Rows read for one answer: if little is told of them the page ends early, and the asker reads on from there. */
const rowsMost = 3_000

export interface PastAsk {
  readonly query: HistoryQuery
  readonly store: Pick<Store, 'streams' | 'journal'>
  /** Rows read at most; absent: `rowsMost`. */
  readonly rows?: number
}

/** `not-found` for whoever is not staff here, as if there were no gallery; so too for a photo they do not see. */
export async function pastOf(open: OpenGallery, viewer: Viewer, ask: PastAsk): Promise<Result<HistoryPage>> {
  const { query, rows: most = rowsMost } = ask
  if (!isStaff(viewer) || viewer.gallery !== open.id) return refuse('not-found')
  const photo = query.photo && open.state.photos.get(query.photo)
  if (query.photo && !(photo && canSee(viewer, open.state, photo))) return refuse('not-found')
  const limit = query.limit ?? ordinaryPage
  const commits = commitsOf(open, ask, limit)
  const pushes = pushesOf(open, ask, limit)
  const entries: HistoryEntry[] = []
  let look = looking(viewer, open.state)
  for (let rows = 0; entries.length < limit && rows < most; rows++) {
    const [commit, push] = await Promise.all([commits.head(), pushes.head()])
    if (!commit && !push) return done({ entries, next: null })
    // What is seen may have changed while the journals were read.
    if (look.state !== open.state) look = looking(viewer, open.state)
    if (push && (!commit || push.at >= commit.at)) {
      pushes.take()
      entries.push(...toldPush(look, push).filter((entry) => isAsked(entry, query)))
    } else if (commit) {
      commits.take()
      const told = toldCommit(look, commit)
      if (told) entries.push(told)
    }
  }
  return done({
    entries,
    next: cursorText({ rev: commits.last?.rev ?? query.before?.rev ?? null, push: pushes.last ?? query.before?.push ?? null }),
  })
}

/** A push may hold what several people did, of several kinds. */
function isAsked({ by, act }: HistoryEntry, { person, kind }: HistoryQuery): boolean {
  return (!person || by === person) && (!kind || kindOfSheetAct(act as SheetAct) === kind)
}

function commitsOf(open: OpenGallery, { query, store }: PastAsk, size: number): Reel<StreamEntry> {
  const { kind, photo = null, person: by = null, since = 0, before } = query
  const wanted = kind ? galleryActs[kind] : Object.values(galleryActs).flat()
  const types = photo ? wanted.filter((type) => photoActs.includes(type)) : wanted
  if (types.length === 0) return emptyReel()
  const asked = { stream: open.stream, beginnings: types.map(beginningOf), by, photo, since }
  return new Reel((last, limit) => store.streams.past({ ...asked, before: last?.rev ?? before?.rev ?? null, limit }), size)
}

function pushesOf(open: OpenGallery, { query, store }: PastAsk, size: number): Reel<PastPush> {
  const { kind, photo = null, person: by = null, since = 0, before } = query
  const wanted = kind ? rootsOf[kind] : roots
  if (wanted.length === 0) return emptyReel()
  return new Reel((last, limit) => {
    const from = last ?? before?.push ?? null
    const place = from && { at: from.at, sheet: from.sheet, epoch: from.epoch, seq: from.seq }
    return store.journal.past(open.id, { by, photo, since, roots: wanted, before: place, limit })
  }, size)
}
