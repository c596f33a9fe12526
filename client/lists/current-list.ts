/** Which list is being filled on this device, by gallery. */
import { useSyncExternalStore } from 'react'
import { type GalleryId, type SelectionId, selectionId } from '../../common/ids.ts'

const keyOf = (gallery: GalleryId) => `proofroom.list.${gallery}`
const listeners = new Set<() => void>()
const known = new Map<GalleryId, SelectionId | null>()

function read(gallery: GalleryId): SelectionId | null {
  const there = known.get(gallery)
  if (there !== undefined) return there
  let kept: string | null = null
  try {
    kept = localStorage.getItem(keyOf(gallery))
  } catch {
    // A browser that keeps nothing: the choice holds for this visit.
  }
  const parsed = selectionId.safeParse(kept)
  const found = parsed.success ? parsed.data : null
  known.set(gallery, found)
  return found
}

export function setCurrentList(gallery: GalleryId, list: SelectionId): void {
  known.set(gallery, list)
  try {
    localStorage.setItem(keyOf(gallery), list)
  } catch {
    // As above.
  }
  for (const listener of listeners) listener()
}

export function useCurrentList(gallery: GalleryId | null): SelectionId | null {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => (gallery ? read(gallery) : null),
  )
}
