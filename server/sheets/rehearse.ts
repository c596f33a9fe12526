/** Pushes to a scratch sheet that nobody keeps: the first ones of a process cost several times as much as the later ones. */
import * as Y from 'yjs'
import type { GalleryState, Photo } from '../../common/gallery/model.ts'
import { noRecords } from '../../common/gallery/state.ts'
import { type GalleryId, idBodyLength, type PersonId, type PhotoId, prefixes, type SceneId, sheetIdOf } from '../../common/ids.ts'
import { edit } from '../../common/sheet/edit.ts'
import { HotSheet } from './hot-sheet.ts'

const pushes = 1_000
/** Pushes between two looks at whatever else is waiting. */
const atOnce = 50

const scratch = (prefix: string) => `${prefix}_${'0'.repeat(idBodyLength)}`
const person = scratch(prefixes.user) as PersonId
const gallery = scratch(prefixes.gallery) as GalleryId
const photo = scratch(prefixes.photo) as PhotoId
const scene = scratch(prefixes.scene) as SceneId

export async function rehearse(now: number): Promise<void> {
  const state = scratchState()
  const viewer = { person, gallery, staff: { owner: true, write: true, settings: true, inScope: true }, grants: [] }
  const sheet = sheetIdOf(photo, `person:${person}`)
  const hot = new HotSheet(sheet, 1, [])
  const doc = new Y.Doc({ guid: sheet })
  doc.clientID = 1
  const sent: Uint8Array[] = []
  doc.on('update', (bytes: Uint8Array) => sent.push(bytes))
  for (let i = 0; i < pushes; i++) {
    edit(doc, { type: 'mark:set', stars: i % 2 === 0 ? 5 : 0 }, { person, key: person, at: now })
    for (const bytes of sent.splice(0)) {
      const push = { sheet, viewer, state, connection: 'scratch', bytes, catchUp: false }
      hot.push({ push, now, full: false, owns: (client) => client === 1 })
    }
    if (i % atOnce === 0) await new Promise((resolve) => setImmediate(resolve))
  }
}

function scratchState(): GalleryState {
  const only: Photo = {
    kind: 'photo',
    id: photo,
    scene,
    cameraName: '',
    order: 0,
    state: 'ready',
    failure: null,
    versions: [],
    hidden: null,
    addedAt: 0,
    addedBy: person,
  }
  return {
    ...noRecords,
    gallery: {
      kind: 'gallery',
      id: gallery,
      account: scratch(prefixes.account) as GalleryState['gallery']['account'],
      parent: null,
      name: '',
      status: 'online',
      private: false,
      feedback: 'private',
      rights: {},
      cover: null,
      keys: 'simple',
      expiresAt: null,
      createdAt: 0,
      createdBy: person,
    },
    scenes: new Map([[scene, { kind: 'scene', id: scene, name: '', order: 0, hiddenFor: [] }]]),
    photos: new Map([[photo, only]]),
  }
}
