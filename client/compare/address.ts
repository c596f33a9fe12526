/** Addresses of what lies side by side. The wall's filter stays in them: candidates come from what hangs. Pure. */
import type { GalleryId, PhotoId } from '../../common/ids.ts'

export type Side = 'compare' | 'survey'

/** Photos laid out, the active one, those a survey dropped; and versions of the open photo. */
const own = ['p', 'a', 'x', 'v', 'vs', 'way'] as const

export interface SideState {
  readonly photos: readonly PhotoId[]
  readonly active: PhotoId | null
  readonly dropped?: readonly PhotoId[]
}

/** What the wall goes by: without what lies over it. */
export function wallSearch(search: string): string {
  const pairs = new URLSearchParams(search)
  for (const name of own) pairs.delete(name)
  const text = pairs.toString()
  return text === '' ? '' : `?${text}`
}

export function sideSearch(search: string, { photos, active, dropped = [] }: SideState): string {
  const pairs = new URLSearchParams(wallSearch(search))
  pairs.set('p', photos.join(','))
  if (active && active !== photos[0]) pairs.set('a', active)
  if (dropped.length > 0) pairs.set('x', dropped.join(','))
  // Commas need no escape in a query and are read better.
  return `?${pairs.toString().replaceAll('%2C', ',')}`
}

export const sidePath = (gallery: GalleryId, side: Side): string => `/g/${gallery}/${side}`

/** Whether the path is of something that lies over the wall: one photo, or several. */
export const coversWall = (path: string): boolean => /^\/g\/[^/]+\/(p\/|list\/|compare$|survey$)/.test(path)

export const sideOf = (path: string): Side | null => (/^\/g\/[^/]+\/(compare|survey)$/.exec(path)?.[1] as Side | undefined) ?? null
