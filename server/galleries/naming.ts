/** What entries of history speak of, by name, for a page that does not hold the gallery. Only for viewers who were told the entries. */
import type { GalleryState, Photo } from '../../common/gallery/model.ts'
import type { HistoryEntry } from '../../common/history/entry.ts'
import type { CommentId, PersonId } from '../../common/ids.ts'
import type { NamedPhoto, SpokenOf } from '../../common/protocol/studio-now.ts'

/** Photos named of one entry: the others are counted. */
const photosNamed = 1

export function namedPhoto({ id, cameraName, versions }: Photo): NamedPhoto {
  const version = versions.at(-1)
  return {
    photo: id,
    cameraName,
    picture: version?.thumbhash
      ? { version: version.id, width: version.width, height: version.height, thumbhash: version.thumbhash }
      : null,
  }
}

export function namesIn(state: GalleryState, entries: readonly HistoryEntry[], words: Readonly<Record<CommentId, string>>): SpokenOf {
  const ids = (field: string) =>
    new Set(entries.flatMap(({ act }) => (field in act ? ((act as unknown as Record<string, string>)[field] ?? []) : [])))
  const named = <One>(field: string, records: ReadonlyMap<string, One>, nameOf: (one: One) => string): Record<string, string> =>
    Object.fromEntries(
      [...ids(field)].flatMap((id) => {
        const record = records.get(id)
        return record ? [[id, nameOf(record)]] : []
      }),
    )
  const people = new Set<PersonId>([...entries.flatMap(({ by }) => by ?? []), ...([...ids('person')] as PersonId[])])
  const photos = new Set(entries.flatMap((entry) => entry.photos.slice(0, photosNamed)))
  return {
    people: Object.fromEntries([...people].flatMap((id) => (state.guests.has(id) ? [[id, state.guests.get(id)?.name ?? '']] : []))),
    photos: [...photos].flatMap((id) => {
      const photo = state.photos.get(id)
      return photo ? namedPhoto(photo) : []
    }),
    lists: named('selection', state.selections, ({ name }) => name),
    scenes: named('scene', state.scenes, ({ name }) => name),
    links: named('link', state.links, ({ label }) => label),
    words,
  }
}
