/** Ways to lay photos side by side: from what is held on the wall, or from one photo and those after it. */
import { useIntl } from 'react-intl'
import { useLocation, useNavigate } from 'react-router'
import { toast } from 'sonner'
import type { PhotoId } from '../../common/ids.ts'
import { picksOf } from '../gallery/picks.ts'
import { useGalleryStore } from '../gallery/use-gallery.tsx'
import { type Side, type SideState, sidePath, sideSearch } from './address.ts'
import { fewest, most, sized } from './comparison.ts'
import { mostSurveyed } from './survey.ts'

export interface Laid {
  /** What is held, in any order. */
  readonly selected: ReadonlySet<PhotoId>
  readonly active: PhotoId | null
  /** What hangs, in order. */
  readonly wall: readonly PhotoId[]
}

/** Each answers whether there was anything to do. */
export function useSideBySide() {
  const store = useGalleryStore()
  const navigate = useNavigate()
  const intl = useIntl()
  const { search } = useLocation()
  const open = (side: Side, state: SideState) => {
    void navigate(`${sidePath(store.id, side)}${sideSearch(search, state)}`, { state: { within: true } })
    return true
  }
  const survey = ({ selected, active, wall }: Laid): boolean => {
    const held = wall.filter((photo) => selected.has(photo))
    const chosen = held.length >= fewest ? held : wall.filter((photo) => picksOf(store.marks(photo)).length > 0)
    if (chosen.length < fewest) {
      toast(intl.formatMessage({ id: 'survey.tooFew' }))
      return true
    }
    if (chosen.length > mostSurveyed) toast(intl.formatMessage({ id: 'survey.tooMany' }, { n: mostSurveyed, all: chosen.length }))
    const photos = chosen.slice(0, mostSurveyed)
    return open('survey', { photos, active: active && photos.includes(active) ? active : null })
  }
  const compare = (laid: Laid): boolean => {
    const { selected, active, wall } = laid
    const held = wall.filter((photo) => selected.has(photo))
    if (held.length > most) return survey(laid)
    const from = held.length > 0 ? held : wall.filter((photo) => photo === active)
    const { photos } = sized({ photos: from, active: 0 }, Math.max(fewest, from.length), wall)
    if (from.length === 0 || photos.length < fewest) return false
    return open('compare', { photos, active: active && photos.includes(active) ? active : null })
  }
  return { compare, survey }
}
