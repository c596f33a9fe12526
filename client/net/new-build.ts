/** A newer build of the program serves this browser while this page is still of the one before. */

/** Milliseconds between two looks. */
const seldom = 60_000

const listeners = new Set<() => void>()
let ready = false
let looked = Number.NEGATIVE_INFINITY

export const isNewBuildReady = (): boolean => ready

export function onNewBuild(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Not now: nothing is said until the next build. */
export const later = (): void => say(false)

/** From now on. Whoever had no worker yet gets their first one, which is of this page's own build. */
export function awaitNewBuild(workers: ServiceWorkerContainer): void {
  let had = workers.controller !== null
  workers.addEventListener('controllerchange', () => {
    if (had) say(true)
    had = true
  })
}

/** The server was away and is back: perhaps it was updated. A page that stays open for days would never learn it otherwise. */
export function lookForNewBuild(): void {
  if (!globalThis.navigator?.serviceWorker?.controller || performance.now() - looked < seldom) return
  looked = performance.now()
  void navigator.serviceWorker.ready.then((registration) => registration.update()).catch(() => undefined)
}

function say(value: boolean): void {
  ready = value
  for (const listener of listeners) listener()
}
