/** Who stands at this door, and may they come in. All answers come from `identify`, `galleries` and `common/visibility`. */
import type { IncomingMessage } from 'node:http'
import type { GalleryState } from '../../common/gallery/model.ts'
import { type Audience, type GalleryId, galleryId, type PersonId, type PhotoId, parseSheetId, type SheetId } from '../../common/ids.ts'
import { done, type Result, refuse } from '../../common/result.ts'
import { canEnter } from '../../common/visibility/see.ts'
import { readsSheet } from '../../common/visibility/sheets.ts'
import type { Viewer } from '../../common/visibility/viewer.ts'
import type { YjsDeps } from './deps.ts'

/** Where a connection wants to be. */
export interface Asked {
  readonly gallery: GalleryId
  readonly sheet: SheetId
  readonly photo: PhotoId
  readonly audience: Audience
}
export interface Guest {
  readonly person: PersonId
  readonly name: string
  /** Null where no session is: visitors. */
  readonly session?: string | null
}
/** How somebody stands to the sheet right now. */
export interface Standing {
  readonly viewer: Viewer
  readonly state: GalleryState
}

const doorPath = '/yjs/'

export const isOurs = (request: IncomingMessage): boolean => request.url?.startsWith(doorPath) ?? false

/** `/yjs/<photo>/<audience>`. `?gallery=<gallery>` spares looking it up. */
export async function askedIn(deps: Pick<YjsDeps, 'galleryOf'>, url: URL): Promise<Asked | null> {
  const place = parseSheetId(decoded(url.pathname.slice(doorPath.length)))
  if (!place) return null
  const named = url.searchParams.get('gallery')
  const gallery = galleryId.safeParse(named ?? (await deps.galleryOf?.(place.photo)))
  return gallery.success ? { ...place, gallery: gallery.data, sheet: `${place.photo}/${place.audience}` } : null
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return ''
  }
}

export async function guestOf(deps: YjsDeps, at: { request: IncomingMessage; url: URL; asked: Asked }): Promise<Result<Guest>> {
  const { request, url, asked } = at
  const token = url.searchParams.get('token')
  if (token !== null) {
    const pass = deps.tokens?.open(token)
    return pass && pass.gallery === asked.gallery && pass.sheet === asked.sheet ? done(pass) : refuse('sign-in-needed')
  }
  // A page of another site could use the cookie of whoever visits it.
  if (!deps.allowedOrigin(request)) return refuse('wrong-origin')
  const guest = await deps.identify(request)
  return guest ? done(guest) : refuse('sign-in-needed')
}

/** Missing and forbidden look the same. */
export async function standingOf({ galleries }: Pick<YjsDeps, 'galleries'>, person: PersonId, asked: Asked): Promise<Result<Standing>> {
  const viewer = await galleries.viewer(person, asked.gallery)
  const state = await galleries.state(asked.gallery)
  if (!viewer || !state || !canEnter(viewer, state)) return refuse('not-found')
  const photo = state.photos.get(asked.photo)
  if (!photo || !readsSheet(viewer, state, photo, asked.audience)) return refuse('not-found')
  return done({ viewer, state })
}
