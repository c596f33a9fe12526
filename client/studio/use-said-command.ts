import { useIntl } from 'react-intl'
import { toast } from 'sonner'
import type { GalleryCommand } from '../../common/gallery/commands.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { refusalText } from '../ui/refusal-text.ts'

/** Asks the gallery for something; a refusal is said aloud. True when it was done. */
export function useSaidCommand(): (command: GalleryCommand) => Promise<boolean> {
  const intl = useIntl()
  const { actions } = useGallery()
  return async (command) => {
    const answer = await actions.do(command)
    if (!answer.ok) toast(refusalText(answer.refusal, intl))
    return answer.ok
  }
}
