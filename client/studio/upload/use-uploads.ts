/** The upload queue of the gallery around this component; it goes on when the desk is left. */
import { useCallback, useSyncExternalStore } from 'react'
import type { GalleryId, PhotoId, SceneId } from '../../../common/ids.ts'
import type { Refusal } from '../../../common/result.ts'
import type { GalleryActions, GalleryView } from '../../gallery/gallery-view.ts'
import { newId } from '../../net/new-id.ts'
import { planUpload } from './plan-upload.ts'
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
        const answer = await actions.do({ type: 'photo:add', photos })
        if (!answer.ok) return { refusal: answer.refusal, left: plan.left }
        const ids = new Set(photos.map((photo) => photo.id))
        queue.add(plan.files.filter(({ photo }) => ids.has(photo)))
      }
      return { refusal: null, left: plan.left }
    },
    [queue],
  )
  return { queue, progress, add }
}
