/** The upload queue of the gallery around this component; it goes on when the desk is left. */
import { useCallback, useSyncExternalStore } from 'react'
import type { GalleryId, PhotoId, SceneId } from '../../../common/ids.ts'
import type { Refusal } from '../../../common/result.ts'
import { expectShape } from '../../contact-sheet/expected-shapes.ts'
import type { GalleryActions, GalleryView } from '../../gallery/gallery-view.ts'
import { newId } from '../../net/new-id.ts'
import { headBytes, shapeOf } from './picture-shape.ts'
import { planUpload, type UploadPlan } from './plan-upload.ts'
import type { FoundFile } from './read-drop.ts'
import { UploadQueue } from './upload-queue.ts'

const queues = new Map<GalleryId, UploadQueue>()
/** Photos announced by one command. */
const batch = 200

function queueOf(gallery: GalleryId): UploadQueue {
  const there = queues.get(gallery)
  if (there) return there
  const made = new UploadQueue(gallery)
  queues.set(gallery, made)
  return made
}

/** So that the frames of what is announced have the shape they will have. A file that cannot be read is told of when it is sent. */
async function expectShapes(files: UploadPlan['files']): Promise<void> {
  const read = async ({ photo, file }: UploadPlan['files'][number]) => {
    const head = await file
      .slice(0, headBytes)
      .arrayBuffer()
      .catch(() => null)
    const shape = head && shapeOf(new Uint8Array(head))
    if (shape) expectShape(photo, shape)
  }
  await Promise.all(files.map(read))
}

export interface Added {
  readonly refusal: Refusal | null
  readonly left: readonly string[]
}

export function useUploads(gallery: GalleryId) {
  const queue = queueOf(gallery)
  const progress = useSyncExternalStore(queue.subscribe, queue.progress)
  const add = useCallback(
    async (found: readonly FoundFile[], scene: SceneId, view: GalleryView & { readonly actions: GalleryActions }): Promise<Added> => {
      const plan = planUpload({
        found,
        scenes: view.scenes,
        photos: view.photos,
        scene,
        mintScene: () => newId<SceneId>('scene'),
        mintPhoto: () => newId<PhotoId>('photo'),
      })
      const { actions } = view
      for (const made of plan.scenes) {
        const answer = await actions.do({ type: 'scene:add', ...made })
        if (!answer.ok) return { refusal: answer.refusal, left: plan.left }
      }
      const announced = new Set(plan.photos.map((photo) => photo.id))
      queue.add(plan.files.filter(({ photo }) => !announced.has(photo)))
      for (let i = 0; i < plan.photos.length; i += batch) {
        const photos = plan.photos.slice(i, i + batch)
        const ids = new Set(photos.map((photo) => photo.id))
        const files = plan.files.filter(({ photo }) => ids.has(photo))
        await expectShapes(files)
        const answer = await actions.do({ type: 'photo:add', photos })
        if (!answer.ok) return { refusal: answer.refusal, left: plan.left }
        queue.add(files)
      }
      return { refusal: null, left: plan.left }
    },
    [queue],
  )
  return { queue, progress, add }
}
