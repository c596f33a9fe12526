/** Originals, renditions and tiles, each asked for anew: a photo hidden a moment ago is gone for those it was hidden from. */
import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { galleryId, photoId, versionId } from '../../common/ids.ts'
import { renditionEdges } from '../../common/limits.ts'
import { routes } from '../../common/protocol/http.ts'
import { may } from '../../common/visibility/rights.ts'
import { sendRefusal } from './answers.ts'
import { lookingAs } from './only-looking.ts'
import { originalName } from './original-name.ts'
import { type Asker, type Picture, type PicturesDeps, shownVersion } from './shown-version.ts'
import { tileOf } from './tile-door.ts'

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
    const asker = askerOf(deps, req)
    const found = read.success && asker ? await findPicture(deps, asker, read.data) : null
    if (!found) return sendRefusal(res, { code: 'not-found' })
    await send(res, found)
  })
  router.get(routes.tile, async (req, res) => {
    const asker = askerOf(deps, req)
    const found = asker ? await tileOf(deps, asker, req.params) : null
    if (!found) return sendRefusal(res, { code: 'not-found' })
    if (!found.ok) return sendRefusal(res, found.refusal)
    await send(res, found.value)
  })
  return router
}

function askerOf(deps: PicturesDeps, req: Request): Asker | null {
  const person = deps.person(req)
  const as = lookingAs(req)
  return person && as !== undefined ? { person, as } : null
}

/** Null alike for what is missing and what this person may not have. */
async function findPicture(deps: PicturesDeps, asker: Asker, ask: Asked): Promise<Picture | null> {
  const { photo, version, size } = ask
  const { files } = deps
  const found = await shownVersion(deps, asker, ask)
  if (!found) return null
  const { state, viewer, shown, kept } = found
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
      // Whoever leafs on lets go of pictures under way.
      if (res.headersSent || ('code' in fault && fault.code === 'ECONNABORTED')) return resolve()
      const status = 'status' in fault ? fault.status : null
      if (status !== 404 && status !== rangeNotThere) return reject(fault)
      for (const header of ['ETag', 'Content-Disposition']) res.removeHeader(header)
      if (status === 404) sendRefusal(res, { code: 'not-found' })
      else res.status(rangeNotThere).end()
      resolve()
    })
  })
}
