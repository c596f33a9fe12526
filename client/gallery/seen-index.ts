/** What is seen, put in the order screens need. */
import type { PhotoId, SceneId } from '../../common/ids.ts'
import type { Mine } from '../../common/visibility/mine.ts'
import type {
  Seen,
  SeenGrant,
  SeenLink,
  SeenPerson,
  SeenPhoto,
  SeenScene,
  SeenSelection,
  SeenSubmission,
  SeenView,
} from '../../common/visibility/seen.ts'
import type { SeenSessionRecord } from '../../common/visibility/session-seen.ts'
import type { GalleryView } from './gallery-view.ts'
import { sessionViewOf } from './session-view.ts'

/** Hidden or shown by this page, not confirmed yet. */
export type HiddenOverlay = ReadonlyMap<PhotoId, SeenPhoto['hidden']>

export type SeenIndex = Pick<
  GalleryView,
  | 'gallery'
  | 'scenes'
  | 'photos'
  | 'photosOf'
  | 'photoById'
  | 'people'
  | 'links'
  | 'grants'
  | 'table'
  | 'selections'
  | 'submissions'
  | 'views'
>

const inOrder = (a: { order: number; id: string }, b: { order: number; id: string }) => a.order - b.order || (a.id < b.id ? -1 : 1)

export function indexSeen(seen: Seen, overlay: HiddenOverlay, mine: Mine): SeenIndex {
  let gallery: GalleryView['gallery'] = null
  const scenes: SeenScene[] = []
  const photos: SeenPhoto[] = []
  const people = new Map<SeenPerson['id'], SeenPerson>()
  const links: SeenLink[] = []
  const grants: SeenGrant[] = []
  const table: SeenSessionRecord[] = []
  const selections: SeenSelection[] = []
  const views: SeenView[] = [...mine.views]
  const submissions = new Map<string, SeenSubmission>()
  for (const record of seen.values()) {
    if (record.kind === 'gallery') gallery = record
    else if (record.kind === 'scene') scenes.push(record)
    else if (record.kind === 'photo') photos.push(overlaid(record, overlay))
    else if (record.kind === 'person') people.set(record.id, record)
    else if (record.kind === 'link') links.push(record)
    else if (record.kind === 'grant') grants.push(record)
    else if (record.kind === 'selection') selections.push(record)
    else if (record.kind === 'submission') submissions.set(record.id, record)
    else if (record.kind === 'view') views.push(record)
    else table.push(record)
  }
  scenes.sort(inOrder)
  const photosOf = new Map<SceneId, SeenPhoto[]>(scenes.map(({ id }) => [id, []]))
  for (const photo of photos.sort(inOrder)) photosOf.get(photo.scene)?.push(photo)
  links.sort((a, b) => a.createdAt - b.createdAt)
  const photoById = new Map(photos.map((photo) => [photo.id, photo]))
  return {
    gallery,
    scenes,
    photos: [...photosOf.values()].flat(),
    photosOf,
    photoById,
    people,
    links,
    grants,
    table: sessionViewOf(table, mine, photoById),
    selections: selections.sort(inOrder),
    submissions,
    views: views.sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1)),
  }
}

function overlaid(photo: SeenPhoto, overlay: HiddenOverlay): SeenPhoto {
  const hidden = overlay.get(photo.id)
  return hidden === undefined ? photo : { ...photo, hidden }
}
