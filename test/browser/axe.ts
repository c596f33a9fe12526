/** What axe finds wrong on a page as it stands, WCAG 2.2 A and AA, and the gallery whose screens it looks over. */
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { newId } from '../../client/net/new-id.ts'
import type { PhotoId, SelectionId, VersionId } from '../../common/ids.ts'
import { PostBox } from '../helpers/post-box.ts'
import { noCapture } from '../helpers/sample-gallery.ts'
import { type Photographer, startServer, type TestServer } from '../helpers/server.ts'
import { type Scenery, scenery } from '../helpers/store-room.ts'
import { launchChromium, type Someone } from './chromium.ts'
import { type BuiltPages, buildPages } from './pages.ts'
import { command } from './scenery.ts'
import { anywhere, tooSmall } from './targets.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

export const desk = { width: 1440, height: 900 }
export const phone = { width: 390, height: 844 }

export type Theme = 'light' | 'dark'

/** One line for each element that breaks a rule: `rule at selector: why`. `part`: a menu holds the focus and hides the rest, which axe does not know. */
export async function violationsOn(page: Page, part = 'html'): Promise<readonly string[]> {
  // Once for a page: reading axe in takes longer than looking.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(
    async ([within, runOnly]) => {
      const { axe } = window as unknown as { readonly axe: typeof import('axe-core') }
      const { violations } = await axe.run(within, { runOnly: [...runOnly], resultTypes: ['violations'], preload: false })
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(
          ({ target, failureSummary = '' }) => `${id} at ${target.join(' ')}: ${failureSummary.split('\n').slice(1).join(';').trim()}`,
        ),
      )
    },
    [part, rules] as const,
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
  wrong.push(...(await tooSmall(page, anywhere)).map((line) => `${screen}, phone: ${line}`))
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
  const server = await startServer({ pages: pages.folder, post: new PostBox() })
  const chromium = await launchChromium()
  const owner = await server.signUp('Ada Brandt')
  const made = await scenery(server, owner, { photos: 6, feedback: 'collaborative' })
  await command(server, owner, { gallery: made.gallery, command: { type: 'photo:hide', photos: made.photos.slice(5) } })
  return { pages, server, chromium, owner, made }
}

/** The photographer asks everybody for one or two photos. */
export async function askForPhotos({ server, owner, made }: AxeRoom): Promise<SelectionId> {
  const id = newId<SelectionId>('selection')
  const who = { roles: ['mainClient' as const], links: [], persons: [] }
  const request = { min: 1, max: 2, deadline: null, closes: false, note: 'The cover, please', who }
  await command(server, owner, { gallery: made.gallery, command: { type: 'selection:add', id, name: 'Almanac', order: 1, request } })
  return id
}

/** Another version of a photo, smaller than the first. */
export async function addVersion({ server, made: { gallery } }: AxeRoom, photo: PhotoId): Promise<void> {
  const version = newId<VersionId>('version')
  const facts = { photo, version, width: 1500, height: 1000, capture: noCapture }
  for (const command of [
    { type: 'photo:kept', ...facts, bytes: 1000, fileType: 'image/jpeg' },
    { type: 'photo:ready', ...facts, thumbhash: '' },
  ] as const)
    await server.galleries.perform({ gallery, by: null, commandId: null, command })
}

export async function closeRoom(room: AxeRoom): Promise<void> {
  await room.chromium.close()
  await room.server.stop()
  room.pages.remove()
}

/** Types into the palette that is open, until it lists a comment that says so. */
export async function searched(page: Page, words: string): Promise<void> {
  await page.getByRole('combobox').fill(words)
  const comments = page.getByRole('group', { name: 'Comments' })
  await comments.getByRole('option', { name: new RegExp(words) }).waitFor()
}
