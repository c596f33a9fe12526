/** Waiting for what comes by itself, and what a picture says about itself. */
import type { Locator, Page } from 'playwright-core'

/** Milliseconds after which something waited for will not come. */
const patience = 30_000

export async function until<T>(read: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  const end = Date.now() + patience
  for (;;) {
    const value = await read()
    if (holds(value)) return value
    if (Date.now() > end) throw new Error(`still ${JSON.stringify(value)}`)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

export const picture = (page: Page, name: string): Locator => page.getByRole('img', { name, exact: true })

/** Words that describe a picture: who marked it, and how. */
export const says = (page: Page, name: string): Promise<string> =>
  picture(page, name)
    .first()
    .evaluate((image) =>
      (image.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' '),
    )
