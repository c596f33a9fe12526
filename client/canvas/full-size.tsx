/** The picture at its own pixels: tiles over the rendition, as they arrive. */
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { Group, Image as KonvaImage } from 'react-konva'
import { type TileAt, tileLevels, tilesIn } from '../../common/gallery/tiles.ts'
import { neededTiles, placedTile, seenPart, type TileScene } from './tile-place.ts'
import { tileShelf } from './tile-shelf.ts'

export type TileUrl = (at: TileAt) => string

/** Milliseconds a look rests before its tiles are asked for: zooming through asks for nothing on the way. */
const rest = 70

export function FullSize({ urlOf, ...scene }: TileScene & { readonly urlOf: TileUrl }) {
  useSyncExternalStore(tileShelf.listen, tileShelf.changes)
  const needed = neededTiles(scene)
  useWanted(
    needed.map((at) => urlOf(at)),
    false,
  )
  return (
    <Group>
      {shownTiles(scene, needed).map((at) => {
        const bitmap = tileShelf.get(urlOf(at))
        return bitmap && <KonvaImage key={urlOf(at)} image={bitmap} {...placedTile(at, scene)} />
      })}
    </Group>
  )
}

/** Coarser levels lie below: they are there already while one zooms in. */
function shownTiles(scene: TileScene, needed: readonly TileAt[]): readonly TileAt[] {
  const finest = needed[0]?.level
  if (finest === undefined) return []
  const coarser = Array.from({ length: Math.max(0, tileLevels(scene.picture) - 1 - finest) }, (_, i) => tileLevels(scene.picture) - 1 - i)
  return [...coarser.flatMap((level) => tilesIn(scene.picture, level, seenPart(scene))), ...needed]
}

/** Asks the shelf for these tiles as long as they are wanted. */
export function useWanted(urls: readonly string[], ahead: boolean): void {
  const view = useRef({})
  const key = urls.join(' ')
  const wish = useMemo(() => ({ urls: key === '' ? [] : key.split(' '), ahead }), [key, ahead])
  useEffect(() => {
    const timer = setTimeout(() => tileShelf.want(view.current, wish), rest)
    return () => clearTimeout(timer)
  }, [wish])
  useEffect(() => {
    const own = view.current
    return () => tileShelf.want(own, null)
  }, [])
}
