/** A picture that gets sharper: what is here at once, then the file that the zoom needs. */
import { useEffect, useState } from 'react'
import { fetchPicture, readyPicture } from './picture-shelf.ts'

export interface Rendition {
  readonly url: string
  /** Pixels of the long edge. */
  readonly edge: number
}

interface Loaded {
  readonly image: HTMLImageElement
  readonly edge: number
  readonly of: string
}

/** The smallest file with a pixel for each of the screen's; the largest if none has. */
export const renditionFor = (renditions: readonly Rendition[], needs: number): Rendition | undefined =>
  renditions.find(({ edge }) => edge >= needs) ?? renditions[renditions.length - 1]

/** `of` names the picture; `needs` is the long edge in screen pixels. Null until something is loaded. */
export function usePicture(
  of: string,
  renditions: readonly Rendition[],
  needs: number,
): { image: HTMLImageElement | null; failed: boolean } {
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const known = loaded?.of === of ? loaded : fetchedBefore(of, renditions)
  const best = renditionFor(renditions, needs)
  const wanted = known ? best : renditionFor(renditions, Math.min(needs, 640))
  const url = wanted && (known?.edge ?? 0) < wanted.edge ? wanted.url : null
  const edge = wanted?.edge ?? 0
  useEffect(() => {
    if (!url) return
    return fetchPicture(
      url,
      (image) => setLoaded((before) => (before?.of === of && before.edge >= edge ? before : { image, edge, of })),
      () => setFailed(of),
    )
  }, [url, edge, of])
  return { image: known?.image ?? null, failed: failed === of && !known }
}

/** The sharpest that was fetched ahead. */
function fetchedBefore(of: string, renditions: readonly Rendition[]): Loaded | null {
  for (const { url, edge } of renditions.toReversed()) {
    const image = readyPicture(url)
    if (image) return { image, edge, of }
  }
  return null
}
