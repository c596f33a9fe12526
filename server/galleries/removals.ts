/** Photos that left their gallery, for whoever keeps something of them elsewhere. */
import type { Photo } from '../../common/gallery/model.ts'
import type { Perform, PhotosRemoved } from './api.ts'
import type { OpenGallery } from './open-gallery.ts'

export class Removals {
  readonly #listeners = new Set<PhotosRemoved>()

  listen(listener: PhotosRemoved): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** To be run in the gallery's turn: performs, then tells what is no longer there, whoever removed it. */
  async around<T>(open: OpenGallery, { command }: Perform, performing: () => Promise<T>): Promise<T> {
    if (command.type !== 'photo:remove') return performing()
    const asked: readonly Photo[] = command.photos.flatMap((id) => open.state.photos.get(id) ?? [])
    const performed = await performing()
    const gone = asked.filter(({ id }) => !open.state.photos.has(id))
    if (gone.length > 0) for (const listener of this.#listeners) listener(gone)
    return performed
  }
}
