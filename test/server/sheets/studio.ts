/** A gallery, people and sheets for tests: real journal, fake clock and dice. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as Y from 'yjs'
import { type ClientRole, clientRoles, type GalleryState, type Photo, type Rights } from '../../../common/gallery/model.ts'
import { type Claim, claimId, listId, type Submission } from '../../../common/gallery/selection.ts'
import { noRecords } from '../../../common/gallery/state.ts'
import type { AccountId, Audience, GalleryId, PersonId, PhotoId, SceneId, SelectionId, SheetId, VersionId } from '../../../common/ids.ts'
import type { SheetCommand } from '../../../common/sheet/commands.ts'
import { edit } from '../../../common/sheet/edit.ts'
import { houseKey, roots } from '../../../common/sheet/shape.ts'
import type { Viewer } from '../../../common/visibility/viewer.ts'
import type { Clock, Dice, Journal, Store } from '../../../server/ports.ts'
import type { OpenSheets, Push, PushOutcome } from '../../../server/sheets/api.ts'
import { createSheets } from '../../../server/sheets/sheets.ts'
import { openSqlite } from '../../../server/store/sqlite/open.ts'

export const id = <T extends string>(prefix: string, name: string): T => `${prefix}_${name.padEnd(20, '0')}` as T
export const gallery = id<GalleryId>('g', 'gallery')
export const photo = id<PhotoId>('p', 'photo')
export const version = id<VersionId>('f', 'version')
export const anna = id<PersonId>('v', 'anna')
export const bert = id<PersonId>('v', 'bert')
export const pia = id<PersonId>('u', 'pia')
export const shared: SheetId = `${photo}/shared`
export const team: SheetId = `${photo}/team`

export const start = Date.UTC(2026, 10, 24)

export function galleryState(changes: { feedback?: GalleryState['gallery']['feedback']; photos?: readonly PhotoId[] } = {}): GalleryState {
  const scene = id<SceneId>('s', 'scene')
  const made = (photoId: PhotoId): Photo => ({
    kind: 'photo',
    id: photoId,
    scene,
    cameraName: `${photoId}.jpg`,
    order: 0,
    state: 'ready',
    failure: null,
    versions: [
      {
        id: version,
        n: 1,
        width: 3000,
        height: 2000,
        thumbhash: null,
        bytes: 1,
        type: 'image/jpeg',
        at: start,
        capture: { takenAt: null, camera: null, lens: null, exposure: null, caption: null, creator: null, copyright: null, keywords: [] },
      },
    ],
    hidden: null,
    addedAt: start,
    addedBy: pia,
  })
  return {
    ...noRecords,
    gallery: {
      kind: 'gallery',
      id: gallery,
      account: id<AccountId>('a', 'studio'),
      parent: null,
      name: 'Wedding',
      status: 'online',
      private: false,
      feedback: changes.feedback ?? 'collaborative',
      rights: {},
      cover: null,
      keys: 'lightroom',
      expiresAt: null,
      createdAt: start,
      createdBy: pia,
    },
    scenes: new Map([[scene, { kind: 'scene', id: scene, name: 'All', order: 0, hiddenFor: [] }]]),
    photos: new Map((changes.photos ?? [photo]).map((photoId) => [photoId, made(photoId)])),
    ...lists(),
  }
}

/** Lists everyone is asked to fill: `album` has a place for the photo, `full` has none, `sent` is locked. */
export const [album, full, sent] = ['album', 'full', 'sent'].map((name) => id<SelectionId>('q', name)) as [
  SelectionId,
  SelectionId,
  SelectionId,
]

function lists(): Pick<GalleryState, 'selections' | 'submissions' | 'claims'> {
  const who = { roles: clientRoles, links: [], persons: [] }
  const request = { min: 0, max: 1, deadline: null, closes: true, note: '', who, reminder: null }
  const made = { kind: 'selection', name: 'List', order: 0, owner: null, request, closed: null, createdAt: start, createdBy: pia } as const
  const audiences: Audience[] = ['shared', `person:${anna}`]
  const claims = audiences.flatMap((audience) =>
    [album, sent].map((selection): [string, Claim] => {
      const key = claimId(selection, audience, photo)
      return [key, { kind: 'claim', id: key, selection, audience, photo, at: start, node: 'test' }]
    }),
  )
  const version = { n: 1, by: anna, at: start, note: '', photos: [photo] }
  const locked: Submission = {
    kind: 'submission',
    id: listId(sent, 'shared'),
    selection: sent,
    audience: 'shared',
    versions: [version],
    reopened: null,
    asked: null,
  }
  return {
    selections: new Map([album, full, sent].map((one) => [one, { ...made, id: one }])),
    submissions: new Map([[locked.id, locked]]),
    claims: new Map(claims),
  }
}

export const client = (person: PersonId, rights: Partial<Rights> = {}, role: ClientRole = 'mainClient'): Viewer => ({
  person,
  gallery,
  staff: null,
  grants: [{ role, scenes: 'all', photos: null, rights, feedback: null, alwaysOnline: false, termsHold: true }],
})
export const staff = (person: PersonId): Viewer => ({
  person,
  gallery,
  staff: { owner: true, write: true, settings: true, inScope: true },
  grants: [],
})
export const viewerOf = (person: PersonId): Viewer => (person.startsWith('u') ? staff(person) : client(person))

export const clock = (at = start): Clock & { at: number } => ({
  at,
  now() {
    return this.at
  },
})

export const dice = (): Dice => {
  let n = 0
  return {
    id: (kind) => `${kind}_${String(++n).padStart(20, '0')}`,
    secret: () => `secret${++n}`,
    code: () => '123456',
  }
}

export const silent = { warn: () => undefined, error: () => undefined }

export interface Shelf {
  readonly store: Store
  readonly folder: string
  end(): Promise<void>
}

export async function openShelf(): Promise<Shelf> {
  const folder = await mkdtemp(join(tmpdir(), 'sheets-'))
  const store = await openSqlite({ folder })
  return {
    store,
    folder,
    async end() {
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export const sheetsOn = (store: Store, journal: Journal = store.journal) =>
  createSheets({ journal, counters: store.counters, clock: clock(), dice: dice(), log: silent })

/** A person with a copy of one sheet, who pushes what they do, one push for each command. */
export class Writer {
  readonly person: PersonId
  readonly sheet: SheetId
  readonly viewer: Viewer
  doc: Y.Doc
  readonly sent: Uint8Array[] = []
  readonly #sheets: OpenSheets
  #client: number

  constructor(at: { sheets: OpenSheets; person: PersonId; sheet: SheetId; client: number; viewer?: Viewer }) {
    this.#sheets = at.sheets
    this.person = at.person
    this.sheet = at.sheet
    this.viewer = at.viewer ?? viewerOf(at.person)
    this.#client = at.client
    this.doc = this.#fresh(at.sheets.state(at.sheet))
  }

  get client(): number {
    return this.#client
  }

  /** The update a command makes, not sent. */
  make(command: SheetCommand, at = start): Uint8Array {
    edit(this.doc, command, { person: this.person, key: this.sheet.endsWith('/team') ? houseKey : this.person, at })
    return Y.mergeUpdates(this.sent.splice(0))
  }

  do(command: SheetCommand, at = start): Promise<PushOutcome> {
    return this.send(this.make(command, at))
  }

  send(bytes: Uint8Array, more: Partial<Push> = {}): Promise<PushOutcome> {
    const state = galleryState()
    return this.#sheets.push({ sheet: this.sheet, viewer: this.viewer, state, connection: 'c1', bytes, catchUp: false, ...more })
  }

  /** A new lineage, as after a refusal. */
  restart(state: Uint8Array | null): void {
    this.#client++
    this.doc = this.#fresh(state)
  }

  hear(bytes: Uint8Array): void {
    Y.applyUpdate(this.doc, bytes, 'server')
  }

  #fresh(state: Uint8Array | null): Y.Doc {
    const doc = new Y.Doc({ guid: this.sheet })
    for (const root of roots) doc.getMap(root)
    if (state) Y.applyUpdate(doc, state)
    doc.clientID = this.#client
    this.sent.length = 0
    doc.on('update', (bytes: Uint8Array, origin: unknown) => {
      if (origin !== 'server') this.sent.push(bytes)
    })
    return doc
  }
}

export async function writerOn(sheets: OpenSheets, person: PersonId, sheet: SheetId = shared, viewer?: Viewer): Promise<Writer> {
  const { first } = await sheets.clients(person)
  return new Writer({ sheets, person, sheet, client: first, ...(viewer ? { viewer } : {}) })
}

export function contentOf(bytes: Uint8Array | null): Y.Doc {
  const doc = new Y.Doc()
  if (bytes) Y.applyUpdate(doc, bytes)
  return doc
}
