/** The way to the service worker. There is none in development, in old browsers and on plain http beyond this machine. */
import { awaitNewBuild } from './new-build.ts'
import type { WorkerMessage } from './worker-messages.ts'

/** Once the page stands: the worker fetches the whole program, and must not be in anybody's way. */
export function startWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  // The first visit counts as well: its pictures came before the worker did.
  if (!navigator.serviceWorker.controller) navigator.serviceWorker.addEventListener('controllerchange', tellVisited, { once: true })
  awaitNewBuild(navigator.serviceWorker)
  const start = () => void navigator.serviceWorker.register('/worker.js', { scope: '/', updateViaCache: 'none' }).catch(() => undefined)
  if (document.readyState === 'complete') start()
  else window.addEventListener('load', start, { once: true })
}

/** Also those that were under way when the worker came: they end past it. */
function tellVisited(): void {
  const past = (entry: PerformanceEntry) =>
    'workerStart' in entry && entry.workerStart === 0 && new URL(entry.name).pathname.startsWith('/media/')
  const tell = (entries: readonly PerformanceEntry[]) => {
    const urls = entries.filter(past).map(({ name }) => name)
    if (urls.length > 0) tellWorker({ type: 'visited', urls })
  }
  new PerformanceObserver((list) => tell(list.getEntries())).observe({ type: 'resource', buffered: true })
}

export function tellWorker(message: WorkerMessage): void {
  navigator.serviceWorker?.ready.then(({ active }) => active?.postMessage(message)).catch(() => undefined)
}
