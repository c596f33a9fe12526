/** When what has the focus leaves the page or is switched off, a keyboard goes on from what stands nearest, not from nowhere. */
import { giveFocus } from './focus-back.ts'

/** Milliseconds in which whoever knows better (a dialog that closes, a page that opens) may place the focus. */
const waits = 100
/** Milliseconds in which what was switched off while it was busy comes back. */
const busy = 800
const tabbable = 'a[href], button, input, textarea, select, [tabindex="0"]'

interface Step {
  readonly parent: Element
  readonly index: number
}

/** The way from an element up to the page, with its place among its siblings at every step. */
function wayUp(element: Element): readonly Step[] {
  const parent = element.parentElement
  return parent ? [{ parent, index: [...parent.children].indexOf(element) }, ...wayUp(parent)] : []
}

/** Words that took the place of what was pressed, and say what came of it. */
function saidInstead(way: readonly Step[]): HTMLElement | null {
  const left = way.find(({ parent }) => parent.isConnected)
  const place = left?.parent.children[left.index]
  return place instanceof HTMLElement && place.matches('[data-instead]') ? place : null
}

/** What stands where it stood, else before it, within the innermost surroundings that are left; null beyond a landmark. */
function nearest(way: readonly Step[]): HTMLElement | null {
  for (const { parent, index } of way) {
    if (!parent.isConnected) continue
    if (parent.querySelector('main') || parent.closest('[inert]')) return null
    const grid = parent.querySelector<HTMLElement>('[role="grid"] [tabindex="0"]')
    if (grid) return grid
    const all = [...parent.querySelectorAll<HTMLElement>(tabbable)].filter(reachable)
    const place = parent.children[index]
    const next = all.find((one) => place && (place.contains(one) || follows(place, one)))
    const found = next ?? all.at(-1)
    if (found) return found
    if (parent.matches('main, header, nav, aside, [role="dialog"]')) return null
  }
  return null
}

const follows = (before: Element, one: Element): boolean => (before.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0

function reachable(element: HTMLElement): boolean {
  const shown = typeof element.checkVisibility !== 'function' || element.checkVisibility()
  return shown && element.tabIndex >= 0 && !element.matches(':disabled, [inert] *')
}

/** Taken away, or under a page that lies over it. */
const gone = (element: Element): boolean => !element.isConnected || element.closest('[inert]') !== null

/** Gone, or switched off: a browser takes the focus from both. */
const lost = (element: Element): boolean => gone(element) || element.matches(':disabled')

function focusOn(element: Element): void {
  if (element instanceof HTMLElement) element.focus({ preventScroll: true })
}

/** For keys alone: a finger or a mouse has its place by itself, and a field would call up a phone's keyboard. */
export function keepFocus(page: Document): () => void {
  let by: 'key' | 'pointer' = 'pointer'
  let last: { readonly element: Element; readonly way: readonly Step[] } | null = null
  let waiting: ReturnType<typeof setTimeout> | undefined
  let off: ReturnType<typeof setTimeout> | undefined
  const keyed = () => {
    by = 'key'
  }
  const pointed = () => {
    by = 'pointer'
  }
  const focused = ({ target }: FocusEvent) => {
    if (target instanceof Element) last = { element: target, way: wayUp(target) }
  }
  const place = () => {
    waiting = undefined
    if (!last || page.activeElement !== page.body) return
    if (!lost(last.element)) return focusOn(last.element)
    const near = saidInstead(last.way) ?? nearest(last.way)
    if (near) near.focus({ preventScroll: true })
    else giveFocus(null)
  }
  const changed = () => {
    if (by !== 'key' || !last) return
    const { element } = last
    if (gone(element)) waiting ??= setTimeout(place, waits)
    else if (element.matches(':disabled')) off ??= setTimeout(afterBusy, busy)
    else if (off !== undefined) {
      clearTimeout(off)
      afterBusy()
    }
  }
  const afterBusy = () => {
    off = undefined
    place()
  }
  const observer = new MutationObserver(changed)
  observer.observe(page.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] })
  page.addEventListener('keydown', keyed, true)
  page.addEventListener('pointerdown', pointed, true)
  page.addEventListener('focusin', focused)
  return () => {
    observer.disconnect()
    clearTimeout(waiting)
    clearTimeout(off)
    page.removeEventListener('keydown', keyed, true)
    page.removeEventListener('pointerdown', pointed, true)
    page.removeEventListener('focusin', focused)
  }
}
