/** Headless Chromium for the browser flows: Debian's, or whatever CHROMIUM names. */
import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The browser's path, or null where none is installed. */
export const chromiumPath: string | null = places.find((place) => place !== undefined && existsSync(place)) ?? null

/** Off, as Playwright has them: of several such switches the last counts, so they are told again. */
const asPlaywright = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
]
/** Parts of the browser's own window that are made ahead for every context, seen by nobody: a third of its work here. */
const windowParts = ['PreloadTopChromeWebUI', 'WebUIOmniboxPopup', 'WebUIOmniboxFullPopup', 'WebUIOmniboxAimPopup']

export function launchChromium(): Promise<Browser> {
  if (chromiumPath === null) throw new Error('no Chromium: install it or set CHROMIUM to its path')
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disable-features=${[...asPlaywright, ...windowParts].join(',')}`,
    ],
  })
}

/** How many times slower pages think than this machine does. */
const slower = Number(process.env.SLOWER ?? 1)

export interface Someone {
  readonly page: Page
  readonly context: BrowserContext
  /** What the browser complained about: errors on the console and pages that threw. */
  readonly complaints: readonly string[]
}

interface Size {
  readonly width: number
  readonly height: number
}

/** A person with a browser of their own: no cookie, no storage shared with anybody. Without `worker` nothing is kept for the time without a connection. */
export async function someone(browser: Browser, size: Size, { worker = false } = {}): Promise<Someone> {
  const phone = size.width < 700
  const serviceWorkers = worker ? 'allow' : 'block'
  const context = await browser.newContext({
    serviceWorkers,
    viewport: size,
    isMobile: phone,
    hasTouch: phone,
    reducedMotion: 'reduce',
    locale: 'en-GB',
  })
  // Below jest's own limit, so that a step that does not come says which one it was.
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  if (slower > 1) await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slower })
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`threw: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`)
  })
  return { page, context, complaints }
}
