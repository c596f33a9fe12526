/** Small galleries made of literals, for tests of the pure parts. */
import type {
  Capture,
  ClientRole,
  Gallery,
  GalleryRecord,
  GalleryState,
  Grant,
  Guest,
  Link,
  Photo,
  Scene,
  Terms,
} from '../../common/gallery/model.ts'
import { stateOf } from '../../common/gallery/state.ts'
import type { AccountId, GalleryId, GrantId, LinkId, PersonId, PhotoId, SceneId, SelectionId, VersionId } from '../../common/ids.ts'
import { effectiveGrants } from '../../common/visibility/grants.ts'
import { listsOf } from '../../common/visibility/lists.ts'
import type { EffectiveGrant, StaffSeat, Viewer } from '../../common/visibility/viewer.ts'

const id = (prefix: string, n: number): string => `${prefix}_${String(n).padStart(20, '0')}`
export const sceneIdOf = (n: number): SceneId => id('s', n) as SceneId
export const photoIdOf = (n: number): PhotoId => id('p', n) as PhotoId
export const linkIdOf = (n: number): LinkId => id('l', n) as LinkId
export const grantIdOf = (n: number): GrantId => id('r', n) as GrantId
export const versionIdOf = (n: number): VersionId => id('f', n) as VersionId
export const visitorIdOf = (n: number): PersonId => id('v', n) as PersonId
export const userIdOf = (n: number): PersonId => id('u', n) as PersonId
export const selectionIdOf = (n: number): SelectionId => id('q', n) as SelectionId
export const galleryIdOf = (n: number): GalleryId => id('g', n) as GalleryId

export const photographer = userIdOf(1)
export const day = 24 * 60 * 60_000

export const gallery = (over: Partial<Gallery> = {}): Gallery => ({
  kind: 'gallery',
  id: galleryIdOf(1),
  account: id('a', 1) as AccountId,
  parent: null,
  name: 'Harbour day',
  status: 'online',
  private: false,
  feedback: 'private',
  rights: {},
  cover: null,
  keys: 'lightroom',
  expiresAt: null,
  createdAt: 0,
  createdBy: photographer,
  ...over,
})

export const scene = (n: number, over: Partial<Scene> = {}): Scene => ({
  kind: 'scene',
  id: sceneIdOf(n),
  name: `Scene ${n}`,
  order: n,
  hiddenFor: [],
  ...over,
})

/** Of a file that says nothing of itself. */
export const noCapture: Capture = {
  takenAt: null,
  camera: null,
  lens: null,
  exposure: null,
  caption: null,
  creator: null,
  copyright: null,
  keywords: [],
}

/** Ready, in scene 1. */
export const photo = (n: number, over: Partial<Photo> = {}): Photo => ({
  kind: 'photo',
  id: photoIdOf(n),
  scene: sceneIdOf(1),
  cameraName: `IMG_${n}.jpg`,
  order: n,
  state: 'ready',
  failure: null,
  versions: [
    { id: versionIdOf(n), n: 1, width: 30, height: 20, thumbhash: 'abc', bytes: 9, type: 'image/jpeg', capture: noCapture, at: 0 },
  ],
  hidden: null,
  addedAt: 0,
  addedBy: photographer,
  ...over,
})

export const hidden = { by: visitorIdOf(9), name: 'Clara', at: 5 }

export const terms = (role: ClientRole, over: Partial<Terms> = {}): Terms => ({
  role,
  scenes: 'all',
  photos: null,
  rights: {},
  feedback: null,
  alwaysOnline: false,
  ...over,
})

export const link = (n: number, over: Partial<Link> = {}): Link => ({
  kind: 'link',
  id: linkIdOf(n),
  token: `token-of-link-${n}`,
  label: `Link ${n}`,
  binding: 'open',
  email: null,
  boundTo: null,
  codeHash: null,
  welcomes: null,
  expiresAt: null,
  revokedAt: null,
  createdAt: 0,
  createdBy: photographer,
  ...terms('guestLink'),
  ...over,
})

export const grant = (n: number, over: Partial<Grant> = {}): Grant => ({
  kind: 'grant',
  id: grantIdOf(n),
  person: visitorIdOf(n),
  link: null,
  terms: terms('guestLink'),
  termsAcceptedAt: null,
  revokedAt: null,
  createdAt: 0,
  ...over,
})

export const guest = (person: PersonId, over: Partial<Guest> = {}): Guest => ({
  kind: 'guest',
  id: person,
  name: `Name of ${person.slice(-2)}`,
  email: null,
  staff: false,
  firstAt: 0,
  lastAt: 0,
  visits: 1,
  ...over,
})

/** A gallery (private or as given) with scenes 1 and 2 unless others are given. */
export const stateWith = (...records: readonly GalleryRecord[]): GalleryState => {
  const whole: GalleryRecord[] = [...records]
  if (!records.some(({ kind }) => kind === 'gallery')) whole.unshift(gallery())
  if (!records.some(({ kind }) => kind === 'scene')) whole.push(scene(1), scene(2))
  return stateOf(whole)
}

export const seat = (over: Partial<StaffSeat> = {}): StaffSeat => ({ owner: false, write: true, settings: false, inScope: true, ...over })

export const staffViewer = (over: Partial<StaffSeat> = {}, person = photographer): Viewer => ({
  person,
  gallery: galleryIdOf(1),
  staff: seat(over),
  grants: [],
})

export const held = (role: ClientRole, over: Partial<EffectiveGrant> = {}): EffectiveGrant => ({ ...terms(role), termsHold: true, ...over })

export const client = (...grants: readonly EffectiveGrant[]): Viewer => ({
  person: visitorIdOf(1),
  gallery: galleryIdOf(1),
  staff: null,
  grants,
})

export const viewerOf = (state: GalleryState, person: PersonId, now = 0): Viewer => ({
  person,
  gallery: state.gallery.id,
  staff: null,
  grants: effectiveGrants(state, person, now),
  lists: listsOf(state, person, now),
})
