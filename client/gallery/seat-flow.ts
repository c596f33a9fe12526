/** What comes in over a gallery's seat, and what it does to the parts of the store. */
import type { PersonId, PhotoId } from '../../common/ids.ts'
import type { Joined, ToldFrame } from '../../common/protocol/live.ts'
import type { RefusalCode } from '../../common/refusals.ts'
import type { Refusal } from '../../common/result.ts'
import type { SeenRecord } from '../../common/visibility/seen.ts'
import { placeOf, readsSheetAt, type SheetPlace } from '../sheet/audience.ts'
import { believable } from '../sheet/believable.ts'
import type { SheetEntry } from '../sheet/outbox-entry.ts'
import type { SheetDesk } from '../sheet/sheet-desk.ts'
import type { ActTimes } from './act-times.ts'
import type { Actor } from './acts.ts'
import type { Condition } from './condition.ts'
import type { HideQueue } from './hide-queue.ts'
import type { History } from './history.ts'
import type { Keeping } from './keeper.ts'
import type { KeptGallery } from './kept-gallery.ts'
import type { LeftActs } from './left-acts.ts'
import type { Notice } from './notice.ts'
import type { Presence } from './presence.ts'
import type { ReadMarks } from './read-marks.ts'
import type { RefusedActs } from './refused-acts.ts'
import type { SeatListener } from './seat.ts'
import type { Sight } from './sight.ts'

export interface FlowParts {
  readonly desk: SheetDesk
  readonly hides: HideQueue
  readonly left: LeftActs
  readonly reads: ReadMarks
  readonly refused: RefusedActs
  readonly sight: Sight
  readonly presence: Presence
  readonly condition: Condition
  readonly history: History
  readonly keeper: Keeping
  /** Nothing announced by the join is missing. */
  level(): boolean
  actor(): Actor | null
  whoNow(): Promise<PersonId | null>
  readonly times: ActTimes
  /** Who this is. */
  known(me: Joined['me']): void
  notice(notice: Notice): void
  changed(): void
  changedSoon(): void
  seenChanged(): void
}

/** Shared no more. Behind every other door what waits goes on waiting: to sign in, to be opened again. */
const over: ReadonlySet<RefusalCode> = new Set(['revoked', 'not-found'])

export function flowOf(parts: FlowParts): SeatListener {
  const { desk, hides, reads, sight, presence, condition, keeper, times } = parts
  let failed = false
  let asked: Promise<KeptGallery | null> | null = null
  const broken = () => {
    desk.broken()
    hides.stop()
    reads.stop()
    presence.clear()
    times.clock.apart()
    condition.broke()
  }
  return {
    joined: (joined, fresh) => seated(parts, joined, fresh),
    caughtUp() {
      condition.caughtUp()
      desk.caughtUp()
      hides.start()
      reads.start()
      takeLeft(parts)
      keeper.changed()
      parts.changed()
    },
    told: (frame) => told(parts, frame),
    sheets(frame) {
      desk.take(frame)
      keeper.changed()
    },
    presence(frame) {
      if (presence.take(frame)) parts.changedSoon()
    },
    read: ({ threads }) => reads.take(threads),
    mine(mine) {
      sight.own(mine)
      parts.changed()
    },
    broken,
    unreached(waits) {
      failed ||= !waits
      if (failed) condition.failed()
      if (condition.shown !== 'loading') return
      asked ??= keeper.load()
      void asked.then((kept) => {
        // What was kept is shown at once; that there is nothing to show is said once it is known that nothing comes.
        if (kept || failed) restore(parts, kept, !failed)
      })
    },
    closed(refusal) {
      shut(parts, refusal)
      broken()
      parts.sight.clear()
      for (const photo of desk.photos()) desk.forget(photo)
      condition.ended(refusal)
      parts.seenChanged()
    },
  }
}

function seated(parts: FlowParts, joined: Joined, fresh: boolean): void {
  const { desk, reads, sight, presence, condition, keeper, times } = parts
  parts.known(joined.me)
  times.told(joined.now)
  desk.timed(joined.now)
  reads.joined(joined.me)
  desk.joined({ sub: joined.sub, clients: joined.clients, fresh })
  if (joined.snapshot) replace(parts, joined.snapshot)
  keeper.joined(joined.me.person, joined.snapshot ? joined.snapshot.flatMap((one) => (one.kind === 'photo' ? [one.id] : [])) : null)
  condition.opened()
  presence.joined(joined.here)
  sight.own(joined.mine)
  parts.seenChanged()
  adopt(parts, joined.me.person)
}

/** Without a connection from the first moment on: what was kept of the gallery, until it comes anew. */
function restore(parts: FlowParts, kept: KeptGallery | null, waits: boolean): void {
  const { sight, desk, condition } = parts
  if (condition.shown !== 'loading') return
  if (kept) {
    parts.known(kept.me)
    parts.times.clock.restored(kept)
    parts.reads.joined(kept.me)
    sight.replace(kept.records)
    sight.own(kept.mine)
    desk.restore(kept.sheets)
    adopt(parts, kept.person)
  }
  condition.apart(kept?.at ?? null, waits)
  parts.seenChanged()
}

function adopt(parts: FlowParts, person: PersonId): void {
  const { left, condition, refused } = parts
  left.adopt(person, (found) => {
    // The gallery was shut while they were looked for.
    if (condition.shown === 'revoked' && condition.refusal)
      return refused.over(person, { waiting: left.giveUp(), refusal: condition.refusal })
    parts.times.after(found, condition.shown === 'open')
    takeLeft(parts)
  })
}

/** Acts of a page that was closed before they were saved, now done as if they were made here. */
function takeLeft(parts: FlowParts): void {
  const { desk, hides, left, reads, sight, condition, times, notice, changed } = parts
  if (left.none || !parts.actor()) return
  const { sheets, hides: hidden, reads: read, lost } = left.take((photo) => sight.has(photo), { old: !parts.level() })
  for (const act of lost) {
    notice({ type: 'refused', refusal: { code: 'revoked' }, photo: placeOf(act.sheet).photo, cameraName: null, acts: [act] })
  }
  desk.act(condition.shown === 'open' ? believable(sheets, times.joined) : sheets, { kept: true })
  hides.add(hidden, { kept: true })
  reads.adopt(read)
  changed()
}

function replace(parts: FlowParts, snapshot: readonly SeenRecord[]): void {
  const before = new Map(parts.desk.photos().map((photo) => [photo, parts.sight.named(photo).cameraName]))
  parts.sight.replace(snapshot)
  for (const [photo, cameraName] of before) if (!parts.sight.has(photo)) dropPhoto(parts, photo, cameraName)
  dropUnread(parts)
}

function told(parts: FlowParts, frame: ToldFrame): void {
  const { gone, added, ways } = parts.sight.tell(frame)
  parts.keeper.changed()
  for (const { id, cameraName } of gone) {
    dropPhoto(parts, id, cameraName)
    parts.notice({ type: 'gone', photo: id, cameraName })
  }
  parts.keeper.gone(gone.map(({ id }) => id))
  if (frame.sub !== undefined) parts.desk.given(added, frame.sub)
  parts.seenChanged()
  if (ways) dropUnread(parts)
}

function dropPhoto(parts: FlowParts, photo: PhotoId, cameraName: string | null): void {
  giveUp(parts, { photo, cameraName }, parts.desk.drop(photo))
}

/** Sheets this person no longer reads, after the gallery's ways have changed. */
function dropUnread(parts: FlowParts): void {
  parts.seenChanged()
  const actor = parts.actor()
  if (!actor) return
  const gone = (place: SheetPlace) => !readsSheetAt(actor, place)
  for (const photo of parts.desk.photos()) giveUp(parts, parts.sight.named(photo), parts.desk.drop(photo, gone))
}

function giveUp({ history, notice }: FlowParts, photo: ReturnType<Sight['named']>, lost: readonly SheetEntry[]): void {
  for (const { sheet } of lost) history.forget(sheet)
  if (lost.length > 0) notice({ type: 'refused', refusal: { code: 'revoked' }, ...photo, acts: lost })
}

/** The gallery does not open any more: what is kept of it goes at once, and with the last right to it also what waits. */
function shut(parts: FlowParts, refusal: Refusal): void {
  const person = parts.actor()?.person ?? null
  parts.keeper.closed(refusal)
  if (over.has(refusal.code)) giveAllUp(parts, person, refusal)
  else if (refusal.code === 'sign-in-needed') parts.refused.of(null)
}

/** What waits here, or was left by pages that are gone, will never be kept. `person`: whose it is, if anybody had come in. */
function giveAllUp({ desk, hides, left, reads, refused, whoNow, changed }: FlowParts, person: PersonId | null, refusal: Refusal): void {
  if (person) refused.over(person, { waiting: [...desk.entries, ...hides.giveUp(), ...reads.giveUp(), ...left.giveUp()], refusal })
  void Promise.resolve(person ?? whoNow()).then((whose) => {
    if (!whose) return
    const found = () => refused.over(whose, { waiting: left.giveUp(), refusal })
    if (!person) found()
    left.adopt(whose, found)
    changed()
  })
}
