/** The way to the service worker. There is none in development, in old browsers and on plain http beyond this machine. */
import type { WorkerMessage } from './worker-messages.ts'

/** Once the page stands: the worker fetches the whole program, and must not be in anybody's way. */
export function startWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  // The first visit counts as well: its pictures came before the worker did.
  if (!navigator.serviceWorker.controller) navigator.serviceWorker.addEventListener('controllerchange', tellVisited, { once: true })
  const start = () => void navigator.serviceWorker.register('/worker.js', { scope: '/', updateViaCache: 'none' }).catch(() => undefined)
  if (document.readyState === 'complete') start()
  else window.addEventListener('load', start, { once: true })
}

function tellVisited(): void {
  const urls = performance.getEntriesByType('resource').map(({ name }) => name)
  tellWorker({ type: 'visited', urls: urls.filter((url) => new URL(url).pathname.startsWith('/media/')) })
}

export function tellWorker(message: WorkerMessage): void {
  navigator.serviceWorker?.ready.then(({ active }) => active?.postMessage(message)).catch(() => undefined)
}
