/** Photos by what they are called and what their captions and keywords say, in everything somebody may enter. */
import { hasWords, wordsIn } from '../../common/gallery/find-words.ts'
import type { GalleryState, Photo } from '../../common/gallery/model.ts'
import { photosInOrder } from '../../common/gallery/order.ts'
import type { GalleryId, PersonId } from '../../common/ids.ts'
import type { FoundIn, FoundPhoto } from '../../common/protocol/http.ts'
import { canEnter, eyesOf } from '../../common/visibility/see.ts'
import { namedPhoto } from '../galleries/naming.ts'
import { galleriesOf } from './cards.ts'
import type { PeopleDeps } from './deps.ts'

/** Photos shown of each gallery, and galleries shown: beyond that one goes there. */
const photosShown = 8
const galleriesShown = 40

type Deps = Pick<PeopleDeps, 'store' | 'galleries'>

/** The gallery with the most finds first. Counts and finds are of what this person sees. */
export async function searchPhotos(deps: Deps, person: PersonId, text: string): Promise<readonly FoundIn[]> {
  const words = wordsIn(text)
  if (words.length === 0) return []
  const found: FoundIn[] = []
  for (const gallery of await galleriesOf(deps, person)) {
    const one = await searchIn(deps, { person, gallery, words })
    if (one) found.push(one)
  }
  return found.sort((a, b) => b.count - a.count || (a.gallery < b.gallery ? -1 : 1)).slice(0, galleriesShown)
}

interface SearchIn {
  readonly person: PersonId
  readonly gallery: GalleryId
  readonly words: readonly string[]
}

async function searchIn({ galleries }: Deps, { person, gallery, words }: SearchIn): Promise<FoundIn | null> {
  const state = await galleries.state(gallery)
  const viewer = await galleries.viewer(person, gallery)
  if (!state || !viewer || !canEnter(viewer, state)) return null
  const eyes = eyesOf(viewer, state)
  const photos = [...state.photos.values()].filter((photo) => eyes.photo(photo) && hasWords(photo, words))
  if (photos.length === 0) return null
  const first = photosInOrder(photos, state.scenes.values()).slice(0, photosShown)
  return { gallery, name: state.gallery.name, count: photos.length, photos: first.map((photo) => foundPhoto(state, photo)) }
}

const foundPhoto = (state: GalleryState, photo: Photo): FoundPhoto => ({
  ...namedPhoto(photo),
  scene: state.scenes.get(photo.scene)?.name ?? '',
})
