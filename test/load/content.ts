/** The same feedback for every server: on each photo a mark and a comment, by twenty people in turn. */
import * as Y from 'yjs'
import type { CommentId, PersonId } from '../../common/ids.ts'
import { edit } from '../../common/sheet/edit.ts'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import { id, photo, scene, version } from '../helpers/gallery-house.ts'
import { comment } from './words.ts'

export const authors = 20
export const authorOf = (n: number): number => (n % authors) + 1

/** What stands on a photo: mostly marked, with every mark there is, and written about. */
const markOf = (n: number) => ({
  flag: ([null, 'pick', 'pick', 'reject'] as const)[n % 4] ?? null,
  label: ([null, 'red', 'green', null, 'blue'] as const)[n % 5] ?? null,
  stars: ([0, 1, 2, 3, 4, 5] as const)[n % 6] ?? 0,
  favourite: n % 7 === 0,
})

/** One sheet as its own document, written under this client id. */
export function sheetContent(n: number, person: PersonId, client: number, at: number): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = client
  const who = { person, key: person, at }
  edit(doc, { type: 'mark:set', ...markOf(n) }, who)
  const said = { id: id<CommentId>('comment', n), body: comment(n), parent: null, place: null, version: null, drawing: null, mentions: [] }
  edit(doc, { type: 'comment:add', ...said }, who)
  return Y.encodeStateAsUpdate(doc)
}

const capture = { takenAt: null, camera: null, lens: null, exposure: null, caption: null, creator: null, copyright: null, keywords: [] }

/** A photo as a guest of our server is told of it. */
function seenPhoto(n: number): SeenPhoto {
  const versions = [{ id: version(n), n: 1, width: 3000, height: 2000, thumbhash: 'AAAA', capture }]
  const shown = { scene: scene(1), cameraName: `CAM_${n}_.jpg`, order: n, state: 'ready', addedAt: 1_800_000_000_000 } as const
  return { kind: 'photo', id: photo(n), ...shown, versions }
}

/** Everything in one document, as rooms of a stock server hold it: the same values under one root for each photo. */
export function oneDocument(doc: Y.Doc, sheets: number): void {
  const writers = Array.from({ length: authors }, (_, n) => {
    const own = new Y.Doc()
    own.clientID = 1_000 + n
    return own
  })
  // Ours says at the join which photos there are; so does theirs.
  for (let n = 1; n <= sheets; n++) doc.getMap('photos').set(photo(n), seenPhoto(n))
  for (let n = 1; n <= sheets; n++) {
    const own = writers[authorOf(n) - 1]
    const person = id<PersonId>('visitor', authorOf(n))
    own?.transact(() => {
      const root = own.getMap(`photo ${n}`)
      root.set(`mark ${person}`, { ...markOf(n), by: person, at: 1_800_000_000_000 })
      const fields = { author: person, at: 1_800_000_000_000, parent: null, body: new Y.Text(comment(n)), place: null, drawing: null }
      root.set(id('comment', n), new Y.Map(Object.entries(fields)))
    })
  }
  for (const own of writers) Y.applyUpdate(doc, Y.encodeStateAsUpdate(own))
}
