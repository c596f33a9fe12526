/** Originals and renditions, each asked for anew: a photo hidden a moment ago is gone for those it was hidden from. */
import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { galleryId, type PersonId, photoId, versionId } from '../../common/ids.ts'
import { renditionEdges } from '../../common/limits.ts'
import { routes } from '../../common/protocol/http.ts'
import { may } from '../../common/visibility/rights.ts'
import { isStaff } from '../../common/visibility/see.ts'
import type { Galleries } from '../galleries/api.ts'
import type { Log } from '../log.ts'
import type { Files } from '../ports.ts'
import { sendRefusal } from './answers.ts'
import { originalName } from './original-name.ts'

export interface PicturesDeps {
  readonly galleries: Pick<Galleries, 'state' | 'viewer' | 'maySee'>
  readonly files: Files
  readonly person: (req: Request) => PersonId | null
  readonly log: Log
}

const original = 'original'
const rangeNotThere = 416
const sizes = ['original', ...renditionEdges.map((edge) => String(edge))] as const
const asked = z.object({
  gallery: galleryId,
  photo: photoId,
  version: versionId,
  size: z.enum(sizes).transform((size) => renditionEdges.find((edge) => String(edge) === size) ?? original),
})
type Asked = z.infer<typeof asked>

export function picturesRouter(deps: PicturesDeps): Router {
  const router = Router()
  router.get(routes.picture, async (req, res) => {
    const read = asked.safeParse(req.params)
    const person = deps.person(req)
    const found = read.success && person ? await findPicture(deps, person, read.data) : null
    if (!found) return sendRefusal(res, { code: 'not-found' })
    await send(res, found)
  })
  return router
}

interface Picture {
  readonly path: string
  readonly type: string
  readonly etag: string
  /** Null for what is shown in the page. */
  readonly saveAs: string | null
}

/** Null alike for what is missing and what this person may not have. */
async function findPicture({ galleries, files }: PicturesDeps, person: PersonId, ask: Asked): Promise<Picture | null> {
  const { gallery, photo, version, size } = ask
  if (!(await galleries.maySee(person, gallery, photo))) return null
  const state = await galleries.state(gallery)
  const viewer = await galleries.viewer(person, gallery)
  const shown = state?.photos.get(photo)
  const kept = shown?.versions.find(({ id }) => id === version)
  if (!state || !viewer || !shown || !kept || (kept.thumbhash === null && !isStaff(viewer))) return null
  const etag = `"${version}-${size}"`
  if (size === original) {
    if (!may(viewer, state, 'download')) return null
    return { path: files.originalPath(photo, version), type: kept.type, etag, saveAs: originalName(shown, kept) }
  }
  return { path: files.renditionPath(photo, version, size), type: 'image/jpeg', etag, saveAs: null }
}

/** Versions never change, so that asking again costs a 304; `no-cache` makes the browser ask each time. */
async function send(res: Response, { path, type, etag, saveAs }: Picture): Promise<void> {
  res.set({ 'Cache-Control': 'private, no-cache', 'Content-Type': type, ETag: etag, 'X-Content-Type-Options': 'nosniff' })
  if (saveAs !== null) res.attachment(saveAs).type(type)
  await new Promise<void>((resolve, reject) => {
    res.sendFile(path, { cacheControl: false, lastModified: false, dotfiles: 'allow' }, (fault) => {
      if (!fault) return resolve()
      if (res.headersSent) return resolve()
      const status = 'status' in fault ? fault.status : null
      if (status !== 404 && status !== rangeNotThere) return reject(fault)
      for (const header of ['ETag', 'Content-Disposition']) res.removeHeader(header)
      if (status === 404) sendRefusal(res, { code: 'not-found' })
      else res.status(rangeNotThere).end()
      resolve()
    })
  })
}
