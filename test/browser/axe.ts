/** What axe finds wrong on a page as it stands, WCAG 2.2 A and AA, and the gallery whose screens it looks over. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { type Photographer, startServer, type TestServer } from '../helpers/server.ts'
import { type Scenery, scenery } from '../helpers/store-room.ts'
import { launchChromium, type Someone } from './chromium.ts'
import { type BuiltPages, buildPages } from './pages.ts'
import { command } from './scenery.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

export const desk = { width: 1440, height: 900 }
export const phone = { width: 390, height: 844 }

export type Theme = 'light' | 'dark'

/** One line for each element that breaks a rule: `rule at selector: why`. */
export async function violationsOn(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(rules).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id} at ${target.join(' ')}: ${failureSummary.split('\n').slice(1).join(';').trim()}`),
  )
}

/** The same page in its other theme, without loading it again. */
export async function inTheme(page: Page, theme: Theme): Promise<void> {
  await page.evaluate((chosen) => {
    localStorage.setItem('proofroom:theme', chosen)
    document.documentElement.dataset.theme = chosen
  }, theme)
}

/** What is wrong on one screen: in these themes on a desk, then on a phone. */
export async function lookedOver(page: Page, screen: string, themes: readonly Theme[]): Promise<readonly string[]> {
  const wrong: string[] = []
  const look = async (where: string) => wrong.push(...(await violationsOn(page)).map((line) => `${screen}, ${where}: ${line}`))
  for (const theme of themes) {
    await inTheme(page, theme)
    await look(theme)
  }
  await page.setViewportSize(phone)
  await look('phone')
  await page.setViewportSize(desk)
  return wrong
}

/** A screen that is there: the first thing of this role and name stands on it. */
export async function openAt({ page }: Someone, url: string, role: Parameters<Page['getByRole']>[0], name: string | RegExp): Promise<Page> {
  await page.goto(url)
  await page.getByRole(role, { name }).first().waitFor()
  return page
}

export interface AxeRoom {
  readonly pages: BuiltPages
  readonly server: TestServer
  readonly chromium: Browser
  readonly owner: Photographer
  readonly made: Scenery
}

/** A gallery of six photos, the last of them hidden, in which people see each other's marks. */
export async function openRoom(): Promise<AxeRoom> {
  const pages = await buildPages()
  const server = await startServer({ pages: pages.folder })
  const chromium = await launchChromium()
  const owner = await server.signUp('Ada Brandt')
  const made = await scenery(server, owner, { photos: 6, feedback: 'collaborative' })
  await command(server, owner, { gallery: made.gallery, command: { type: 'photo:hide', photos: made.photos.slice(5) } })
  return { pages, server, chromium, owner, made }
}

export async function closeRoom(room: AxeRoom): Promise<void> {
  await room.chromium.close()
  await room.server.stop()
  room.pages.remove()
}
