/** Strokes of others while they are drawn: heard in pieces, drawn without a jump. */
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { DrawingId, PhotoId, VersionId } from '../../common/ids.ts'
import type { MovingInk } from '../canvas/ink-layers.tsx'
import { type Inked, isFree } from '../canvas/ink-shape.ts'
import type { LiveStroke } from '../gallery/stroke-book.ts'
import { useGallery, useGalleryStore } from '../gallery/use-gallery.tsx'
import { waxOf } from '../ui/hue.ts'
import { seesPerson } from './sight.ts'
import { useInkSight } from './sight-room.tsx'

/** The part of what is missing that is drawn in one frame: a piece of a stroke takes about as long as the next one to come. */
const pace = 0.22

/** Those on this version that the sheet does not hold yet. */
export function useOthersStrokes(photo: PhotoId, version: VersionId | null, known: ReadonlySet<DrawingId>): readonly LiveStroke[] {
  const { strokes } = useGalleryStore()
  const { me } = useGallery()
  const { sight } = useInkSight()
  const all = useSyncExternalStore(
    (changed) => strokes.listen(changed),
    () => strokes.all(),
  )
  return useMemo(
    () =>
      all.filter(
        (one) =>
          one.photo === photo &&
          one.version === version &&
          one.person !== me?.person &&
          !known.has(one.id) &&
          seesPerson(sight, one.person),
      ),
    [all, photo, version, known, me, sight],
  )
}

export class OthersInk implements MovingInk {
  readonly #listeners = new Set<() => void>()
  readonly #shown = new Map<string, number>()
  #strokes: readonly LiveStroke[] = []
  #frame: number | null = null

  show(strokes: readonly LiveStroke[]): void {
    this.#strokes = strokes
    for (const id of [...this.#shown.keys()]) if (!strokes.some((one) => one.id === id)) this.#shown.delete(id)
    this.#step()
  }

  all(): readonly Inked[] {
    return this.#strokes.map((one) => {
      const shown = this.#shown.get(one.id) ?? one.points.length
      const whole = shown >= one.points.length
      return {
        ...{ id: one.id, tool: one.tool, width: one.width, text: one.text, colour: one.colour ?? waxOf(one.person) },
        growing: isFree(one.tool),
        points: whole ? one.points : one.points.slice(0, shown),
        pressure: whole ? one.pressure : one.pressure.slice(0, shown),
      }
    })
  }

  listen(changed: () => void): () => void {
    this.#listeners.add(changed)
    return () => this.#listeners.delete(changed)
  }

  stop(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame)
    this.#frame = null
  }

  #step(): void {
    let missing = false
    for (const { id, points } of this.#strokes) {
      // A stroke one meets half done is there at once; lines have two points from the beginning.
      const before = this.#shown.get(id) ?? points.length - 1
      const now = Math.min(points.length, before + Math.max(1, Math.ceil((points.length - before) * pace)))
      this.#shown.set(id, Math.max(2, now))
      missing ||= now < points.length
    }
    for (const changed of this.#listeners) changed()
    if (missing && this.#frame === null) {
      this.#frame = requestAnimationFrame(() => {
        this.#frame = null
        this.#step()
      })
    }
  }
}

export function useOthersInk(strokes: readonly LiveStroke[]): OthersInk {
  const ink = useMemo(() => new OthersInk(), [])
  useEffect(() => ink.show(strokes), [ink, strokes])
  useEffect(() => () => ink.stop(), [ink])
  return ink
}
