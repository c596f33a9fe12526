/** A picture that gets sharper: the smallest file at once, then the one that the zoom needs. */
import { useEffect, useState } from 'react'

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

/** `of` names the picture; `needs` is the long edge in screen pixels. Null until something is loaded. */
export function usePicture(
  of: string,
  renditions: readonly Rendition[],
  needs: number,
): { image: HTMLImageElement | null; failed: boolean } {
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const best = renditions.find(({ edge }) => edge >= needs) ?? renditions[renditions.length - 1]
  const known = loaded?.of === of ? loaded : null
  const wanted = !known && best ? (renditions.find(({ edge }) => edge >= Math.min(needs, 640)) ?? best) : best
  const url = wanted && (known?.edge ?? 0) < wanted.edge ? wanted.url : null
  const edge = wanted?.edge ?? 0
  useEffect(() => {
    if (!url) return
    let here = true
    const image = new Image()
    image.decoding = 'async'
    image.onload = () => here && setLoaded((before) => (before?.of === of && before.edge >= edge ? before : { image, edge, of }))
    image.onerror = () => here && setFailed(of)
    image.src = url
    return () => {
      here = false
    }
  }, [url, edge, of])
  return { image: known?.image ?? null, failed: failed === of && !known }
}
