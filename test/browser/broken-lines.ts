/** A browser's live connections, which can be cut and mended while its pages and pictures still come. */
import type { BrowserContext, WebSocketRoute } from 'playwright-core'

export interface Line {
  cut(): Promise<void>
  /** The browsers say that they are online again, as they do. */
  mend(): Promise<void>
}

/** Call it before any page connects. */
export async function lineOf(context: BrowserContext): Promise<Line> {
  const standing = new Set<WebSocketRoute>()
  let whole = true
  await context.routeWebSocket(/\/live/, async (route) => {
    if (!whole) return route.close()
    standing.add(route)
    route.connectToServer()
  })
  return {
    async cut() {
      whole = false
      for (const route of standing) await route.close()
      standing.clear()
    },
    async mend() {
      whole = true
      for (const page of context.pages()) await page.evaluate(() => window.dispatchEvent(new Event('online')))
    },
  }
}
