import { useMemo } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { VersionId } from '../../common/ids.ts'
import type { SeenPhoto, SeenVersion } from '../../common/visibility/seen.ts'
import { type Manner, type Showing, showingIn, showingSearch } from './shown-version.ts'

export function useShowing(photo: SeenPhoto): Showing {
  const { search } = useLocation()
  return useMemo(() => showingIn(search, photo), [search, photo])
}

export const useShownVersion = (photo: SeenPhoto): SeenVersion | null => useShowing(photo).version

/** Shows another version, or holds two against each other, at an address of its own. */
export function useShow(photo: SeenPhoto) {
  const { search, state } = useLocation()
  const navigate = useNavigate()
  return (to: { readonly version?: VersionId; readonly manner?: Manner | null }) =>
    void navigate({ search: showingSearch(search, photo, to) }, { replace: true, state })
}
