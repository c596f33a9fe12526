/** The one question before any file of a picture leaves: may this person see this version now? */
import type { Request } from 'express'
import type { GalleryId, PersonId, PhotoId, VersionId } from '../../common/ids.ts'
import { isStaff } from '../../common/visibility/see.ts'
import type { Subject } from '../../common/visibility/view-as.ts'
import type { Galleries } from '../galleries/api.ts'
import type { Log } from '../log.ts'
import type { Files, Tiles } from '../ports.ts'

export interface PicturesDeps {
  readonly galleries: Pick<Galleries, 'state' | 'viewer' | 'maySee'>
  readonly files: Files
  readonly tiles: Tiles
  readonly person: (req: Request) => PersonId | null
  readonly log: Log
}

/** Who asks, and as whom they look; null as themselves. */
export interface Asker {
  readonly person: PersonId
  readonly as: Subject | null
}

export interface Picture {
  readonly path: string
  readonly type: string
  readonly etag: string
  /** Null for what is shown in the page. */
  readonly saveAs: string | null
}

export interface VersionAsk {
  readonly gallery: GalleryId
  readonly photo: PhotoId
  readonly version: VersionId
}

/** A version somebody may see; null alike for what is missing and what they may not. */
export async function shownVersion({ galleries }: Pick<PicturesDeps, 'galleries'>, { person, as }: Asker, ask: VersionAsk) {
  const { gallery, photo, version } = ask
  if (!(await galleries.maySee(person, gallery, photo, as ?? undefined))) return null
  const state = await galleries.state(gallery)
  const viewer = await galleries.viewer(person, gallery, as ?? undefined)
  const shown = state?.photos.get(photo)
  const kept = shown?.versions.find(({ id }) => id === version)
  if (!state || !viewer || !shown || !kept || (kept.thumbhash === null && !isStaff(viewer))) return null
  return { state, viewer, shown, kept }
}
