/** An open gallery on this page: what is seen, what is marked, what waits. No React, no DOM. */
import type { GalleryCommand } from '../../common/gallery/commands.ts'
import type { CommandId, GalleryId, PhotoId } from '../../common/ids.ts'
import type { Joined, ToldFrame } from '../../common/protocol/live.ts'
import { type Refusal, type Result, refuse } from '../../common/result.ts'
import type { SheetContent } from '../../common/sheet/shape.ts'
import type { SeenRecord } from '../../common/visibility/seen.ts'
import type { Connection } from '../net/connection.ts'
import { newId } from '../net/new-id.ts'
import { readsAudience } from '../sheet/audience.ts'
import { type Outbox, orders, type PageLife } from '../sheet/outbox.ts'
import type { OutboxEntry, SheetEntry } from '../sheet/outbox-entry.ts'
import { SheetDesk } from '../sheet/sheet-desk.ts'
import { type Actor, hideCommandOf } from './acts.ts'
import { Condition } from './condition.ts'
import { actionsOf } from './gallery-actions.ts'
import type { GalleryActions, GalleryStore, GalleryView, Notice, PhotoMarks, PhotoTalk } from './gallery-view.ts'
import { type HideEntry, HideQueue, isHide } from './hide-queue.ts'
import { History, type Step } from './history.ts'
import { Listeners } from './listeners.ts'
import { noticesOf } from './notices.ts'
import { PhotoShelf } from './photo-shelf.ts'
import { Presence } from './presence.ts'
import { Seat } from './seat.ts'
import { Sight } from './sight.ts'
import { type Wire, wireOf } from './wire.ts'

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
  /** Acts of pages that are gone, until the gallery is known well enough to do them. */
  #left: OutboxEntry[] = []
  #asked = false

  constructor({ gallery, connection, outbox, life }: LiveGalleryOptions) {
    this.id = gallery
    this.#connection = connection
    this.#outbox = outbox
    this.#page = life.page
    this.#wire = wireOf(connection, gallery)
    this.#condition = new Condition(() => this.#changed())
    this.desk = new SheetDesk({
      outbox,
      send: this.#wire.push,
      events: {
        changed: (photo, theirs) => this.#photoChanged(photo, theirs),
        waiting: () => this.#changed(),
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
          this.#changed()
        },
        broken: () => this.#broken(),
        closed: (refusal) => this.#closed(refusal),
      },
    })
    this.#seat.open()
  }

  view(): GalleryView {
    const waiting = this.desk.waiting + this.#hides.waiting + this.#left.length
    this.#view ??= {
      ...this.#sight.index(),
      status: this.#condition.shown,
      refusal: this.#condition.refusal,
      me: this.#me,
      here: this.#presence.here(this.#me?.person ?? null),
      waiting,
      saved: waiting === 0 ? 'saved' : this.#condition.shown === 'open' ? 'saving' : 'unsaved',
      canUndo: this.history.canUndo,
      canRedo: this.history.canRedo,
    }
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
    const sheets: SheetEntry[] = []
    const hides: HideEntry[] = []
    for (const step of steps) {
      if (step.type === 'sheet') sheets.push({ kind: 'sheet', ...facts(), sheet: step.sheet, command: step.command })
      else hides.push({ kind: 'command', ...facts(), ...hideCommandOf(step, newId<CommandId>('command')) })
    }
    this.desk.act(sheets)
    this.#hides.add(hides)
    this.#changed()
  }

  do(command: GalleryCommand): Promise<Result<{ readonly rev: number }>> {
    if (this.#condition.shown !== 'open') return Promise.resolve(refuse('retry'))
    return new Promise((resolve) => {
      this.#wire.do(newId<CommandId>('command'), command, (answer) => {
        if (answer === null) resolve(refuse('retry'))
        else resolve(answer.ok ? { ok: true, value: { rev: answer.rev } } : answer)
      })
    })
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
    if (this.#asked) return
    this.#asked = true
    void this.#outbox.adopt(joined.me.person).then((entries) => {
      this.#left.push(...entries)
      if (this.#seat.level) this.#takeLeft()
    })
  }

  #caughtUp(): void {
    this.desk.caughtUp()
    this.#hides.start()
    this.#takeLeft()
    this.#changed()
  }

  /** Acts of a page that was closed before they were saved, now done as if they were made here. */
  #takeLeft(): void {
    const left = this.#left.splice(0)
    if (left.length === 0) return
    const { photoById } = this.view()
    const sheets = left.filter((entry): entry is SheetEntry => entry.kind === 'sheet')
    const isHere = ({ sheet }: SheetEntry) => photoById.has(sheet.slice(0, sheet.indexOf('/')) as PhotoId)
    const lost = sheets.filter((entry) => !isHere(entry))
    this.#outbox.remove(lost.map(({ order }) => order))
    if (lost.length > 0) this.#onNotice.tell({ type: 'refused', refusal: { code: 'revoked' }, photo: null })
    this.desk.act(sheets.filter(isHere), { kept: true })
    this.#hides.add(left.filter(isHide), { kept: true })
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

  #changed(): void {
    this.#view = null
    this.#onView.tell()
  }
}
