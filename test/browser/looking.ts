/** Looking at a gallery as somebody else, by keys alone: in by a person's door, to somebody else, and back. */
import type { Locator, Page } from 'playwright-core'
import { desk, phone } from './axe.ts'

interface Looked {
  readonly once: (what: string, part?: string) => Promise<void>
  readonly expectFocus: (on: Locator) => Promise<void>
}

export async function looksAs(page: Page, name: string, { once, expectFocus }: Looked): Promise<void> {
  const loupe = await heldBack(page, /loupe-page.*\.js/)
  const door = page.getByRole('button', { name: `View as ${name}` })
  await door.press('Enter')
  const frame = page.frameLocator('iframe')
  const first = frame.locator('[data-photo]').first()
  await first.waitFor()
  // Where the bar has the least room for words.
  await page.setViewportSize(phone)
  await once('what somebody else sees')
  await page.setViewportSize(desk)
  await first.press('p')
  await frame.getByText('nothing you press here is kept').waitFor()
  await first.press('Enter')
  await page.waitForURL(/\/as\/v_[^/]+\/p\//)
  const change = page.getByRole('button', { name: 'Change' })
  await change.press('Enter')
  await page.getByRole('menuitemradio', { name: new RegExp(name), checked: true }).waitFor()
  await once('as whom', '.menu')
  await loupe.letGo()
  const photo = frame.getByRole('main', { name: /PRF_0001/ })
  await photo.waitFor()
  await expectFocus(page.getByRole('menuitemradio', { checked: true }))
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/as\/g_[^/]+\/p\//)
  // The other frame, which hears keys once what it shows has them.
  await page.frameLocator('iframe[src^="/as/g_"]').locator('main:focus').waitFor()
  await page.keyboard.press('Escape')
  await page.waitForURL(/\/as\/g_[^/]+$/)
  await page.keyboard.press('Escape')
  // Whoever came by the person's own door is led back to it, whomever they looked as in the end.
  await page.waitForURL(/\?tab=people$/)
  await expectFocus(door)
}

/** A part of the page that comes only when it is let go, and was asked for by then. */
async function heldBack(page: Page, part: RegExp): Promise<{ letGo(): Promise<void> }> {
  const free = Promise.withResolvers<void>()
  const asked = page.waitForRequest(part)
  await page.route(part, async (route) => {
    await free.promise
    await route.continue()
  })
  return {
    async letGo() {
      await asked
      free.resolve()
    },
  }
}
