/** What this tab's history holds, as far as this page has seen it: closing what lies over the wall goes back to it, and leaves nothing that Back would open again. */

/** Paths by their place in the history, as the router counts. */
export type Trail = ReadonlyMap<number, string>

export type Below = 'list' | 'side'

const wallOf = (path: string): string | null => /^\/g\/[^/]+/.exec(path)?.[0] ?? null

const layer = (path: string, wall: string): Below | 'loupe' | null => {
  if (!path.startsWith(`${wall}/`)) return null
  const part = path.slice(wall.length + 1)
  if (part === 'compare' || part === 'survey') return 'side'
  if (part.startsWith('list/')) return 'list'
  return part.startsWith('p/') ? 'loupe' : null
}

/** How far back from `at` the wall is that `here` lies over; 0 where it was not passed, or something else lies between. Pure. */
export function stepsToWall(trail: Trail, at: number, here: string): number {
  const wall = wallOf(here)
  if (wall === null) return 0
  for (let place = at - 1; ; place--) {
    const path = trail.get(place)
    if (path === wall) return at - place
    if (path === undefined || layer(path, wall) === null) return 0
  }
}

/** The list, or the photos side by side, from which a photo was opened large. Pure. */
export function openedFrom(trail: Trail, at: number, here: string): Below | null {
  const wall = wallOf(here)
  const below = wall === null ? null : layer(trail.get(at - 1) ?? '', wall)
  return below === 'loupe' ? null : below
}
