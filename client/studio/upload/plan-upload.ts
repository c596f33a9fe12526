/** What a drop becomes: scenes for folders, new photos, and new versions of photos of the same camera file name. Pure. */
import type { PhotoId, SceneId } from '../../../common/ids.ts'
import type { SeenPhoto, SeenScene } from '../../../common/visibility/seen.ts'
import { byName, type FoundFile, looksLikePicture } from './read-drop.ts'

export interface UploadPlan {
  readonly scenes: readonly { readonly id: SceneId; readonly name: string; readonly order: number }[]
  readonly photos: readonly { readonly id: PhotoId; readonly scene: SceneId; readonly cameraName: string; readonly order: number }[]
  readonly files: readonly { readonly photo: PhotoId; readonly file: File }[]
  /** Names of files that are no pictures. */
  readonly left: readonly string[]
}
export interface PlanAsk {
  readonly found: readonly FoundFile[]
  readonly scenes: readonly SeenScene[]
  readonly photos: readonly SeenPhoto[]
  /** Where files without a folder go. */
  readonly scene: SceneId
  readonly mintScene: () => SceneId
  readonly mintPhoto: () => PhotoId
}

const same = (a: string, b: string) => a.localeCompare(b, undefined, { sensitivity: 'accent' }) === 0
const highest = (orders: readonly number[]) => orders.reduce((most, order) => Math.max(most, order), 0)

export function planUpload({ found, scenes, photos, scene, mintScene, mintPhoto }: PlanAsk): UploadPlan {
  const pictures = found.filter(({ file }) => looksLikePicture(file)).sort(byName)
  const left = found.filter(({ file }) => !looksLikePicture(file) && !file.name.startsWith('.')).map(({ file }) => file.name)
  const plan = {
    scenes: [] as UploadPlan['scenes'][number][],
    photos: [] as UploadPlan['photos'][number][],
    files: [] as UploadPlan['files'][number][],
  }
  const known = new Map(photos.map((photo) => [photo.cameraName, photo.id]))
  const orders = new Map<SceneId, number>()
  const nextOrder = (id: SceneId) => {
    const next = (orders.get(id) ?? highest(photos.filter((photo) => photo.scene === id).map((photo) => photo.order))) + 1
    orders.set(id, next)
    return next
  }
  const sceneOf = (folder: string | null): SceneId => {
    if (folder === null) return scene
    const there = [...scenes, ...plan.scenes].find((one) => same(one.name, folder))
    if (there) return there.id
    const made = { id: mintScene(), name: folder.slice(0, 120), order: highest([...scenes, ...plan.scenes].map((one) => one.order)) + 1 }
    plan.scenes.push(made)
    return made.id
  }
  for (const { file, folder } of pictures) {
    const before = known.get(file.name)
    if (before) {
      plan.files.push({ photo: before, file })
      continue
    }
    const into = sceneOf(folder)
    const photo = { id: mintPhoto(), scene: into, cameraName: file.name, order: nextOrder(into) }
    known.set(file.name, photo.id)
    plan.photos.push(photo)
    plan.files.push({ photo: photo.id, file })
  }
  return { ...plan, left }
}
