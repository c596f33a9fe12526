/** An open gallery on this page: what is seen, what is marked, what waits. No React, no DOM. */
import type { GalleryCommand } from '../../common/gallery/commands.ts'
import type { GalleryId, PhotoId } from '../../common/ids.ts'
import type { Joined, ToldFrame } from '../../common/protocol/live.ts'
import { type Refusal, type Result, refuse } from '../../common/result.ts'
import type { SheetContent } from '../../common/sheet/shape.ts'
import type { SeenRecord } from '../../common/visibility/seen.ts'
import type { Connection } from '../net/connection.ts'
import { readsAudience } from '../sheet/audience.ts'
import { type Outbox, orders, type PageLife } from '../sheet/outbox.ts'
import type { SheetEntry } from '../sheet/outbox-entry.ts'
import { SheetDesk } from '../sheet/sheet-desk.ts'
import { type Actor, entriesOf } from './acts.ts'
import { Condition } from './condition.ts'
import { actionsOf } from './gallery-actions.ts'
import type { GalleryActions, GalleryStore, GalleryView, Notice, PhotoMarks, PhotoTalk } from './gallery-view.ts'
import { HideQueue } from './hide-queue.ts'
import { History, type Step } from './history.ts'
import { LeftActs } from './left-acts.ts'
import { Listeners } from './listeners.ts'
import { noticesOf } from './notices.ts'
import { PhotoShelf } from './photo-shelf.ts'
import { Presence } from './presence.ts'
import { Seat } from './seat.ts'
import { Sight } from './sight.ts'
import { type Wire, wireOf } from './wire.ts'

/** Milliseconds. */
const soon = 40

export interface LiveGalleryOptions {
  readonly gallery: GalleryId
  readonly connection: Connection
  readonly outbox: Outbox
  readonly life: PageLife
}

export class LiveGallery implements GalleryStore {
  readonly id: GalleryId
  readonly actions: GalleryActions
  readonly history = new History()
  readonly desk: SheetDesk
  readonly #connection: Connection
  readonly #outbox: Outbox
  readonly #left: LeftActs
  readonly #page: string
  readonly #seat: Seat
  readonly #hides: HideQueue
  readonly #wire: Wire
  readonly #sight: Sight
  readonly #presence: Presence
  readonly #condition: Condition
  readonly #photos: PhotoShelf
  readonly #order = orders()
  readonly #onView = new Listeners()
  readonly #onMarks = new Listeners()
  readonly #onNotice = new Listeners<[Notice]>()
  #view: GalleryView | null = null
  #me: Joined['me'] | null = null
  #clock = 0
  #telling: ReturnType<typeof setTimeout> | null = null

  constructor({ gallery, connection, outbox, life }: LiveGalleryOptions) {
    this.id = gallery
    this.#connection = connection
    this.#outbox = outbox
    this.#left = new LeftActs(outbox)
    this.#page = life.page
    this.#wire = wireOf(connection, gallery)
    this.#condition = new Condition(() => this.#changed())
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
    this.#photos = new PhotoShelf(() => this.actor(), this.desk)
    this.#hides = new HideQueue({
      outbox,
      send: this.#wire.do,
      changed: () => this.#seenChanged(),
      refused: (refusal) => this.#onNotice.tell({ type: 'refused', refusal, photo: null }),
      nameOf: () => this.#me?.name ?? '',
    })
    this.#sight = new Sight(() => this.#hides.overlay())
    this.#presence = new Presence(gallery, (say) => {
      if (this.#condition.shown === 'open') this.#wire.say(say)
    })
    this.actions = actionsOf(this)
    this.#seat = new Seat({
      gallery,
      connection,
      listener: {
        joined: (joined, fresh) => this.#joined(joined, fresh),
        caughtUp: () => this.#caughtUp(),
        told: (frame) => this.#told(frame),
        sheets: (frame) => this.desk.take(frame),
        presence: (frame) => {
          this.#presence.take(frame)
          this.#changedSoon()
        },
        broken: () => this.#broken(),
        closed: (refusal) => this.#closed(refusal),
      },
    })
    this.#seat.open()
  }

  view(): GalleryView {
    this.#view ??= this.#look()
    return this.#view
  }

  marks(photo: PhotoId): PhotoMarks {
    return this.#photos.marks(photo)
  }

  talk(photo: PhotoId): PhotoTalk {
    return this.#photos.talk(photo)
  }

  onView(listener: () => void): () => void {
    return this.#onView.add(listener)
  }

  onPhoto(photo: PhotoId, listener: () => void): () => void {
    return this.#photos.listen(photo, listener)
  }

  onMarks(listener: () => void): () => void {
    return this.#onMarks.add(listener)
  }

  onNotice(listener: (notice: Notice) => void): () => void {
    return this.#onNotice.add(listener)
  }

  async close(): Promise<void> {
    this.#seat.leave()
    this.#presence.stop()
    this.#condition.stop()
    if (this.#telling) clearTimeout(this.#telling)
    this.desk.broken()
    this.#hides.stop()
    await this.#outbox.close()
  }

  /** Who acts here, or null before the gallery is known and after its end. */
  actor(): Actor | null {
    const { gallery } = this.view()
    return gallery && this.#me ? { gallery, person: this.#me.person } : null
  }

  /** Shows the steps at once and sends them on. */
  take(steps: readonly Step[]): void {
    const me = this.#me
    if (!me || steps.length === 0) return
    const facts = () => ({ order: this.#order(), person: me.person, at: Date.now() + this.#clock, page: this.#page })
    const { sheets, hides } = entriesOf(steps, facts)
    this.desk.act(sheets)
    this.#hides.add(hides)
    this.#changed()
  }

  do(command: GalleryCommand): Promise<Result<{ readonly rev: number }>> {
    if (this.#condition.shown !== 'open') return Promise.resolve(refuse('retry'))
    return this.#wire.ask(command)
  }

  say(presence: Parameters<GalleryActions['say']>[0]): void {
    this.#presence.say(presence)
  }

  retry(): void {
    this.#connection.retry()
  }

  #joined(joined: Joined, fresh: boolean): void {
    this.#me = joined.me
    this.#clock = joined.now - Date.now()
    this.desk.joined({ sub: joined.sub, clients: joined.clients, fresh })
    if (joined.snapshot) this.#replace(joined.snapshot)
    this.#condition.opened()
    this.#presence.joined(joined.here)
    this.#seenChanged()
    this.#left.adopt(joined.me.person, () => {
      if (this.#seat.level) this.#takeLeft()
    })
  }

  #caughtUp(): void {
    this.desk.caughtUp()
    this.#hides.start()
    this.#takeLeft()
    this.#changed()
  }

  #takeLeft(): void {
    if (this.#left.waiting === 0) return
    const { sheets, hides, lost } = this.#left.take((photo) => this.#sight.has(photo))
    if (lost > 0) this.#onNotice.tell({ type: 'refused', refusal: { code: 'revoked' }, photo: null })
    this.desk.act(sheets, { kept: true })
    this.#hides.add(hides, { kept: true })
    this.#changed()
  }

  #replace(snapshot: readonly SeenRecord[]): void {
    this.#sight.replace(snapshot)
    for (const photo of this.desk.photos()) if (!this.#sight.has(photo)) this.#dropPhoto(photo)
    this.#dropUnread()
  }

  #told(frame: ToldFrame): void {
    const { gone, added, gallery } = this.#sight.tell(frame)
    for (const photo of gone) {
      this.#dropPhoto(photo.id)
      this.#onNotice.tell({ type: 'gone', photo: photo.id, cameraName: photo.cameraName })
    }
    if (frame.sub !== undefined) this.desk.given(added, frame.sub)
    this.#seenChanged()
    if (gallery) this.#dropUnread()
  }

  #dropPhoto(photo: PhotoId): void {
    const lost = this.desk.drop(photo)
    for (const { sheet } of lost) this.history.forget(sheet)
    if (lost.length > 0) this.#onNotice.tell({ type: 'refused', refusal: { code: 'revoked' }, photo })
  }

  /** Sheets this person no longer reads, after the gallery's ways have changed. */
  #dropUnread(): void {
    this.#seenChanged()
    const actor = this.actor()
    if (!actor) return
    const gone = ({ audience }: { audience: Parameters<typeof readsAudience>[2] }) => !readsAudience(actor.gallery, actor.person, audience)
    for (const photo of this.desk.photos()) this.desk.drop(photo, gone)
  }

  #broken(): void {
    this.desk.broken()
    this.#hides.stop()
    this.#presence.clear()
    this.#condition.broke()
  }

  #closed(refusal: Refusal): void {
    this.#broken()
    this.#sight.clear()
    for (const photo of this.desk.photos()) this.desk.forget(photo)
    this.#condition.ended(refusal)
    this.#seenChanged()
  }

  #photoChanged(photo: PhotoId, theirs: { readonly before: SheetContent; readonly after: SheetContent } | null): void {
    this.#photos.changed(photo)
    this.#onMarks.tell()
    if (!theirs || !this.#me) return
    for (const notice of noticesOf(photo, theirs, this.#me.person)) this.#onNotice.tell(notice)
  }

  #refused(refusal: Refusal, photo: PhotoId, entries: readonly SheetEntry[]): void {
    for (const { sheet } of entries) this.history.forget(sheet)
    this.#onNotice.tell({ type: 'refused', refusal, photo })
    this.#changed()
  }

  #seenChanged(): void {
    this.#sight.again()
    this.#photos.allChanged()
    this.#changed()
  }

  #look(): GalleryView {
    const waiting = this.desk.waiting + this.#hides.waiting + this.#left.waiting
    const { shown, refusal } = this.#condition
    return {
      ...this.#sight.index(),
      status: shown,
      refusal,
      me: this.#me,
      here: this.#presence.here(this.#me?.person ?? null),
      waiting,
      saved: waiting === 0 ? 'saved' : shown === 'open' ? 'saving' : 'unsaved',
      canUndo: this.history.canUndo,
      canRedo: this.history.canRedo,
    }
  }

  /** What comes in numbers (answers to a batch, pointers) is shown together. */
  #changedSoon(): void {
    this.#view = null
    this.#telling ??= setTimeout(() => this.#changed(), soon)
  }

  #changed(): void {
    if (this.#telling) clearTimeout(this.#telling)
    this.#telling = null
    this.#view = null
    this.#onView.tell()
  }
}
