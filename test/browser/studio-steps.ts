/** What a photographer does on the studio's pages, by role and name. */
import type { Page } from 'playwright-core'

export interface LinkWish {
  readonly role: 'Main client' | 'Invited' | 'Guest link'
  readonly label: string
  /** Scenes to choose; all if absent. */
  readonly scenes?: readonly string[]
}

export async function signUp(page: Page, url: string, name: string): Promise<void> {
  await page.goto(`${url}/sign-up`)
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Name of your studio').fill(`Studio ${name}`)
  await page.getByLabel('E-mail').fill(`${name.toLowerCase().replaceAll(' ', '.')}@example.com`)
  await page.getByLabel('Password').fill('a long enough password')
  await page.getByRole('button', { name: 'Open the studio' }).click()
  await page.getByRole('heading', { name: 'The table is empty' }).waitFor()
}

export async function makeGallery(page: Page, name: string, scenes: readonly [string, ...string[]]): Promise<void> {
  await page.getByRole('button', { name: 'New gallery' }).last().click()
  await page.getByRole('dialog').getByLabel('Name').fill(name)
  for (const [i, scene] of scenes.entries()) {
    if (i > 0) await page.getByRole('button', { name: 'Another scene' }).click()
    await page.getByRole('textbox', { name: `Scene ${i + 1}` }).fill(scene)
  }
  await page.getByRole('button', { name: 'Make the gallery' }).click()
  await page.waitForURL(/\/g\//)
}

/** Makes a link in the share dialog and returns its address. */
export async function share(page: Page, wish: LinkWish): Promise<string> {
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: wish.role, exact: true }).click()
  await dialog.getByLabel('Called').fill(wish.label)
  if (wish.scenes) {
    const all = dialog.getByRole('checkbox', { name: 'All, also those added later' })
    if (await all.isChecked()) await all.click()
    for (const box of await dialog.locator('.two-columns').getByRole('checkbox').all()) {
      const named = await box.evaluate((element) => document.querySelector(`label[for="${element.id}"]`)?.textContent ?? '')
      if ((await box.isChecked()) !== wish.scenes.includes(named)) await box.click()
    }
  }
  await dialog.getByRole('button', { name: 'Make the link' }).click()
  const address = await page.getByLabel('Address of the link').inputValue()
  await page.getByRole('button', { name: 'Done' }).click()
  return address
}

/** Opens a link as somebody new, whose name is asked once. */
export async function enter(page: Page, address: string, name: string): Promise<void> {
  await page.goto(address)
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Open the gallery' }).click()
  await page.waitForURL(/\/g\//)
}

/** Saved views are offered while the desk is filtered; afterwards everything hangs there again. */
export async function withSavedViews(page: Page, look: () => Promise<void>): Promise<void> {
  const red = page.getByRole('button', { name: 'red', exact: true })
  const views = page.getByRole('button', { name: 'Saved views' })
  await red.press('Enter')
  await views.click()
  // By a click: a menu that opens may still be placing the focus, and a key would choose what has it.
  await page.getByRole('menuitem', { name: 'Save this view' }).click()
  await page.getByRole('dialog', { name: 'Saved views' }).waitFor()
  await look()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await red.press('Enter')
  await views.waitFor({ state: 'detached' })
}
