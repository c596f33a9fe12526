/** Pictures fetched lately, so that what was fetched ahead is shown in the first frame. */

/** Decoded pictures kept: a few around the open one. */
const keptPictures = 16

interface Coming {
  readonly image: HTMLImageElement
  readonly waiting: Set<{ readonly here: (image: HTMLImageElement) => void; readonly failed: () => void }>
}

const kept = new Map<string, HTMLImageElement>()
const coming = new Map<string, Coming>()

/** The picture, if it is here. */
export const readyPicture = (url: string): HTMLImageElement | null => kept.get(url) ?? null

/** Fetches it once, however many ask. Returns how to stop waiting: what nobody waits for is cancelled. */
export function fetchPicture(url: string, here: (image: HTMLImageElement) => void, failed: () => void): () => void {
  const ready = kept.get(url)
  if (ready) {
    keep(url, ready)
    here(ready)
    return () => undefined
  }
  const one = coming.get(url) ?? begin(url)
  const waiter = { here, failed }
  one.waiting.add(waiter)
  return () => {
    one.waiting.delete(waiter)
    if (one.waiting.size > 0 || coming.get(url) !== one) return
    coming.delete(url)
    one.image.onload = null
    one.image.onerror = null
    one.image.removeAttribute('src')
  }
}

function begin(url: string): Coming {
  const image = new Image()
  const one: Coming = { image, waiting: new Set() }
  coming.set(url, one)
  image.decoding = 'async'
  image.onload = () => {
    coming.delete(url)
    keep(url, image)
    for (const { here } of one.waiting) here(image)
  }
  image.onerror = () => {
    coming.delete(url)
    for (const { failed } of one.waiting) failed()
  }
  image.src = url
  return one
}

function keep(url: string, image: HTMLImageElement): void {
  kept.delete(url)
  kept.set(url, image)
  const oldest = kept.size > keptPictures ? kept.keys().next().value : undefined
  if (oldest !== undefined) kept.delete(oldest)
}
