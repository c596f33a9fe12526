/** The inside of the house: galleries opened, changed in turn, told, and sat in. */
import type { GalleryId, PersonId, PhotoId } from '../../common/ids.ts'
import type { HistoryQuery } from '../../common/protocol/history.ts'
import type { HereNow } from '../../common/protocol/studio-now.ts'
import { type Result, refuse } from '../../common/result.ts'
import { canSee } from '../../common/visibility/see.ts'
import type { Viewer } from '../../common/visibility/viewer.ts'
import type { Galleries, Perform, Seat } from './api.ts'
import { type CreateCommand, create } from './creating.ts'
import type { GalleriesDeps } from './deps.ts'
import { isDue, takeDue } from './due.ts'
import { follow } from './following.ts'
import { insideOf } from './inside.ts'
import { endSession, leaderGone } from './leader-watch.ts'
import { newsOf } from './news.ts'
import type { OpenGallery } from './open-gallery.ts'
import { Openings } from './openings.ts'
import { pastOf } from './past.ts'
import { type Performed, performIn } from './performing.ts'
import { takePlaces } from './places.ts'
import { readOn } from './reading.ts'
import { Removals } from './removals.ts'
import { reseatIn, reseatTree } from './reseating.ts'
import { placeOf } from './sheet-index.ts'
import { sitIn } from './sitting.ts'
import { seatBehind, standingOf, type Who } from './standing.ts'
import { Visits } from './visits.ts'

/** Milliseconds between looks at what time alone changes, and at who leads; a visitor out of time is out within a second. */
const dueMs = 200
/** Milliseconds between looks at what can be put away, and at journals another node may have written without a hint. */
const sweepMs = 30_000
/** Milliseconds between notes that somebody still is here: a server that is killed forgets no more of a visit. */
const noteMs = 5 * 60_000

export function createGalleries(deps: GalleriesDeps): Galleries {
  const openings = new Openings(deps)
  const removals = new Removals()
  const removing = { ...deps, removals }
  const background = (work: Promise<unknown>) => {
    work.catch((fault) => deps.log.error({ err: fault }, 'work in the background of a gallery failed'))
  }
  const due = setInterval(() => {
    for (const open of openings.all()) {
      if (isDue(open, deps)) background(takeDue(open, deps))
      if (leaderGone(open, deps)) background(endSession(open, deps))
    }
  }, dueMs)
  const sweep = setInterval(() => {
    openings.sweep()
    for (const open of openings.all()) background(open.turn.take(() => readOn(open, deps)))
  }, sweepMs)
  const visits = new Visits({ vault: deps.store.vault, clock: deps.clock })
  const note = setInterval(() => {
    for (const open of openings.all()) {
      for (const { person, seats } of open.members.values()) if (seats.size > 0) background(visits.seen(open.id, person))
    }
  }, noteMs)
  for (const timer of [due, sweep, note]) timer.unref()
  const deaf = deps.bus.listen((hint) => background(follow(openings, hint, deps)))

  const use = <T>(gallery: GalleryId, work: (open: OpenGallery) => Promise<T>): Promise<T | null> =>
    openings.use(gallery, async (open) => {
      if (isDue(open, deps)) await takeDue(open, deps)
      return work(open)
    })

  return {
    state: (gallery) => use(gallery, async (open) => open.state),
    viewer: (person, gallery, as) => use(gallery, (open) => viewerOf(open, { person, as: as ?? null }, deps)),
    perform: (ask) => perform(openings, ask, removing),
    takePlaces: async ({ gallery, person, sheet, bytes }) => {
      const place = placeOf(sheet)
      if (place) await use(gallery, (open) => open.turn.take(() => takePlaces(open, { person, place, bytes, deps })))
    },
    sit: async (person, name, ask, sink): Promise<Result<Seat>> =>
      (await use(ask.gallery, (open) => sitIn(open, { person, name, as: null, ask, sink, visits }, deps))) ?? refuse('not-found'),
    look: async (person, as, ask, sink): Promise<Result<Seat>> =>
      (await use(ask.gallery, (open) => sitIn(open, { person, name: '', as, ask, sink, visits }, deps))) ?? refuse('not-found'),
    reseat: async (person) => {
      await Promise.all(openings.all().map((open) => reseatIn(open, [person], deps)))
    },
    past: async (person, gallery, query) => (await use(gallery, (open) => pastFrom(open, { person, query }, deps))) ?? refuse('not-found'),
    here: (gallery, viewer) => hereIn(openings.get(gallery), viewer),
    inhabited: () => openings.all().flatMap((open) => (open.presence.states.size > 0 ? open.id : [])),
    news: (person, gallery) => use(gallery, (open) => newsFrom(open, { person, visits }, deps)),
    maySee: async (person, gallery, photo, as) =>
      (await use(gallery, (open) => maySeeIn(open, { person, photo, as: as ?? null }, deps))) ?? false,
    onPhotosRemoved: (listener) => removals.listen(listener),
    close: async () => {
      clearInterval(due)
      clearInterval(sweep)
      clearInterval(note)
      deaf()
      await openings.close()
      await visits.rest()
    },
  }
}

type Asker = Pick<Who, 'person' | 'as'>

async function viewerOf(open: OpenGallery, { person, as }: Asker, deps: GalleriesDeps): Promise<Viewer | null> {
  const staff = await seatBehind(open, { person, as })
  return standingOf(open.state, { person, staff, as }, deps.clock.now())
}

async function pastFrom(open: OpenGallery, { person, query }: { person: PersonId; query: HistoryQuery }, deps: GalleriesDeps) {
  const viewer = await viewerOf(open, { person, as: null }, deps)
  return viewer && pastOf(open, viewer, { query, store: deps.store })
}

async function newsFrom(open: OpenGallery, { person, visits }: { person: PersonId; visits: Visits }, deps: GalleriesDeps) {
  const seen = await visits.last(open.id, person)
  const viewer = await viewerOf(open, { person, as: null }, deps)
  return viewer && newsOf(open, viewer, { seen, now: deps.clock.now(), store: deps.store })
}

async function maySeeIn(open: OpenGallery, asked: Asker & { readonly photo: PhotoId }, deps: GalleriesDeps): Promise<boolean> {
  const viewer = open.knownMember(asked.person, asked.as)?.viewer ?? (await viewerOf(open, asked, deps))
  const photo = open.state.photos.get(asked.photo)
  return viewer !== null && photo !== undefined && canSee(viewer, open.state, photo)
}

async function perform(openings: Openings, ask: Perform, deps: GalleriesDeps & { readonly removals: Removals }): Promise<Performed> {
  const { command, gallery } = ask
  if (command.type === 'gallery:create') {
    const chain = await openings.chain(gallery, command.gallery.parent)
    return create({ ...ask, command: command satisfies CreateCommand }, chain, deps)
  }
  const performed = await openings.use(gallery, async (open) => {
    if (isDue(open, deps)) await takeDue(open, deps)
    return open.turn.take(() => deps.removals.around(open, ask, () => performIn(open, ask, deps)))
  })
  if (performed?.ok && command.type === 'gallery:change' && command.parent !== undefined) await reseatTree(openings, gallery, deps)
  return performed ?? refuse('not-found')
}

const hereIn = (open: OpenGallery | undefined, viewer: Viewer): readonly HereNow[] => (open ? insideOf(open, viewer) : [])
