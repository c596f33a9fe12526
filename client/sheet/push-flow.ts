/**
 * Sends what waits on sheets: one push under way for each sheet, so that a refusal voids exactly that push.
 * A refused push of several acts is sent again one by one: only the culprit is undone.
 */
import type { PushAnswer } from '../../common/protocol/live.ts'
import type { RefusalCode } from '../../common/refusals.ts'
import type { Refusal } from '../../common/result.ts'
import type { SheetEntry } from './outbox-entry.ts'
import { Pace } from './pace.ts'
import type { Parcel, Replica } from './replica.ts'

type Refused = Extract<PushAnswer, { readonly ok: false }>

export interface PushFlowOptions {
  /** Bytes of a push; `first` of a sheet since the connection stands. */
  largest(first: boolean): number
  /** `answered` is called in the order of the wire, null when there was no answer: what follows an answer builds on it. */
  send(replica: Replica, push: { readonly parcel: Parcel; readonly catchUp: boolean }, answered: (answer: PushAnswer | null) => void): void
  subOf(replica: Replica): number
  /** Whether the sheet is still in sight. */
  holds(replica: Replica): boolean
  saved(entries: readonly SheetEntry[]): void
  /** Where to go on after a refusal. */
  renewed(replica: Replica, on: Refused): void
  rebuild(replica: Replica): void
  refused(replica: Replica, refusal: Refusal, entries: readonly SheetEntry[]): void
  lost(): void
}

/** Not the act's fault: tried again. */
const passing: ReadonlySet<RefusalCode> = new Set(['retry', 'too-many', 'failed'])
/** The place was lost, not the act. */
const misplaced: ReadonlySet<RefusalCode> = new Set(['stale', 'revoked', 'conflict'])
/** Milliseconds before the first and the slowest further try. */
const firstPause = 500
const longestPause = 15_000
/** Milliseconds before an act is done again on what its sheet has become: by chance, so that two pages do not keep missing each other. */
const firstStep = 60
/** Times an act may be told that its place is lost before it counts as refused. */
const mostMisses = 12

interface Course {
  underWay: boolean
  /** The document must be made anew once nothing is under way. */
  renew: boolean
  /** Send one act at a time: one of them was refused. */
  alone: number
  tries: number
  first: boolean
}

export class PushFlow {
  readonly #options: PushFlowOptions
  readonly #pace = new Pace(() => Date.now())
  readonly #courses = new Map<Replica, Course>()
  readonly #queue = new Set<Replica>()
  readonly #missed = new WeakMap<Replica, number>()
  #running = false
  /** Answers of an earlier connection are not ours any more. */
  #era = 0
  #timer: ReturnType<typeof setTimeout> | null = null
  /** Sheets that try again in a while: none of them holds a page that is closed. */
  readonly #pauses = new Set<ReturnType<typeof setTimeout>>()

  constructor(options: PushFlowOptions) {
    this.#options = options
  }

  start(replicas: readonly Replica[]): void {
    this.#era++
    this.#courses.clear()
    this.#queue.clear()
    this.#running = true
    for (const replica of replicas) this.#queue.add(replica)
    this.#pump()
  }

  stop(): void {
    this.#running = false
    this.#era++
    this.#courses.clear()
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    for (const timer of this.#pauses) clearTimeout(timer)
    this.#pauses.clear()
  }

  push(replica: Replica): void {
    if (!this.#running) return
    this.#queue.add(replica)
    this.#pump()
  }

  /** The sheet came anew: what waits is done again on it, as soon as nothing of it is under way. */
  renew(replica: Replica): void {
    if (!this.#running) return
    const course = this.#courses.get(replica)
    if (course?.underWay) {
      course.renew = true
      return
    }
    this.#options.rebuild(replica)
    this.push(replica)
  }

  #pump(): void {
    if (!this.#running || this.#timer) return
    for (const replica of this.#queue) {
      if (!this.#options.holds(replica)) {
        this.#forget(replica)
        continue
      }
      if (this.#courses.get(replica)?.underWay) continue
      const wait = this.#pace.wait()
      if (wait > 0) {
        this.#later(wait)
        return
      }
      this.#queue.delete(replica)
      this.#send(replica)
    }
  }

  #later(wait: number): void {
    if (!Number.isFinite(wait)) return
    this.#timer = setTimeout(() => {
      this.#timer = null
      this.#pump()
    }, wait)
  }

  #send(replica: Replica): void {
    const course = this.#courses.get(replica) ?? { underWay: false, renew: false, alone: 0, tries: 0, first: true }
    const catchUp = course.first && course.tries === 0
    const parcel = replica.parcel(this.#options.largest(catchUp), course.alone > 0)
    if (!parcel) return
    this.#courses.set(replica, course)
    course.underWay = true
    const [era, sub] = [this.#era, this.#options.subOf(replica)]
    this.#pace.began()
    this.#options.send(replica, { parcel, catchUp: catchUp && parcel.entries.length > 1 }, (answer) => {
      this.#pace.ended()
      if (era !== this.#era) return
      course.underWay = false
      course.first = false
      this.#answered(replica, { course, parcel, answer, sub })
      this.#pump()
    })
  }

  #answered(replica: Replica, at: { course: Course; parcel: Parcel; answer: PushAnswer | null; sub: number }): void {
    const { course, parcel, answer, sub } = at
    // No answer: the connection is gone, and the next one starts over.
    if (answer === null) this.#options.lost()
    else if (!this.#options.holds(replica)) this.#forget(replica)
    else if (answer.ok) this.#saved(replica, course, parcel)
    else this.#refused(replica, { course, parcel, answer, moved: sub !== this.#options.subOf(replica) })
  }

  #saved(replica: Replica, course: Course, parcel: Parcel): void {
    course.tries = 0
    this.#missed.delete(replica)
    course.alone = Math.max(0, course.alone - parcel.entries.length)
    replica.saved(parcel)
    if (course.renew) this.#options.rebuild(replica)
    course.renew = false
    this.#options.saved(parcel.entries)
    if (replica.waiting > 0) this.#queue.add(replica)
    else this.#courses.delete(replica)
  }

  #refused(replica: Replica, at: { course: Course; parcel: Parcel; answer: Refused; moved: boolean }): void {
    const { course, parcel, answer, moved } = at
    this.#options.renewed(replica, answer)
    const { code } = answer.refusal
    const renew = answer.state !== undefined || course.renew
    course.renew = false
    if (misplaced.has(code) && this.#misses(replica) <= mostMisses) {
      this.#replace(replica, course, moved || renew)
      return
    }
    if (renew) this.#options.rebuild(replica)
    if (passing.has(code)) {
      this.#again(replica, course, firstPause)
      return
    }
    this.#blame(replica, course, { entries: parcel.entries, refusal: answer.refusal })
    if (replica.waiting > 0) this.#queue.add(replica)
  }

  /** The sheet has another place now, or this page has lost its own. */
  #replace(replica: Replica, course: Course, known: boolean): void {
    if (known) {
      this.#options.rebuild(replica)
      this.#again(replica, course, firstStep * Math.random())
    } else {
      this.#options.lost()
    }
  }

  /** Of several acts nobody knows the culprit yet: each goes alone. One alone is undone, unless the sheet already has it. */
  #blame(replica: Replica, course: Course, { entries, refusal }: { entries: readonly SheetEntry[]; refusal: Refusal }): void {
    if (entries.length > 1) {
      course.alone = entries.length
    } else {
      course.alone = Math.max(0, course.alone - 1)
      const [culprit] = entries
      if (!culprit || !replica.entries.includes(culprit)) return
      replica.undo(entries)
      this.#options.refused(replica, refusal, entries)
    }
    this.#options.rebuild(replica)
  }

  #misses(replica: Replica): number {
    const misses = (this.#missed.get(replica) ?? 0) + 1
    this.#missed.set(replica, misses)
    return misses
  }

  #again(replica: Replica, course: Course, first: number): void {
    const pause = Math.min(longestPause, first * 2 ** course.tries++)
    const era = this.#era
    const timer = setTimeout(() => {
      this.#pauses.delete(timer)
      if (era === this.#era) this.push(replica)
    }, pause)
    this.#pauses.add(timer)
  }

  #forget(replica: Replica): void {
    this.#queue.delete(replica)
    this.#courses.delete(replica)
  }
}
