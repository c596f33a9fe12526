/** Strokes others are drawing now, put together from what presence says of them. */
import type { Audience, DrawingId, PersonId, PhotoId, VersionId } from '../../common/ids.ts'
import { pointsPerStroke } from '../../common/limits.ts'
import type { PresenceFrame, PresenceState, PresenceStroke } from '../../common/protocol/live.ts'
import { bytesOf, textOf } from '../../common/protocol/stroke-text.ts'
import { type Point, packPoints, unpackPoints } from '../../common/sheet/geometry.ts'
import type { Tool } from '../../common/sheet/shape.ts'
import { Listeners } from './listeners.ts'

export interface LiveStroke {
  readonly seat: string
  readonly person: PersonId
  readonly name: string
  readonly photo: PhotoId
  readonly id: DrawingId
  readonly version: VersionId
  readonly tool: Tool
  readonly colour: string | null
  readonly width: number
  readonly points: readonly Point[]
  /** 0..255 for each point, or none. */
  readonly pressure: readonly number[]
  /** Of a text: what is written so far. */
  readonly text: string | null
}

/** Points in one word: those since the last one and, as a word may get lost, some before. */
const pointsPerWord = 64
/** Milliseconds a finished stroke stays: the sheet brings it in a moment. */
const lingers = 2_500

/** A stroke as whoever draws it has it so far. */
export interface StrokeNow extends Pick<LiveStroke, 'id' | 'version' | 'tool' | 'colour' | 'width' | 'points' | 'pressure'> {
  readonly teamOnly: boolean
  readonly text?: string
}

/** The end of a stroke as presence says it. */
export function strokeWord({ teamOnly: _, ...stroke }: StrokeNow, audience: Audience): PresenceStroke {
  const from = Math.max(0, stroke.points.length - pointsPerWord)
  return {
    ...stroke,
    audience,
    from,
    points: textOf(packPoints(stroke.points.slice(from))),
    pressure: textOf(Uint8Array.from(stroke.pressure.slice(from))),
  }
}

export class StrokeBook {
  readonly #listeners = new Listeners()
  readonly #strokes = new Map<string, LiveStroke>()
  readonly #ending = new Map<string, ReturnType<typeof setTimeout>>()
  #all: readonly LiveStroke[] | null = null

  /** The same object until something differs. */
  all(): readonly LiveStroke[] {
    this.#all ??= [...this.#strokes.values()]
    return this.#all
  }

  listen(listener: () => void): () => void {
    return this.#listeners.add(listener)
  }

  take({ changed, gone }: PresenceFrame): void {
    const drawing = changed.filter((state) => state.stroke || this.#strokes.has(state.seat))
    for (const state of drawing) this.#hear(state)
    const left = gone.filter((seat) => this.#strokes.has(seat))
    for (const seat of left) this.#drop(seat)
    if (drawing.length + left.length > 0) this.#changed()
  }

  clear(): void {
    for (const seat of [...this.#strokes.keys()]) this.#drop(seat)
    this.#changed()
  }

  #changed(): void {
    this.#all = null
    this.#listeners.tell()
  }

  #hear(state: PresenceState): void {
    const { seat, stroke } = state
    // Words that were given up leave nothing behind; all else stays until the sheet brings it.
    if (!stroke || !state.photo || stroke.text === '') {
      if (stroke?.text === '') this.#drop(seat)
      else this.#end(seat)
      return
    }
    clearTimeout(this.#ending.get(seat))
    this.#ending.delete(seat)
    const known = this.#strokes.get(seat)
    const before = known?.id === stroke.id ? known : null
    const points = unpackPoints(bytesOf(stroke.points) ?? new Uint8Array())
    const pressure = [...(bytesOf(stroke.pressure) ?? [])]
    const { person, name, photo } = state
    const { id, version, tool, colour, width, from, text = null } = stroke
    this.#strokes.set(seat, {
      ...{ seat, person, name, photo, id, version, tool, colour, width, text },
      points: joined(before?.points ?? [], points, from),
      pressure: joined(before?.pressure ?? [], pressure, from),
    })
  }

  #end(seat: string): void {
    if (!this.#strokes.has(seat) || this.#ending.has(seat)) return
    this.#ending.set(
      seat,
      setTimeout(() => {
        this.#drop(seat)
        this.#changed()
      }, lingers),
    )
  }

  #drop(seat: string): void {
    clearTimeout(this.#ending.get(seat))
    this.#ending.delete(seat)
    this.#strokes.delete(seat)
  }
}

/** What was heard so far with a word put where it belongs. What was never heard is bridged by the first that was. */
function joined<T>(known: readonly T[], word: readonly T[], from: number): readonly T[] {
  const [first] = word
  if (first === undefined) return known.slice(0, from)
  const start = Math.min(from, pointsPerStroke)
  const missing = Array.from({ length: Math.max(0, start - known.length) }, () => first)
  return [...known.slice(0, start), ...missing, ...word].slice(0, pointsPerStroke)
}
