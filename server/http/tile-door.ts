/** Squares of an original at its own pixels. Whoever sees the photo and may see originals gets them; see decision 0040. */
import { z } from 'zod'
import { isTile } from '../../common/gallery/tiles.ts'
import { galleryId, photoId, versionId } from '../../common/ids.ts'
import { done, type Result } from '../../common/result.ts'
import { may } from '../../common/visibility/rights.ts'
import { type Asker, type Picture, type PicturesDeps, shownVersion } from './shown-version.ts'

/** Tiles of 300 megapixels stay far below. */
const place = z
  .string()
  .regex(/^(0|[1-9]\d{0,3})$/)
  .transform(Number)
const asked = z.object({ gallery: galleryId, photo: photoId, version: versionId, level: place, column: place, row: place })

type Asked = z.infer<typeof asked>
type TileDeps = Pick<PicturesDeps, 'galleries' | 'tiles'>

/** Null alike for what is missing, malformed or not for this person; a refusal only for who may have it. */
export async function tileOf(deps: TileDeps, asker: Asker, params: unknown): Promise<Result<Picture> | null> {
  const read = asked.safeParse(params)
  if (!read.success || !(await mayHave(deps, asker, read.data))) return null
  const { photo, version, level, column, row } = read.data
  const path = await deps.tiles.find({ photo, version, at: { level, column, row }, by: asker.person })
  // Cutting takes a moment: what was hidden meanwhile is not given away.
  if (!(await mayHave(deps, asker, read.data))) return null
  if (!path.ok) return path
  return done({ path: path.value, type: 'image/jpeg', etag: `"${version}-tile-${level}-${column}-${row}"`, saveAs: null })
}

async function mayHave(deps: TileDeps, asker: Asker, ask: Asked): Promise<boolean> {
  const found = await shownVersion(deps, asker, ask)
  return found !== null && may(found.viewer, found.state, 'download', 'view') && isTile(found.kept, ask)
}
