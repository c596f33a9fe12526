/** The page of a gallery somebody wanted before they were let in: whichever door they come through leads there. Kept for this tab. */
import { type GalleryId, galleryId } from '../../common/ids.ts'

const key = 'proofroom-wanted'

export function want(path: string): void {
  try {
    sessionStorage.setItem(key, path)
  } catch {
    // A browser that keeps nothing leads to the gallery.
  }
}

/** Once: the page wanted in this gallery, else its first. */
export function wantedIn(gallery: GalleryId): string {
  const first = `/g/${gallery}`
  try {
    const path = sessionStorage.getItem(key) ?? ''
    if (galleryOf(path) !== gallery) return first
    sessionStorage.removeItem(key)
    return path
  } catch {
    return first
  }
}

function galleryOf(path: string): GalleryId | null {
  const parsed = galleryId.safeParse(/^\/g\/([^/?#]+)/.exec(path)?.[1])
  return parsed.success ? parsed.data : null
}
