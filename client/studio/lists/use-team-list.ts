import { useIntl } from 'react-intl'
import { toast } from 'sonner'
import type { PhotoId } from '../../../common/ids.ts'
import { useChoosing } from '../../lists/choosing.tsx'

/** Into the studio's own current list, or out of it, said aloud: the desk's wall shows no list. False when there is none. */
export function useTeamList(): (photos: readonly PhotoId[]) => boolean {
  const intl = useIntl()
  const { current, choose } = useChoosing()
  return (photos) => {
    const before = current?.photos.length ?? 0
    if (!current || !choose(photos)) return false
    const mine = photos.every((photo) => current.pickers.has(photo))
    const n = mine ? before - photos.length : before + photos.filter((photo) => !current.pickers.has(photo)).length
    toast(intl.formatMessage({ id: 'lists.now' }, { list: current.selection.name, n }), { id: `list-${current.selection.id}` })
    return true
  }
}
