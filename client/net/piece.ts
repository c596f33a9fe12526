/** Pieces of the program that are fetched when they are needed. */

const key = 'proofroom:loaded-anew'
/** Milliseconds in which a second failure is not an update's doing. */
const once = 60_000
/** Milliseconds between two looks whether the server is back. */
const lookAgainAfter = 1_000

/**
 * A piece that does not come is never the end of the page: without a connection the page waits for one, and then it is loaded anew,
 * as is a page from before an update, whose pieces are no longer there. Rejects only if that was tried a moment ago.
 */
export async function piece<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (fault) {
    while (!(await serverAnswers())) await new Promise((later) => setTimeout(later, lookAgainAfter))
    const last = Number(window.sessionStorage.getItem(key) ?? 0)
    if (Math.abs(Date.now() - last) < once) throw fault
    window.sessionStorage.setItem(key, String(Date.now()))
    window.location.reload()
    return new Promise(() => {})
  }
}

/** Fetches a piece that nobody waits for yet, so that it is there also without a connection. */
export function fetchAhead(load: () => Promise<unknown>): void {
  void load().catch(() => undefined)
}

const serverAnswers = (): Promise<boolean> =>
  fetch('/', { method: 'HEAD', cache: 'no-store' }).then(
    () => true,
    () => false,
  )
