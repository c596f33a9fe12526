/** The inspector: a column where there is room for one, else a drawer, on phones a sheet from below. */
import { X } from 'lucide-react'
import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { giveFocus, openerNow } from '../ui/focus-back.ts'

interface InspectorDrawerProps {
  readonly open: boolean
  readonly onClose: () => void
  /** What stands below it, whether it is open or not. */
  readonly foot: ReactNode
  readonly children: ReactNode
}

/** Closing gives the focus back to what opened it, unless it went on. The wall beside it stays in use. */
export function InspectorDrawer({ open, onClose, foot, children }: InspectorDrawerProps) {
  const intl = useIntl()
  const drawer = useRef<HTMLElement>(null)
  const close = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!open) return
    const opener = openerNow()
    close.current?.focus()
    const inside = drawer.current
    return () => {
      const held = document.activeElement
      if (held instanceof HTMLElement && inside?.contains(held)) held.blur()
      giveFocus(opener)
    }
  }, [open])
  useEscapeFromAround(open, drawer, onClose)
  return (
    <aside
      ref={drawer}
      className={open ? 'insp open' : 'insp'}
      aria-label={intl.formatMessage({ id: 'desk.inspector' })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open || event.defaultPrevented) return
        event.stopPropagation()
        onClose()
      }}
    >
      <header className="insp-bar">
        <b>
          <FormattedMessage id="desk.inspector" />
        </b>
        <button ref={close} type="button" className="ib" aria-label={intl.formatMessage({ id: 'close' })} onClick={onClose}>
          <X className="i" aria-hidden="true" />
        </button>
      </header>
      <div className="scroll">{children}</div>
      {foot}
    </aside>
  )
}

/** What lies over the drawer has Escape first. */
const above = '[role=dialog][data-state=open], [role=alertdialog][data-state=open], [role=menu], [role=listbox]'

/** Escape closes the drawer wherever the focus is, before the sheet beside it lets go of its photos; inside, what is innermost comes first. */
function useEscapeFromAround(open: boolean, drawer: RefObject<HTMLElement | null>, onClose: () => void): void {
  const latest = useRef(onClose)
  latest.current = onClose
  useEffect(() => {
    if (!open) return
    const listen = (event: KeyboardEvent) => {
      const { current } = drawer
      if (event.key !== 'Escape' || event.defaultPrevented || !current || !(event.target instanceof Node)) return
      const lies = getComputedStyle(current).position !== 'static' && !current.closest('[inert]')
      if (!lies || current.contains(event.target) || document.querySelector(above)) return
      event.preventDefault()
      latest.current()
    }
    document.addEventListener('keydown', listen, true)
    return () => document.removeEventListener('keydown', listen, true)
  }, [open, drawer])
}
