import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { useIntl } from 'react-intl'
import { useFocusBack } from '../ui/focus-back.ts'

/** A column over the right edge of the page; on phones a sheet from below. Mounted means open; closed, it gives the focus back. */
export function Panel({
  title,
  onClose,
  children,
}: {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const intl = useIntl()
  const focusBack = useFocusBack()
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="shade" />
        <Radix.Content
          className="acts-panel"
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            focusBack()
          }}
        >
          <header>
            <Radix.Title asChild>
              <h2>{title}</h2>
            </Radix.Title>
            <Radix.Close className="ib" aria-label={intl.formatMessage({ id: 'close' })}>
              <X className="i" aria-hidden="true" />
            </Radix.Close>
          </header>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
