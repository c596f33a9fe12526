/** Which lists a photo is in, out of all its sheets. */
import { parsePickKey, type SheetContent } from '../../common/sheet/shape.ts'
import type { SheetPlace } from '../sheet/audience.ts'
import type { PhotoPick } from './gallery-view.ts'

const none: readonly PhotoPick[] = []

/** First come first; the same empty list for every photo that is in none. */
export function photoPicks(sheets: readonly { readonly place: SheetPlace; readonly content: SheetContent }[]): readonly PhotoPick[] {
  const picks: PhotoPick[] = []
  for (const { place, content } of sheets) {
    for (const [key, { at }] of Object.entries(content.picks)) {
      const pick = parsePickKey(key)
      if (pick) picks.push({ ...pick, audience: place.audience, at })
    }
  }
  return picks.length === 0 ? none : picks.sort((a, b) => a.at - b.at || (a.person < b.person ? -1 : 1))
}

export function samePicks(a: readonly PhotoPick[], b: readonly PhotoPick[]): boolean {
  if (a.length !== b.length) return false
  return a.every((pick, i) => {
    const other = b[i]
    return other?.selection === pick.selection && other.person === pick.person && other.audience === pick.audience && other.at === pick.at
  })
}
