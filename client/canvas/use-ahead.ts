/** Pictures one may page to next, fetched as the look on this one needs them; what is not near any more is cancelled. */
import { useEffect } from 'react'
import { type TileUrl, useWanted } from './full-size.tsx'
import { fetchPicture } from './picture-shelf.ts'
import { neededTiles } from './tile-place.ts'
import { type Rendition, renditionFor } from './use-picture.ts'
import { boxOf, type Look, type Size } from './view-box.ts'

export interface AheadPicture {
  readonly picture: Size
  readonly renditions: readonly Rendition[]
  readonly fullSize: TileUrl | null
}

/** Milliseconds one stays before neighbours are fetched: leafing through quickly asks for what is passed anyway. */
const rest = 120

export function useAhead(pictures: readonly AheadPicture[], { look, stage, density }: { look: Look; stage: Size; density: number }): void {
  const needs = stage.width === 0 ? [] : pictures.map((one) => needsOf(one, { look, stage, density }))
  const files = needs.flatMap(({ file }) => file ?? []).join(' ')
  useEffect(() => {
    const stops: (() => void)[] = []
    const nothing = () => undefined
    const timer = setTimeout(() => {
      for (const url of files === '' ? [] : files.split(' ')) stops.push(fetchPicture(url, nothing, nothing))
    }, rest)
    return () => {
      clearTimeout(timer)
      for (const stop of stops) stop()
    }
  }, [files])
  useWanted(
    needs.flatMap(({ tiles }) => tiles),
    true,
  )
}

function needsOf({ picture, renditions, fullSize }: AheadPicture, at: { look: Look; stage: Size; density: number }) {
  const box = boxOf(at.look, { picture, ...at })
  const edge = Math.max(picture.width, picture.height) * box.scale * at.density
  const tiles = fullSize ? neededTiles({ picture, box, ...at }).map((tile) => fullSize(tile)) : []
  return { file: renditionFor(renditions, edge)?.url ?? null, tiles }
}
