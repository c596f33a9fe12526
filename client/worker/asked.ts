/** What a request is to the worker, by its address alone. Whatever is not named here goes to the network and is never kept. */
export interface PictureAddress {
  readonly gallery: string
  readonly photo: string
}

export type Asked =
  /** A page of the client: any address that is not the server's own. */
  | { readonly type: 'page' }
  /** A built file; its name is a hash of its content. */
  | { readonly type: 'part' }
  | ({ readonly type: 'picture' } & PictureAddress)
  /** Who this browser is, as the server says. */
  | { readonly type: 'me' }
  /** After this, this browser may be somebody else. */
  | { readonly type: 'entrance'; readonly leaves: boolean }
  | { readonly type: 'other' }

const picture = /^\/media\/([^/]+)\/([^/]+)\/[^/]+\/(?:320|640|1280|2560|tile\/\d+\/\d+\/\d+)$/
/** The server's own addresses: never answered with a page of the client. */
const serversOwn = /^\/(api|media|live|yjs|sign-in\/.+|assets\/.+)(\/|$)/
const entrances = /^\/api\/(sign-in|sign-up|sign-out|links\/open|galleries\/[^/]+\/enter)$/

export function askedOf(
  { url, method, mode }: { readonly url: string; readonly method: string; readonly mode: string },
  origin: string,
): Asked {
  const address = new URL(url)
  if (address.origin !== origin) return { type: 'other' }
  const { pathname } = address
  if (method === 'POST' && entrances.test(pathname)) return { type: 'entrance', leaves: pathname === '/api/sign-out' }
  if (method !== 'GET') return { type: 'other' }
  if (mode === 'navigate') {
    if (pathname.startsWith('/sign-in/')) return { type: 'entrance', leaves: false }
    return serversOwn.test(pathname) ? { type: 'other' } : { type: 'page' }
  }
  if (pathname.startsWith('/assets/') || pathname === '/icon.svg') return { type: 'part' }
  if (pathname === '/api/me') return { type: 'me' }
  const [, gallery, photo] = picture.exec(pathname) ?? []
  return gallery && photo && address.search === '' ? { type: 'picture', gallery, photo } : { type: 'other' }
}

export type Verdict = 'keep' | 'drop' | 'leave' | 'away'

/**
 * What an answer of the server means for what is kept of a picture. `drop`: it is out of sight. `away`: the server is not there,
 * and what is kept stands in for it.
 */
export function verdictOn(status: number, whole: boolean): Verdict {
  if (status === 200) return whole ? 'keep' : 'leave'
  if (status === 502 || status === 503 || status === 504) return 'away'
  return status === 401 || status === 403 || status === 404 || status === 410 || status === 451 ? 'drop' : 'leave'
}
