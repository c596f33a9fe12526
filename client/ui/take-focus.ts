/** A page that stands in a frame takes no focus from the page around it: a menu that is open there would lose its keys. */

/** What takes it once somebody comes in; the last one that asked. */
let waiting: HTMLElement | null = null

/** At once, but where the page around holds the focus: then when it comes in here, unless something else was meant by it. */
export function takeFocus(element: HTMLElement | null | undefined, options: FocusOptions = { preventScroll: true }): void {
  if (!element) return
  if (!heldAround()) {
    element.focus(options)
    return
  }
  if (waiting === null) window.addEventListener('focus', cameIn, { once: true })
  waiting = element
}

function cameIn(): void {
  const element = waiting
  waiting = null
  if (element?.isConnected && document.activeElement === document.body) element.focus({ preventScroll: true })
}

/** By something beside the frame this page stands in. */
export function heldAround(): boolean {
  const frame = window.frameElement
  return frame?.ownerDocument.activeElement?.contains(frame) === false
}
