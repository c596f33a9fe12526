import { useIntl } from 'react-intl'
import { toast } from 'sonner'
import type { PhotoId } from '../../../common/ids.ts'
import { useChoosing } from '../../lists/choosing.tsx'

/** Into the studio's own current list, or out of it, said aloud: the desk's wall shows no list. False when there is none. */
export function useTeamList(): (photos: readonly PhotoId[]) => boolean {
  const intl = useIntl()
  const { current, choose, holds } = useChoosing()
  return (photos) => {
    if (!current || !choose(photos)) return false
    if (current.lock !== null) return true
    // What somebody else of the studio chose too stays in it.
    const chosenBy = (photo: PhotoId) => current.pickers.get(photo)?.length ?? 0
    const comes = photos.filter((photo) => chosenBy(photo) === 0).length
    const goes = holds(photos) ? photos.filter((photo) => chosenBy(photo) === 1).length : 0
    const n = current.photos.length + comes - goes
    toast(intl.formatMessage({ id: 'lists.now' }, { list: current.selection.name, n }), { id: `list-${current.selection.id}` })
    return true
  }
}
