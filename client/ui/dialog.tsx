import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { useIntl } from 'react-intl'
import { useFocusBack } from './focus-back.ts'

interface DialogProps {
  readonly title: string
  readonly lead?: ReactNode
  readonly wide?: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/**
 * A window over the page; on phones a sheet from below. Mounted means open; what has `data-first` has the focus first. Closed, it
 * gives the focus back to what opened it.
 */
export function Dialog({ title, lead, wide = false, onClose, children }: DialogProps) {
  const intl = useIntl()
  const focusBack = useFocusBack()
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="shade" />
        <Radix.Content
          className={wide ? 'dialog wide' : 'dialog'}
          onOpenAutoFocus={(event) => {
            const first = event.target instanceof HTMLElement ? event.target.querySelector<HTMLElement>('[data-first]') : null
            if (!first) return
            event.preventDefault()
            if (first instanceof HTMLInputElement) first.select()
            first.focus()
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            focusBack()
          }}
          {...(lead ? {} : { 'aria-describedby': undefined })}
        >
          <header>
            <Radix.Title asChild>
              <h2>{title}</h2>
            </Radix.Title>
            <Radix.Close className="ib" aria-label={intl.formatMessage({ id: 'close' })}>
              <X className="i" aria-hidden="true" />
            </Radix.Close>
          </header>
          {lead && <Radix.Description className="lead">{lead}</Radix.Description>}
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
