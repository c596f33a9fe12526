/** What hangs on the wall now: filter, order and lens from the page's address, chapters by scene. */
import { useCallback, useDeferredValue, useEffect, useMemo, useRef } from 'react'
import { useSearchParams } from 'react-router'
import {
  asksSheets,
  type Filter,
  type FilterMarks,
  type FilterPhoto,
  type Matcher,
  matcher,
  noFilter,
  type Whose,
} from '../../common/gallery/filter.ts'
import { isFiltering, type Sort, type WallAddress, wallFrom, wallNames, wallPairs } from '../../common/gallery/wall-address.ts'
import type { PhotoId } from '../../common/ids.ts'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import { through } from '../gallery/lens.ts'
import { ordered } from '../gallery/photo-order.ts'
import { useGallery, useGalleryStore, useMarksTick } from '../gallery/use-gallery.tsx'
import type { Chapter } from './wall.tsx'
import type { Held } from './wall-hand.ts'

export interface WallState extends WallAddress {
  readonly filtering: boolean
  /** By more than a scene. */
  readonly narrowed: boolean
  readonly chapters: readonly Chapter[]
  /** In the order they hang. */
  readonly hanging: readonly SeenPhoto[]
  readonly setFilter: (filter: Filter) => void
  /** Parts alone, upon what was asked for last: presses may come faster than pages. */
  readonly change: (part: Partial<Filter>) => void
  readonly changeSort: (part: Partial<Sort>) => void
  readonly setWhose: (whose: Whose) => void
  /** All three at once: a saved view. */
  readonly setWall: (address: WallAddress) => void
}

export function useWall(): WallState {
  const { scenes, photos, photosOf, me } = useGallery()
  const store = useGalleryStore()
  const { address, setWall, changeWall } = useWallAddress()
  // What is pressed shows at once; ten thousand photos hang anew a little later, and in pieces.
  const hung = useDeferredValue(address)
  const { filter, sort, whose } = hung
  const filtering = isFiltering(filter)
  const narrowed = isFiltering({ ...filter, scene: null })
  const lastVisit = me?.lastVisit ?? null
  const matches = useMemo(() => remembering(matcher(filter, { photos, lastVisit, whose })), [filter, photos, lastVisit, whose])
  const marksCount = useMarksTick(asksSheets(filter) || sort.by === 'rating')
  // biome-ignore lint/correctness/useExhaustiveDependencies: marks are read from the store whenever they changed
  const chapters = useMemo(() => {
    const marks = (photo: PhotoId) => store.marks(photo)
    return scenes
      .filter(({ id }) => filter.scene === null || id === filter.scene)
      .map((scene) => {
        const all = photosOf.get(scene.id) ?? []
        const left = narrowed ? all.filter((photo) => matches(photo, marks(photo.id))) : all
        return { scene, photos: ordered(left, sort, (photo) => through(marks(photo), whose, me?.person ?? null)) }
      })
      .filter(({ photos: left }) => left.length > 0 || !narrowed)
  }, [scenes, photosOf, matches, filter.scene, narrowed, sort, whose, me?.person, store, marksCount])
  return {
    ...address,
    filtering,
    narrowed,
    chapters: useSame(chapters),
    hanging: useMemo(() => chapters.flatMap(({ photos: hung }) => hung), [chapters]),
    setWall,
    setFilter: useCallback((filter) => changeWall((before) => ({ ...before, filter })), [changeWall]),
    change: useCallback((part) => changeWall((before) => ({ ...before, filter: { ...before.filter, ...part } })), [changeWall]),
    changeSort: useCallback((part) => changeWall((before) => ({ ...before, sort: { ...before.sort, ...part } })), [changeWall]),
    setWhose: useCallback((whose) => changeWall((before) => ({ ...before, whose })), [changeWall]),
  }
}

interface WallAddressRoom {
  readonly address: WallAddress
  readonly setWall: (address: WallAddress) => void
  readonly changeWall: (change: (before: WallAddress) => WallAddress) => void
}

/** The wall's part of the page's address; what else stands in it stays. */
export function useWallAddress(): WallAddressRoom {
  const [search, setSearch] = useSearchParams()
  const text = search.toString()
  const address = useMemo(() => wallFrom(new URLSearchParams(text)), [text])
  const asked = useRef(address)
  useEffect(() => {
    asked.current = address
  }, [address])
  const setWall = useCallback(
    (next: WallAddress) => {
      asked.current = next
      setSearch(
        (before) => {
          const kept = new URLSearchParams(before)
          for (const name of wallNames) kept.delete(name)
          for (const [name, value] of wallPairs(next)) kept.set(name, value)
          return kept
        },
        { replace: true, preventScrollReset: true },
      )
    },
    [setSearch],
  )
  const changeWall = useCallback((change: (before: WallAddress) => WallAddress) => setWall(change(asked.current)), [setWall])
  return { address, setWall, changeWall }
}

/** These photos selected; where some of them do not hang, everything is shown again. */
export function selecting({ hanging, setFilter }: Pick<WallState, 'hanging' | 'setFilter'>, photos: readonly PhotoId[]): Held {
  const shown = new Set(hanging.map(({ id }) => id))
  if (!photos.every((id) => shown.has(id))) setFilter(noFilter)
  return { active: photos[0] ?? null, selected: new Set(photos) }
}

/** How many photos a filter would leave. */
export function useCounting(): (filter: Filter) => number {
  const { photos, me } = useGallery()
  const store = useGalleryStore()
  const { whose } = useWallAddress().address
  const lastVisit = me?.lastVisit ?? null
  return useCallback(
    (filter) => {
      const matches = matcher(filter, { photos, lastVisit, whose })
      return photos.filter((photo) => matches(photo, store.marks(photo.id))).length
    },
    [photos, lastVisit, whose, store],
  )
}

/** A photo is asked about again only when it or its marks changed: equal marks are the same object. */
function remembering(matches: Matcher): Matcher {
  // Two maps and no object for each photo: ten thousand of them at every letter typed cost more to clear away than to ask.
  const staying = new Map<FilterPhoto, FilterMarks>()
  const going = new Map<FilterPhoto, FilterMarks>()
  return (photo, marks) => {
    if (staying.get(photo) === marks) return true
    if (going.get(photo) === marks) return false
    const stays = matches(photo, marks)
    const [into, from] = stays ? [staying, going] : [going, staying]
    from.delete(photo)
    into.set(photo, marks)
    return stays
  }
}

/** The chapters as before if the same photos hang in the same order: a mark that moves nothing lays out nothing. */
function useSame(chapters: readonly Chapter[]): readonly Chapter[] {
  const last = useRef(chapters)
  if (last.current !== chapters && !sameChapters(last.current, chapters)) last.current = chapters
  return last.current
}

function sameChapters(a: readonly Chapter[], b: readonly Chapter[]): boolean {
  return (
    a.length === b.length &&
    a.every((chapter, i) => {
      const other = b[i]
      return (
        chapter.scene === other?.scene &&
        chapter.photos.length === other.photos.length &&
        chapter.photos.every((photo, place) => photo === other.photos[place])
      )
    })
  )
}
