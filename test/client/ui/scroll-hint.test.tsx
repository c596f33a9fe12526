import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { act, cleanup, render, screen } from '@testing-library/react'
import { useScrollHint } from '../../../client/ui/use-scroll-hint.ts'

/** What jsdom does not lay out: tabs of one width in a bar of 390 pixels. */
let tab = 60
let resized: (() => void)[] = []
const own = { scrollWidth: () => tab * 6, clientWidth: () => 390, offsetWidth: () => tab }

beforeEach(() => {
  tab = 60
  resized = []
  for (const [name, get] of Object.entries(own)) Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get })
  const observer = class {
    constructor(changed: () => void) {
      resized = [changed]
    }
    observe = () => undefined
    disconnect = () => undefined
  }
  Object.assign(globalThis, { ResizeObserver: observer })
})
afterEach(() => {
  cleanup()
  for (const name of Object.keys(own)) Reflect.deleteProperty(HTMLElement.prototype, name)
})

function Bar({ current }: { readonly current: number }) {
  const ref = useScrollHint<HTMLDivElement>()
  return (
    <div ref={ref} role="toolbar">
      {[0, 1, 2, 3, 4, 5].map((n) => (
        <a key={n} href={`#${n}`} aria-current={n === current} ref={(link) => place(link, n)}>
          {n}
        </a>
      ))}
    </div>
  )
}
function place(link: HTMLElement | null, n: number): void {
  if (link) link.getBoundingClientRect = () => ({ left: n * tab - bar().scrollLeft }) as DOMRect
}
const bar = () => screen.getByRole('toolbar')
const more = () => ['data-before', 'data-after'].filter((name) => bar().hasAttribute(name))
const grow = (to: number) =>
  act(() => {
    tab = to
    for (const changed of resized) changed()
  })

test('[REACH-20] where all has room there is nothing to hint at', () => {
  render(<Bar current={5} />)
  expect([more(), bar().scrollLeft]).toEqual([[], 0])
})

test('[REACH-20] it is shown on which side there is more, and what is current is in the middle, as far as that goes', () => {
  tab = 100
  const { rerender } = render(<Bar current={0} />)
  act(() => void bar().dispatchEvent(new Event('scroll')))
  expect(bar().scrollLeft + 390).toBeLessThan(600)
  expect(more()).toContain('data-after')
  rerender(<Bar current={3} />)
  act(() => void bar().dispatchEvent(new Event('scroll')))
  expect([bar().scrollLeft, more()]).toEqual([155, ['data-before', 'data-after']])
})

test('[REACH-20] letters that came late leave what is current in sight', () => {
  render(<Bar current={4} />)
  expect(bar().scrollLeft).toBe(0)
  grow(100)
  expect(bar().scrollLeft).toBe(255)
  bar().scrollLeft = 20
  grow(100)
  expect(bar().scrollLeft).toBe(20)
})
