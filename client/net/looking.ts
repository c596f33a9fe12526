/**
 * Whether this page looks at a gallery as somebody else. Its address says so, and it stays so as long as the page stands: everything below
 * `/as/<subject>` is what that person sees. The server asks of each thing whether that may be.
 */
import { asName } from '../../common/protocol/as-name.ts'
import type { Subject } from '../../common/visibility/view-as.ts'

const lookingAt = /^\/as\/([uvlg]_[A-Za-z0-9]{20})(?=\/)/

/** Null in every other page. */
export const lookingAs: Subject | null = (lookingAt.exec(globalThis.location?.pathname ?? '')?.[1] ?? null) as Subject | null

/** What all addresses of this page begin with. */
export const pageBase: string = lookingAs === null ? '' : `/as/${lookingAs}`

/** An address of the server, asked for as whom one looks. */
export const asked = (address: string): string =>
  lookingAs === null ? address : `${address}${address.includes('?') ? '&' : '?'}${asName}=${lookingAs}`

export const pathOf = (subject: Subject, path: string): string => `/as/${subject}${path}`

/** The page around what is looked at: `/as/<subject>/g/<gallery>/…` stands in `/g/<gallery>/as/<subject>/…`. */
export function aroundPath({ pathname, search }: Pick<Location, 'pathname' | 'search'>): string {
  return pathname.replace(/^\/as\/([^/]+)\/g\/([^/]+)/, '/g/$2/as/$1') + search
}

/** Where one is, as the person sees it in their own browser. */
export const ownAddress = ({ origin, pathname, search, hash }: Location): string => origin + pathname.slice(pageBase.length) + search + hash
