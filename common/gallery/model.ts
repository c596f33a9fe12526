/** What a gallery's records are. Nothing here decides anything; `visibility` and `decide` do. All times are milliseconds since 1970 UTC. */
import type {
  AccountId,
  DecisionId,
  GalleryId,
  GrantId,
  LinkId,
  PersonId,
  PhotoId,
  SceneId,
  SelectionId,
  SessionId,
  TopicId,
  VersionId,
  ViewId,
  VoteId,
} from '../ids.ts'
import type { RefusalCode } from '../refusals.ts'
import type { LabelNames } from './labels.ts'
import type { SavedView } from './saved-view.ts'
import type { Claim, Selection, Submission } from './selection.ts'
import type { Decision, Session, SessionRecord, Topic, Vote } from './session-model.ts'

export type GalleryStatus = 'draft' | 'online' | 'offline' | 'expired' | 'archived'
export type FeedbackMode = 'private' | 'clientTeam' | 'collaborative'
export const clientRoles = ['mainClient', 'invited', 'clientInvited', 'guestEmail', 'guestSocial', 'guestLink', 'vendor'] as const
export type ClientRole = (typeof clientRoles)[number]
/** How somebody who sees a gallery stands to it. */
export type Role = 'owner' | 'member' | ClientRole

export const rightNames = ['favourite', 'label', 'stars', 'flag', 'select', 'comment', 'draw', 'upload', 'download', 'hide'] as const
export type RightName = (typeof rightNames)[number]
export type RightLevel = 'none' | 'view' | 'edit'
export type Rights = Readonly<Record<RightName, RightLevel>>

export interface Gallery {
  readonly kind: 'gallery'
  readonly id: GalleryId
  readonly account: AccountId
  readonly parent: GalleryId | null
  readonly name: string
  readonly status: GalleryStatus
  readonly private: boolean
  readonly feedback: FeedbackMode
  /** Only what differs from `defaultRights` in visibility/rights. */
  readonly rights: Readonly<Partial<Record<ClientRole, Partial<Rights>>>>
  readonly cover: PhotoId | null
  readonly keys: 'lightroom' | 'simple'
  /** The studio's names of the colours, as they were told to this gallery last; absent: none has a name. */
  readonly labels?: LabelNames
  readonly expiresAt: number | null
  readonly createdAt: number
  readonly createdBy: PersonId
}

export interface Scene {
  readonly kind: 'scene'
  readonly id: SceneId
  readonly name: string
  /** Ascending; scenes of equal order stand by id. */
  readonly order: number
  readonly hiddenFor: readonly ClientRole[]
}

export interface PhotoVersion {
  readonly id: VersionId
  /** 1 for the first upload, counting up. */
  readonly n: number
  /** Pixels after EXIF orientation. */
  readonly width: number
  readonly height: number
  /** base64 of a ThumbHash, or null while the sizes are not made. */
  readonly thumbhash: string | null
  /** Bytes and real type of the original, as found in the file, never as claimed. */
  readonly bytes: number
  readonly type: string
  readonly capture: Capture
  readonly at: number
}

/** Read once at ingest. GPS and serial numbers are not here: they never leave the original. */
export interface Capture {
  readonly takenAt: number | null
  readonly camera: string | null
  readonly lens: string | null
  /** As a photographer writes it: "1/800 f/4 400 mm ISO 640". */
  readonly exposure: string | null
  readonly caption: string | null
  readonly creator: string | null
  readonly copyright: string | null
  readonly keywords: readonly string[]
}

/** `waiting`: announced, no original yet. `kept`: original on disk, sizes being made. */
export type PhotoState = 'waiting' | 'kept' | 'ready' | 'failed'

export interface Photo {
  readonly kind: 'photo'
  readonly id: PhotoId
  readonly scene: SceneId
  /** Written once, never changed: the name the photographer's own tools know. */
  readonly cameraName: string
  readonly order: number
  readonly state: PhotoState
  readonly failure: RefusalCode | null
  /** Oldest first; the last one is current. Empty until the original is kept. */
  readonly versions: readonly PhotoVersion[]
  readonly hidden: { readonly by: PersonId; readonly name: string; readonly at: number } | null
  readonly addedAt: number
  readonly addedBy: PersonId
}

/** What a link or a direct grant yields. Scene lists count only in a private gallery. */
export interface Terms {
  readonly role: ClientRole
  /** 'all' includes scenes added later, a list does not; an empty list is "no scenes". */
  readonly scenes: 'all' | readonly SceneId[]
  /** Photo ids for guestEmail, guestSocial and vendor; null otherwise. */
  readonly photos: readonly PhotoId[] | null
  /** Lower the gallery's rights for this grant; never raise them. */
  readonly rights: Partial<Rights>
  readonly feedback: FeedbackMode | null
  /** A vendor whose terms say "always online". */
  readonly alwaysOnline: boolean
}

/** Who may become the holder: `open` everyone with the link, `first` the first browser only, `email` whoever confirms the code mailed there. */
export type LinkBinding = 'open' | 'first' | 'email'

export interface Link extends Terms {
  readonly kind: 'link'
  readonly id: LinkId
  /** The secret part of the URL. Staff may see it again; nobody else ever does. */
  readonly token: string
  /** What staff call it: "Press". */
  readonly label: string
  readonly binding: LinkBinding
  readonly email: string | null
  readonly boundTo: PersonId | null
  /** argon2id of the access code, or null. */
  readonly codeHash: string | null
  /** A name given to whoever opens it, so that nobody is asked; null asks. */
  readonly welcomes: string | null
  readonly expiresAt: number | null
  readonly revokedAt: number | null
  readonly createdAt: number
  readonly createdBy: PersonId
}

/** One person's right in one gallery. Through a link, the link's terms count (now, not when it was opened). */
export interface Grant {
  readonly kind: 'grant'
  readonly id: GrantId
  readonly person: PersonId
  readonly link: LinkId | null
  /** Null exactly when `link` is set. */
  readonly terms: Terms | null
  readonly termsAcceptedAt: number | null
  readonly revokedAt: number | null
  readonly createdAt: number
}

/** A person as this gallery knows them: clients when they first enter, staff when they first act. */
export interface Guest {
  readonly kind: 'guest'
  readonly id: PersonId
  readonly name: string
  readonly email: string | null
  readonly staff: boolean
  readonly firstAt: number
  readonly lastAt: number
  readonly visits: number
  /** A client who wrote on a shared sheet, once or ever so often. */
  readonly wrote?: true
}

export type GalleryRecord = Gallery | Scene | Photo | Link | Grant | Guest | SessionRecord | Selection | Submission | Claim | SavedView
export type RecordKind = GalleryRecord['kind']

/** A gallery opened: every record of its stream by kind and id. Replaced whole at each commit, never mutated. */
export interface GalleryState {
  readonly gallery: Gallery
  readonly scenes: ReadonlyMap<SceneId, Scene>
  readonly photos: ReadonlyMap<PhotoId, Photo>
  readonly links: ReadonlyMap<LinkId, Link>
  readonly grants: ReadonlyMap<GrantId, Grant>
  readonly guests: ReadonlyMap<PersonId, Guest>
  readonly sessions: ReadonlyMap<SessionId, Session>
  readonly topics: ReadonlyMap<TopicId, Topic>
  readonly votes: ReadonlyMap<VoteId, Vote>
  readonly decisions: ReadonlyMap<DecisionId, Decision>
  readonly selections: ReadonlyMap<SelectionId, Selection>
  /** By `<selection>/<audience>`. */
  readonly submissions: ReadonlyMap<string, Submission>
  /** By `<selection>/<audience>/<photo>`. */
  readonly claims: ReadonlyMap<string, Claim>
  readonly views: ReadonlyMap<ViewId, SavedView>
}

/** A record written (`after`) or removed (`after: null`). */
export interface Change {
  readonly kind: RecordKind
  readonly id: string
  readonly after: GalleryRecord | null
}
