/** Where the focus was before something opened: there it goes once that is closed. */
import { useCallback, useState } from 'react'
import { heldAround, takeFocus } from './take-focus.ts'

/** What holds the focus when this first renders is taken for what opened it. The focus is left alone if somebody else has it by then. */
export function useFocusBack(): () => void {
  const [opener] = useState(openerNow)
  return useCallback(() => giveFocus(opener), [opener])
}

/** An item of a menu goes with its menu: what opened that stands for it. */
export function openerNow(): HTMLElement | null {
  const held = document.activeElement
  if (!(held instanceof HTMLElement) || held === document.body) return null
  const menu = held.closest('[role="menu"]')
  return (menu && document.getElementById(menu.getAttribute('aria-labelledby') ?? '')) ?? held
}

/** What is gone or not shown any more cannot have it: then the same photo, else the page itself. */
export function giveFocus(opener: HTMLElement | null): void {
  if (heldAround() || (document.activeElement && document.activeElement !== document.body)) return
  const photo = opener?.dataset.photo
  const again = photo === undefined ? null : document.querySelector<HTMLElement>(`[data-photo="${photo}"]`)
  for (const place of [opener, again]) {
    place?.focus({ preventScroll: true })
    if (place && document.activeElement === place) return
  }
  focusPage()
}

/** What the page is about, past its bars; of a page that lies under another, the one above. */
export function focusPage(): void {
  const page = [...document.querySelectorAll<HTMLElement>('main')].find((one) => !one.closest('[inert]'))
  if (!page) return
  if (!page.hasAttribute('tabindex')) page.tabIndex = -1
  takeFocus(page)
}
