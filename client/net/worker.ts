/** The way to the service worker. There is none in development, in old browsers and on plain http beyond this machine. */
import type { WorkerMessage } from './worker-messages.ts'

/** Once the page stands: the worker fetches the whole program, and must not be in anybody's way. */
export function startWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const start = () => void navigator.serviceWorker.register('/worker.js', { scope: '/', updateViaCache: 'none' }).catch(() => undefined)
  if (document.readyState === 'complete') start()
  else window.addEventListener('load', start, { once: true })
}

export function tellWorker(message: WorkerMessage): void {
  navigator.serviceWorker?.ready.then(({ active }) => active?.postMessage(message)).catch(() => undefined)
}
