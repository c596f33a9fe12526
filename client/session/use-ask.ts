import { useCallback } from 'react'
import { useIntl } from 'react-intl'
import { toast } from 'sonner'
import type { SessionCommand } from '../../common/gallery/session-commands.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { refusalText } from '../ui/refusal-text.ts'

/** Asks for something at the table; a refusal is said. True when it was done. */
export function useAsk(): (command: SessionCommand) => Promise<boolean> {
  const intl = useIntl()
  const { actions } = useGallery()
  return useCallback(
    async (command) => {
      const answer = await actions.do(command)
      if (!answer.ok) toast(refusalText(answer.refusal, intl))
      return answer.ok
    },
    [actions, intl],
  )
}
