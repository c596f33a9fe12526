/** Hides and shows on their way: seen at once, sent one after another, kept while there is no connection. */
import type { GalleryCommand } from '../../common/gallery/commands.ts'
import type { CommandId, PhotoId } from '../../common/ids.ts'
import type { Answer } from '../../common/protocol/live.ts'
import type { Refusal } from '../../common/result.ts'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import type { Outbox } from '../sheet/outbox.ts'
import type { CommandEntry, OutboxEntry } from '../sheet/outbox-entry.ts'
import type { HiddenOverlay } from './seen-index.ts'

export type HideEntry = CommandEntry & { readonly command: Extract<GalleryCommand, { type: 'photo:hide' | 'photo:show' }> }

export const isHide = (entry: OutboxEntry): entry is HideEntry =>
  entry.kind === 'command' && (entry.command.type === 'photo:hide' || entry.command.type === 'photo:show')

export interface HideQueueOptions {
  readonly outbox: Outbox
  /** Null: no answer, ask again with the next connection. */
  send(id: CommandId, command: HideEntry['command'], answered: (answer: Answer<{ readonly rev: number }> | null) => void): void
  changed(): void
  refused(refusal: Refusal, act: HideEntry): void
  nameOf(entry: HideEntry): string
}

/** Milliseconds before a passing refusal is tried again. */
const pause = 1_500

export class HideQueue {
  readonly #options: HideQueueOptions
  #entries: HideEntry[] = []
  #open = false
  #underWay = false
  #era = 0

  constructor(options: HideQueueOptions) {
    this.#options = options
  }

  get entries(): readonly HideEntry[] {
    return this.#entries
  }

  /** None of them will be done. */
  giveUp(): readonly HideEntry[] {
    return this.#entries.splice(0)
  }

  overlay(): HiddenOverlay {
    const overlay = new Map<PhotoId, SeenPhoto['hidden']>()
    for (const entry of this.#entries) {
      const hidden = entry.command.type === 'photo:hide' ? { by: entry.person, name: this.#options.nameOf(entry), at: entry.at } : null
      for (const photo of entry.command.photos) overlay.set(photo, hidden)
    }
    return overlay
  }

  add(entries: readonly HideEntry[], { kept = false } = {}): void {
    if (entries.length === 0) return
    if (!kept) this.#options.outbox.put(entries)
    this.#entries.push(...entries)
    this.#options.changed()
    this.#pump()
  }

  start(): void {
    this.#open = true
    this.#underWay = false
    this.#era++
    this.#pump()
  }

  stop(): void {
    this.#open = false
    this.#era++
  }

  #pump(): void {
    const [entry] = this.#entries
    if (!entry || !this.#open || this.#underWay) return
    this.#underWay = true
    const era = this.#era
    this.#options.send(entry.id, entry.command, (answer) => {
      if (era !== this.#era) return
      this.#underWay = false
      if (answer === null) return
      if (!answer.ok && (answer.refusal.code === 'retry' || answer.refusal.code === 'too-many')) {
        setTimeout(() => era === this.#era && this.#pump(), pause)
        return
      }
      this.#entries.shift()
      this.#options.outbox.remove([entry.order])
      if (!answer.ok) this.#options.refused(answer.refusal, entry)
      this.#options.changed()
      this.#pump()
    })
  }
}
