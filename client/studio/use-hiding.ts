import { useIntl } from 'react-intl'
import { toast } from 'sonner'
import type { PhotoId } from '../../common/ids.ts'
import { useGallery } from '../gallery/use-gallery.tsx'

/** Hides photos from whoever is no main client, and says so: one may have meant others. */
export function useHiding(): (photos: readonly PhotoId[]) => void {
  const intl = useIntl()
  const { actions } = useGallery()
  return (photos) => {
    const n = photos.length
    actions.hide(photos)
    toast(intl.formatMessage({ id: 'hide.done' }, { n }), {
      id: 'hidden',
      description: intl.formatMessage({ id: 'hide.done.more' }, { n }),
      action: { label: intl.formatMessage({ id: 'keys.undo' }), onClick: () => actions.show(photos) },
    })
  }
}
