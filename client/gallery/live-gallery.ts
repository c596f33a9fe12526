/** An open gallery on this page: what is seen, what is marked, what waits. No React, no DOM. */
import type { GalleryCommand } from '../../common/gallery/commands.ts'
import type { GalleryId, PhotoId } from '../../common/ids.ts'
import type { Joined } from '../../common/protocol/live.ts'
import { type Refusal, type Result, refuse } from '../../common/result.ts'
import type { SheetContent } from '../../common/sheet/shape.ts'
import type { Connection } from '../net/connection.ts'
import { serverClock } from '../net/server-clock.ts'
import type { Outbox } from '../sheet/outbox.ts'
import type { SheetEntry } from '../sheet/outbox-entry.ts'
import { SheetDesk } from '../sheet/sheet-desk.ts'
import { ActTimes } from './act-times.ts'
import { type Actor, entriesOf } from './acts.ts'
import { Callables } from './callables.ts'
import { Condition } from './condition.ts'
import { actionsOf } from './gallery-actions.ts'
import type { GalleryActions, GalleryStore, GalleryView, PhotoMarks, PhotoTalk } from './gallery-view.ts'
import { HideQueue } from './hide-queue.ts'
import { History, type Step } from './history.ts'
import { Keeper, type Keeping, keepsNothing } from './keeper.ts'
import { keepable } from './kept-gallery.ts'
import { LeftActs } from './left-acts.ts'
import { Listeners } from './listeners.ts'
import type { LiveGalleryOptions } from './live-gallery-options.ts'
import { joined, lookOf } from './look.ts'
import type { Notice } from './notice.ts'
import { noticesOf } from './notices.ts'
import { PhotoShelf } from './photo-shelf.ts'
import { Presence } from './presence.ts'
import { ReadMarks } from './read-marks.ts'
import { RefusedActs } from './refused-acts.ts'
import { Seat } from './seat.ts'
import { type FlowParts, flowOf } from './seat-flow.ts'
import { Sight } from './sight.ts'
import type { StrokeBook } from './stroke-book.ts'
import { uncalled } from './uncalled.ts'
import { type Wire, wireOf } from './wire.ts'

/** Milliseconds before what comes in numbers is told; while many acts wait, their going is told less often: each telling has all of them. */
const [soon, rarely, many] = [40, 250, 100]

export class LiveGallery implements GalleryStore {
  readonly id: GalleryId
  readonly actions: GalleryActions
  readonly history = new History()
  readonly strokes: StrokeBook
  readonly presence: Presence
  readonly desk: SheetDesk
  readonly #connection: Connection
  readonly #outbox: Outbox
  readonly #left: LeftActs
  readonly #whoNow: LiveGalleryOptions['whoNow']
  readonly #seat: Seat
  readonly #hides: HideQueue
  readonly refused: RefusedActs
  readonly reads: ReadMarks
  readonly callables: Callables
  readonly #wire: Wire
  readonly #sight: Sight
  readonly #condition: Condition
  readonly #times: ActTimes
  readonly #photos: PhotoShelf
  readonly #onView = new Listeners()
  readonly #onNotice = new Listeners<[Notice]>()
  readonly onView = (listener: () => void): (() => void) => this.#onView.add(listener)
  readonly onPhoto = (photo: PhotoId, listener: () => void): (() => void) => this.#photos.listen(photo, listener)
  readonly onNotice = (listener: (notice: Notice) => void): (() => void) => this.#onNotice.add(listener)
  readonly view = (): GalleryView => (this.#view ??= this.#look())
  readonly marks = (photo: PhotoId): PhotoMarks => this.#photos.marks(photo)
  readonly talk = (photo: PhotoId): PhotoTalk => this.#photos.talk(photo)
  readonly say = (presence: Parameters<GalleryActions['say']>[0]): void => this.presence.say(presence)
  readonly retry = (): void => this.#connection.retry()
  readonly marksChanges = (): number => this.#photos.changes
  readonly onMarks = (listener: (photo: PhotoId | null, read?: boolean) => void): (() => void) => this.#photos.listenAll(listener)
  #view: GalleryView | null = null
  readonly #keeper: Keeping
  #me: Joined['me'] | null = null
  #telling: ReturnType<typeof setTimeout> | null = null

  constructor({ gallery, connection, outbox, life, tellWorker = () => undefined, whoNow, clock = serverClock }: LiveGalleryOptions) {
    this.id = gallery
    this.#connection = connection
    this.#outbox = outbox
    this.#left = new LeftActs(outbox)
    this.refused = new RefusedActs({ gallery, outbox, clock, changed: () => this.#changed() })
    this.#times = new ActTimes(life.page, clock)
    this.#whoNow = whoNow
    this.#wire = wireOf(connection, gallery)
    this.#condition = new Condition(() => this.#changed(), clock)
    outbox.watch((keeps) => this.#condition.kept(keeps))
    this.desk = new SheetDesk({
      outbox,
      send: this.#wire.push,
      events: {
        changed: (photo, theirs) => this.#photoChanged(photo, theirs),
        waiting: () => this.#changedSoon(),
        refused: (refusal, photo, entries) => this.#refused(refusal, photo, entries),
        lost: () => this.#seat.rejoin(),
      },
    })
    this.reads = new ReadMarks({
      outbox,
      send: this.#wire.read,
      facts: (me) => this.#times.moment(me)(),
      changed: (photo) => {
        this.#photos.changed(photo, true)
        this.#keeper.changed()
      },
    })
    this.#photos = new PhotoShelf(() => this.actor(), this.desk, this.reads)
    this.#hides = new HideQueue({
      outbox,
      send: this.#wire.do,
      changed: () => this.#seenChanged(),
      refused: (refusal, act) => this.#notice({ type: 'refused', refusal, ...this.#sight.named(null), acts: [act] }),
      nameOf: () => this.#me?.name ?? '',
    })
    this.#sight = new Sight(() => this.#hides.overlay())
    this.presence = new Presence(gallery, (say) => {
      if (this.#condition.shown === 'open') this.#wire.say(say)
    })
    this.strokes = this.presence.strokes
    this.actions = actionsOf(this)
    this.callables = new Callables(
      async (sheet) => ((await this.#opens()) ? this.#wire.callable(sheet) : null),
      () => this.view().people,
    )
    const look = () => keepable(this.#parts(), this.reads.mine(this.#me), clock)
    this.#keeper = tellWorker ? new Keeper({ gallery, outbox, tell: tellWorker, look }) : keepsNothing
    this.#seat = new Seat({ gallery, connection, listener: flowOf(this.#parts()) })
    this.#seat.open()
  }

  async close(): Promise<void> {
    this.#keeper.close()
    this.#seat.leave()
    this.presence.stop()
    this.reads.stop()
    this.#condition.stop()
    if (this.#telling) clearTimeout(this.#telling)
    this.desk.broken()
    this.#hides.stop()
    this.refused.close()
    await this.#outbox.close()
  }

  /** Who acts here, or null before the gallery is known and after its end. */
  actor(): Actor | null {
    const { gallery, photoById } = this.#sight.index()
    const alone = (photo: PhotoId) => photoById.get(photo)?.alone === true
    return gallery && this.#me ? { gallery, person: this.#me.person, alone } : null
  }

  /** Shows the steps at once and sends them on. */
  take(steps: readonly Step[]): void {
    const me = this.#me
    if (!me || steps.length === 0) return
    const { sheets, hides } = entriesOf(steps, this.#times.moment(me.person))
    this.desk.act(sheets)
    this.#hides.add(hides)
    this.#changed()
  }

  async do(command: GalleryCommand): Promise<Result<{ readonly rev: number }>> {
    return (await this.#opens()) ? this.#wire.ask(command) : refuse('retry')
  }

  async #opens(): Promise<boolean> {
    return (await this.#condition.settled()) === 'open'
  }

  #parts(): FlowParts {
    return {
      desk: this.desk,
      hides: this.#hides,
      left: this.#left,
      reads: this.reads,
      refused: this.refused,
      whoNow: this.#whoNow,
      sight: this.#sight,
      presence: this.presence,
      condition: this.#condition,
      history: this.history,
      keeper: this.#keeper,
      level: () => this.#seat.level,
      actor: () => this.actor(),
      times: this.#times,
      known: (me) => {
        this.#me = me
        this.refused.of(me.person)
      },
      notice: (notice) => this.#notice(notice),
      changed: () => this.#changed(),
      changedSoon: () => this.#changedSoon(),
      seenChanged: () => this.#seenChanged(),
    }
  }

  #photoChanged(photo: PhotoId, theirs: { readonly before: SheetContent; readonly after: SheetContent } | null): void {
    this.#photos.changed(photo)
    if (!theirs || !this.#me) return
    for (const notice of noticesOf(photo, theirs, this.#me.person)) this.#onNotice.tell(notice)
  }

  #refused(refusal: Refusal, photo: PhotoId, entries: readonly SheetEntry[]): void {
    for (const { sheet } of entries) this.history.forget(sheet)
    this.#notice({ type: 'refused', refusal, ...this.#sight.named(photo), acts: entries })
    queueMicrotask(() => this.take(uncalled(refusal, entries)))
    this.#changed()
  }

  #notice(notice: Notice): void {
    if (notice.type === 'refused') this.refused.take(notice)
    this.#onNotice.tell(notice)
  }

  #seenChanged(): void {
    this.#sight.again()
    this.#photos.changed(null)
    this.#changed()
  }

  #look(): GalleryView {
    const here = this.presence.here(this.#me?.person ?? null)
    return lookOf({
      index: this.#sight.index(),
      condition: this.#condition,
      history: this.history,
      me: this.#me,
      here,
      unsaved: joined(this.#left.entries, this.desk.entries, this.#hides.entries),
      refused: this.refused.acts,
    })
  }

  /** What comes in numbers (answers to a batch, pointers) is shown together. */
  #changedSoon(): void {
    this.#view = null
    this.#telling ??= setTimeout(() => this.#changed(), this.desk.entries.length > many ? rarely : soon)
  }

  #changed(): void {
    if (this.#telling) clearTimeout(this.#telling)
    this.#telling = null
    this.#view = null
    this.#onView.tell()
  }
}
