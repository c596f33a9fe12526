/** A gallery of ten thousand photos with twenty people in it, for the true server. */
import sharp from 'sharp'
import * as Y from 'yjs'
import { keysOf } from '../../common/gallery/keys.ts'
import type { Gallery, GalleryRecord, Photo, Scene } from '../../common/gallery/model.ts'
import { type GalleryId, type PhotoId, type SceneId, sheetIdOf, type VersionId } from '../../common/ids.ts'
import { edit } from '../../common/sheet/edit.ts'
import { labels, type Stars } from '../../common/sheet/shape.ts'
import { addLink } from '../helpers/gallery-kit.ts'
import type { LiveClient } from '../helpers/live-client.ts'
import type { Photographer, TestServer } from '../helpers/server.ts'

export const wallPhotos = 10_000
const scenes = 8
const thumbhash = '1QcSHQRnh493V4dIh4eXh1h4kJUI'
const shapes = [
  [3000, 2000],
  [2000, 3000],
  [2400, 2400],
  [3600, 2000],
] as const

export interface WallScenery {
  readonly gallery: GalleryId
  readonly photos: readonly PhotoId[]
}

/** One commit of everything: what is measured is the page, not how the photos came. */
export async function hangWall(server: TestServer, owner: Photographer): Promise<WallScenery> {
  const id = server.dice.id('gallery') as GalleryId
  const at = Date.UTC(2026, 4, 1)
  const rooms = Array.from(
    { length: scenes },
    (_, n): Scene => ({ kind: 'scene', id: server.dice.id('scene') as SceneId, name: `Scene ${n + 1}`, order: n, hiddenFor: [] }),
  )
  const photos = Array.from({ length: wallPhotos }, (_, n) =>
    photoOf(server, { n, at, scene: rooms[Math.floor((n * scenes) / wallPhotos)]?.id as SceneId, owner }),
  )
  const gallery: Gallery = {
    kind: 'gallery',
    id,
    account: owner.account,
    parent: null,
    name: 'Ten thousand',
    status: 'online',
    private: false,
    feedback: 'collaborative',
    rights: {},
    cover: null,
    keys: 'lightroom',
    expiresAt: null,
    createdAt: at,
    createdBy: owner.person,
  }
  const records: readonly GalleryRecord[] = [gallery, ...rooms, ...photos]
  await server.store.streams.commit({
    stream: `gallery:${id}`,
    rev: 1,
    commandId: null,
    command: { type: 'gallery:create' },
    writes: records.map((record) => ({ kind: record.kind, id: record.id, keys: keysOf(record), value: record })),
    by: owner.person,
    at,
  })
  return { gallery: id, photos: photos.map((photo) => photo.id) }
}

function photoOf(server: TestServer, of: { n: number; at: number; scene: SceneId; owner: Photographer }): Photo {
  const { n, at, scene, owner } = of
  const [width, height] = shapes[(n * 7) % shapes.length] ?? shapes[0]
  const capture = {
    takenAt: at + n * 7_000,
    camera: n % 3 === 0 ? 'Nikon Z 9' : 'Canon EOS R5',
    lens: '85 mm',
    exposure: '1/800 f/4 85 mm ISO 640',
    caption: n % 5 === 0 ? `Harbour, early, frame ${n}` : null,
    creator: null,
    copyright: null,
    keywords: [['boats', 'people', 'light', 'detail'][n % 4] ?? 'boats', `roll ${n % 40}`],
  }
  return {
    kind: 'photo',
    id: server.dice.id('photo') as PhotoId,
    scene,
    cameraName: `PRF_${String(n + 1).padStart(5, '0')}.jpg`,
    order: n,
    state: 'ready',
    failure: null,
    versions: [
      { id: server.dice.id('version') as VersionId, n: 1, width, height, thumbhash, bytes: 9_000_000, type: 'image/jpeg', capture, at },
    ],
    hidden: null,
    addedAt: at,
    addedBy: owner.person,
  }
}

/** A rendition as large as most: what a browser has to decode for each frame. */
export function rendition(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 18 } as const
  return sharp({ create: { width: 640, height: 427, channels: 3, background: '#888', noise } })
    .jpeg({ quality: 60 })
    .toBuffer()
}

export interface Crowd {
  /** Marks another photo of somebody's; resolves once it is kept. */
  mark(): Promise<void>
}

/** Twenty people, each with a connection. No pair of person and photo comes twice, so that every push begins at clock 0. */
export async function gatherCrowd(server: TestServer, { gallery, photos }: WallScenery, owner: Photographer): Promise<Crowd> {
  const { token } = await addLink(server, { id: gallery, owner })
  const people = await Promise.all(
    Array.from({ length: 20 }, async (_, n) => sit(server, gallery, (await server.openLink(token, `Guest ${n + 1}`)).cookie)),
  )
  let turn = 0
  return {
    async mark() {
      const n = turn++
      const one = people[n % people.length]
      const photo = photos[(n * 37 + Math.floor(n / photos.length)) % photos.length]
      if (one && photo) await one(photo, n)
    },
  }
}

async function sit(server: TestServer, gallery: GalleryId, cookie: string): Promise<(photo: PhotoId, n: number) => Promise<void>> {
  const live: LiveClient = await server.connect(cookie)
  const joined = await live.join(gallery)
  if (!joined.ok) throw new Error(joined.refusal.code)
  const { sub, clients, me } = joined
  return async (photo, n) => {
    const doc = new Y.Doc()
    doc.clientID = clients.first
    edit(
      doc,
      { type: 'mark:set', flag: n % 3 === 0 ? 'reject' : 'pick', stars: (n % 6) as Stars, label: labels[n % 5] ?? null },
      { person: me.person, key: me.person, at: Date.now() },
    )
    const answer = await live.socket
      .timeout(10_000)
      .emitWithAck('sheet:push', { gallery, sheet: sheetIdOf(photo, 'shared'), sub, bytes: Y.encodeStateAsUpdate(doc) })
    if (!answer.ok) throw new Error(`a mark was refused: ${JSON.stringify(answer)}`)
  }
}
