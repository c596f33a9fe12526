/** How large what one presses is on a page as it stands: WCAG 2.5.8 asks for 24 pixels or room around, we ask for 44 under a finger. */
import type { Page } from 'playwright-core'

export const underFinger = 44
export const anywhere = 24

/** One line for each control that is smaller; with 24, only where another one is too near. Links within a sentence are as high as it. */
export async function tooSmall(page: Page, least: typeof underFinger | typeof anywhere): Promise<readonly string[]> {
  return page.evaluate(smallOn, [least, anywhere] as const)
}

/** Runs in the page. */
function smallOn([least, spaced]: readonly [number, number]): readonly string[] {
  const controls = 'a[href], button, input, textarea, select, [role=button], [role=slider], [role=switch], [role=checkbox], [role=radio]'
  const seen = (element: Element) =>
    !element.matches(':disabled') &&
    !element.closest('[inert], [aria-hidden=true], .sr, .skip') &&
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  const inSentence = (element: Element) =>
    getComputedStyle(element).display === 'inline' && (element.parentElement?.textContent ?? '') !== element.textContent
  /** As far as a press counts: what lies around a small icon may belong to it. */
  const reach = (element: Element, x: number, y: number, dx: number, dy: number): number => {
    let far = 0
    while (far < least && element.contains(document.elementFromPoint(x + dx * (far + 1), y + dy * (far + 1)))) far++
    return far
  }
  const measured = (element: Element) => {
    const label = (element instanceof HTMLInputElement || element instanceof HTMLButtonElement) && element.labels?.[0]
    const box = (label || element).getBoundingClientRect()
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
    const wide = () => reach(element, x, y, -1, 0) + reach(element, x, y, 1, 0) + 1
    const high = () => reach(element, x, y, 0, -1) + reach(element, x, y, 0, 1) + 1
    const width = box.width < least ? Math.max(box.width, wide()) : box.width
    const height = box.height < least ? Math.max(box.height, high()) : box.height
    return { element, x, y, width, height, small: width < least - 0.6 || height < least - 0.6 }
  }
  const all = [...document.querySelectorAll(controls)].filter((one) => seen(one) && !inSentence(one)).map(measured)
  type Target = (typeof all)[number]
  const crowded = (one: Target) =>
    all.some((other) => {
      if (other.element === one.element) return false
      const dx = Math.max(0, Math.abs(other.x - one.x) - (other.small ? spaced / 2 : other.width / 2))
      const dy = Math.max(0, Math.abs(other.y - one.y) - (other.small ? spaced / 2 : other.height / 2))
      return Math.hypot(dx, dy) < spaced / 2
    })
  const name = ({ element }: Target) => (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)
  return all
    .filter((one) => one.width > 0 && one.height > 0 && one.small && (least > spaced || crowded(one)))
    .map((one) => `${one.element.tagName.toLowerCase()} “${name(one)}” is ${Math.round(one.width)} by ${Math.round(one.height)}`)
}
