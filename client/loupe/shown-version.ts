/** Which version of the open photo is shown: the address says it, else the current one. Drawings and pins belong to it. Pure. */
import type { VersionId } from '../../common/ids.ts'
import type { SeenPhoto, SeenVersion } from '../../common/visibility/seen.ts'

/** Side by side, or one over the other with an edge to move. */
export type Manner = 'side' | 'wipe'

export interface Showing {
  readonly version: SeenVersion | null
  /** The one it is held against, if it is. */
  readonly other: SeenVersion | null
  readonly manner: Manner | null
}

export function showingIn(search: string, photo: SeenPhoto): Showing {
  const pairs = new URLSearchParams(search)
  const named = (name: string) => photo.versions.find(({ id }) => id === pairs.get(name)) ?? null
  const version = named('v') ?? currentVersion(photo)
  const way = pairs.get('way')
  const manner = way === 'side' || way === 'wipe' ? way : null
  const other = manner ? (differing(named('vs'), version) ?? otherThan(photo, version)) : null
  return { version, other, manner: other ? manner : null }
}

const currentVersion = ({ versions }: SeenPhoto): SeenVersion | null => versions.at(-1) ?? null

/** The version that came since the photo was looked at before, and the one that was current then; nothing for another photo. */
export function arrivedSince(was: SeenPhoto, now: SeenPhoto): { readonly before: SeenVersion; readonly now: SeenVersion } | null {
  const [before, current] = [currentVersion(was), currentVersion(now)]
  return was.id === now.id && before && current && current.n > before.n ? { before, now: current } : null
}

const differing = (one: SeenVersion | null, from: SeenVersion | null) => (one && one.id !== from?.id ? one : null)

/** The one before it; of the first the one after. */
function otherThan({ versions }: SeenPhoto, version: SeenVersion | null): SeenVersion | null {
  const place = versions.findIndex(({ id }) => id === version?.id)
  return versions[place - 1] ?? versions[place + 1] ?? null
}

/** The address with another version, or another way to hold two against each other. The current version needs no naming. */
export function showingSearch(
  search: string,
  photo: SeenPhoto,
  to: { readonly version?: VersionId; readonly manner?: Manner | null },
): string {
  const now = showingIn(search, photo)
  const pairs = new URLSearchParams(search)
  const version = to.version ?? now.version?.id
  const manner = to.manner === undefined ? now.manner : to.manner
  for (const name of ['v', 'vs', 'way']) pairs.delete(name)
  if (version && version !== currentVersion(photo)?.id) pairs.set('v', version)
  if (manner) pairs.set('way', manner)
  // What was shown before is what the new one is held against.
  if (manner && to.version && now.version && now.version.id !== to.version) pairs.set('vs', now.version.id)
  else if (manner && now.other && now.other.id !== version) pairs.set('vs', now.other.id)
  return pairs.toString()
}
