/** Asks once before what cannot be taken back. The focus begins at what changes nothing. */
import type { ReactNode } from 'react'
import { FormattedMessage } from 'react-intl'
import { Dialog } from './dialog.tsx'
import { useOnce } from './use-once.ts'

interface SureDialogProps {
  readonly title: string
  readonly lead: ReactNode
  /** What it is called to go on. */
  readonly go: ReactNode
  readonly onGo: () => Promise<unknown>
  readonly onClose: () => void
}

export function SureDialog({ title, lead, go, onGo, onClose }: SureDialogProps) {
  const once = useOnce(onGo)
  return (
    <Dialog title={title} lead={lead} onClose={onClose}>
      <div className="foot">
        <button type="button" className="btn line" data-first onClick={onClose}>
          <FormattedMessage id="cancel" />
        </button>
        <button type="button" className="btn solid" onClick={() => void once()}>
          {go}
        </button>
      </div>
    </Dialog>
  )
}
