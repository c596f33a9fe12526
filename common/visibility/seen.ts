/** What a view is told: the shapes that leave the server. Fields a viewer may not know are absent, not null. */

import type { LabelNames } from '../gallery/labels.ts'
import type { Capture, ClientRole, FeedbackMode, GalleryStatus, LinkBinding, PhotoState, Rights, Role, Terms } from '../gallery/model.ts'
import type { ViewCircle } from '../gallery/saved-view.ts'
import type { Addressees, SelectionRequest, SentVersion } from '../gallery/selection.ts'
import type { Pairs } from '../gallery/wall-address.ts'
import type { Audience, GalleryId, GrantId, LinkId, PersonId, PhotoId, SceneId, SelectionId, VersionId, ViewId } from '../ids.ts'
import type { RefusalCode } from '../refusals.ts'
import type { SeenSessionRecord } from './session-seen.ts'

export interface SeenGallery {
  readonly kind: 'gallery'
  readonly id: GalleryId
  readonly name: string
  readonly studio?: string
  readonly cover: PhotoId | null
  readonly keys: 'lightroom' | 'simple'
  /** The studio's names of the colours, for those that have one. */
  readonly labels?: LabelNames
  /** Staff: the gallery's. Clients: the mode in which they share feedback, by their links; private where they share none. */
  readonly feedback: FeedbackMode
  /** What this view may do. */
  readonly rights: Rights
  readonly role: Role
  /** Staff who may change the gallery. */
  readonly write: boolean
  /** Staff only. */
  readonly status?: GalleryStatus
  readonly private?: boolean
  readonly expiresAt?: number | null
  /** Staff only: a link shares feedback, whatever the gallery's own mode is. */
  readonly shares?: true
}

export interface SeenScene {
  readonly kind: 'scene'
  readonly id: SceneId
  readonly name: string
  readonly order: number
  /** Staff only. */
  readonly hiddenFor?: readonly ClientRole[]
}

export interface SeenVersion {
  readonly id: VersionId
  readonly n: number
  readonly width: number
  readonly height: number
  readonly thumbhash: string | null
  readonly capture: Capture
}

export interface SeenPhoto {
  readonly kind: 'photo'
  readonly id: PhotoId
  readonly scene: SceneId
  readonly cameraName: string
  readonly order: number
  readonly state: PhotoState
  readonly versions: readonly SeenVersion[]
  readonly addedAt: number
  /** Clients only: their feedback on this one is their own, though they share it elsewhere here. */
  readonly alone?: true
  /** Main clients and staff only. */
  readonly hidden?: { readonly by: PersonId; readonly name: string; readonly at: number } | null
  /** Staff only. */
  readonly failure?: RefusalCode | null
}

/** Somebody whose marks, words or presence this view may meet. */
export interface SeenPerson {
  readonly kind: 'person'
  readonly id: PersonId
  readonly name: string
  readonly staff: boolean
  readonly role?: ClientRole
  /** Known by what they once wrote where this view reads; whether they are here is not told. */
  readonly apart?: true
  /** Staff only. */
  readonly email?: string | null
  readonly lastAt?: number
  readonly visits?: number
}

/** Staff only. The token is here so that staff can copy the link again; the code's hash is not. */
export interface SeenLink extends Terms {
  readonly kind: 'link'
  readonly id: LinkId
  readonly token: string
  readonly label: string
  readonly binding: LinkBinding
  readonly email: string | null
  readonly bound: boolean
  readonly hasCode: boolean
  readonly expiresAt: number | null
  readonly revokedAt: number | null
  readonly createdAt: number
}

/** Staff only. */
export interface SeenGrant {
  readonly kind: 'grant'
  readonly id: GrantId
  readonly person: PersonId
  readonly link: LinkId | null
  readonly terms: Terms | null
  readonly revokedAt: number | null
}

/** A list this view fills, or the studio keeps. */
export interface SeenSelection {
  readonly kind: 'selection'
  readonly id: SelectionId
  readonly name: string
  readonly order: number
  /** The client whose own list it is, as far as this view knows them. */
  readonly owner: PersonId | null
  readonly createdBy: PersonId
  readonly createdAt: number
  readonly closed: boolean
  readonly request: SeenRequest | null
}

export interface SeenRequest {
  readonly min: number
  readonly max: number | null
  readonly deadline: number | null
  readonly closes: boolean
  readonly note: string
  readonly reminder: SelectionRequest['reminder']
  /** Staff only. */
  readonly who?: Addressees
}

/** What was sent of a list this view fills, as far as its photos are seen. */
export interface SeenSubmission {
  readonly kind: 'submission'
  readonly id: string
  readonly selection: SelectionId
  readonly audience: Audience
  readonly versions: readonly SeenSent[]
  readonly open: boolean
  readonly reopenedAt: number | null
  readonly askedAt: number | null
}

export interface SeenSent extends Omit<SentVersion, 'by'> {
  /** Null for somebody this view does not know. */
  readonly by: PersonId | null
}

/** How a wall hangs, under a name. */
export interface SeenView {
  readonly kind: 'view'
  readonly id: ViewId
  readonly name: string
  readonly pairs: Pairs
  readonly circle: ViewCircle
  /** Staff only, of shared ones. */
  readonly by?: PersonId
}

export type SeenRecord =
  | SeenGallery
  | SeenScene
  | SeenPhoto
  | SeenPerson
  | SeenLink
  | SeenGrant
  | SeenSelection
  | SeenSubmission
  | SeenView
  | SeenSessionRecord
export type SeenKind = SeenRecord['kind']

/** Everything a view sees, by `<kind>:<id>`. */
export type Seen = ReadonlyMap<string, SeenRecord>

export type ToldChange =
  | { readonly type: 'added' | 'changed'; readonly record: SeenRecord }
  | { readonly type: 'removed'; readonly kind: SeenKind; readonly id: string }
