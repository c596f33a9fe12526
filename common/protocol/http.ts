/** HTTP routes and their bodies. Every refusal is `{ refusal: { code, detail? }, sentence }` with the status of the refusal table. */
import { z } from 'zod'
import type { LabelNames } from '../gallery/labels.ts'
import type { GalleryStatus, Role } from '../gallery/model.ts'
import type { TileAt } from '../gallery/tiles.ts'
import {
  type AccountId,
  accountId,
  type GalleryId,
  galleryId,
  type PersonId,
  type PhotoId,
  parseSheetId,
  photoId,
  type SheetId,
  sceneId,
  type VersionId,
} from '../ids.ts'
import { cameraNameLength, nameLength, type RenditionEdge } from '../limits.ts'

const email = z.email().max(254)
const name = z.string().trim().min(1).max(nameLength)

export const routes = {
  me: '/api/me',
  signUp: '/api/sign-up',
  signIn: '/api/sign-in',
  signOut: '/api/sign-out',
  /** GET: a one-time sign-in link; sets the session and redirects. */
  signInLink: '/sign-in/:secret',
  /** POST: what a link's door asks for, or the gallery behind it. */
  openLink: '/api/links/open',
  rename: '/api/me/name',
  galleries: '/api/galleries',
  /** GET with `q`: photos in everything one may enter. */
  search: '/api/search',
  /** POST: the studio's names of the colours. */
  labels: '/api/accounts/:account/labels',
  /** POST: comes in by the bare address of a public gallery, or asks for a name first. */
  enter: '/api/galleries/:gallery/enter',
  /** GET: what a vendor is asked to accept; POST: accepts it. */
  terms: '/api/galleries/:gallery/terms',
  /** POST: a short-lived token that opens one sheet at the Yjs door, for programs without cookies. */
  sheetToken: '/api/sheets/token',
  uploads: '/api/uploads',
  picture: '/media/:gallery/:photo/:version/:size',
  /** A square of the original at its own pixels; see `common/gallery/tiles`. */
  tile: '/media/:gallery/:photo/:version/tile/:level/:column/:row',
  health: '/api/health',
  metrics: '/api/metrics',
  /** Pages of the client. */
  linkPage: '/l/:token',
  galleryPage: '/g/:gallery',
} as const

export const signUpBody = z.strictObject({ email, password: z.string().min(10).max(200), name, studio: name })
export const signInBody = z.strictObject({ email, password: z.string().min(1).max(200) })
export const enterBody = z.strictObject({ name: name.optional() })
/** `mailCode`: the six digits mailed to the address a link is bound to. */
export const openLinkBody = z.strictObject({
  token: z.string().min(8).max(64),
  name: name.optional(),
  code: z.string().max(64).optional(),
  mailCode: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
})
export const searchQuery = z.object({ q: z.string().max(200) })
export const renameBody = z.strictObject({ name })
export const createGalleryBody = z.strictObject({ id: galleryId, account: accountId, name, scene: sceneId, sceneName: name })
export const sheetTokenBody = z.strictObject({
  gallery: galleryId,
  sheet: z.custom<SheetId>((value) => typeof value === 'string' && parseSheetId(value) !== null, { message: 'not a sheet id' }),
})
/** Metadata of a tus upload to `routes.uploads`. The file type is found in the bytes; nothing else is trusted. */
export const uploadMetadata = z.object({ gallery: galleryId, photo: photoId, filename: z.string().min(1).max(cameraNameLength) })

/** A studio one works in. */
export interface MyAccount {
  readonly id: AccountId
  readonly name: string
  readonly owner: boolean
  /** May change what counts for the whole studio. */
  readonly settings: boolean
  /** May make galleries. */
  readonly makes: boolean
  readonly labels: LabelNames
}

export interface Me {
  readonly person: { readonly id: PersonId; readonly name: string; readonly email: string | null; readonly signedIn: boolean } | null
  readonly accounts: readonly MyAccount[]
  /** Whether links can be bound to e-mail addresses. */
  readonly mail: boolean
  /** Told to strangers of a server that was started empty and where nobody has opened a studio yet. */
  readonly fresh?: true
}

export interface GalleryCard {
  readonly id: GalleryId
  readonly account: AccountId | null
  readonly parent: GalleryId | null
  readonly name: string
  readonly role: Role
  /** Photos and scenes this viewer sees. */
  readonly photos: number
  readonly scenes: number
  readonly cover: {
    readonly photo: PhotoId
    readonly version: VersionId
    readonly width: number
    readonly height: number
    readonly thumbhash: string | null
  } | null
  readonly status: GalleryStatus
  /** For staff in scope; null for everybody else. `endsAt`: null also where it never ends. */
  readonly private: boolean | null
  readonly endsAt: number | null
  readonly lastActivityAt: number
}

/** What a search found in one gallery: how many photos, and the first of them. */
export interface FoundIn {
  readonly gallery: GalleryId
  readonly name: string
  readonly count: number
  readonly photos: readonly FoundPhoto[]
}
export interface FoundPhoto {
  readonly photo: PhotoId
  readonly cameraName: string
  /** Name of its scene. */
  readonly scene: string
  readonly picture: { readonly version: VersionId; readonly width: number; readonly height: number; readonly thumbhash: string } | null
}

/** `needs`: show that door and ask again. */
export type OpenedLink =
  | { readonly gallery: GalleryId }
  | {
      readonly needs: 'name' | 'code' | 'mailCode'
      readonly gallery: null
      readonly hint: string | null
      readonly studio: string
      readonly title: string
    }

/** What the page of a vendor's terms says: nothing of the set itself. */
export interface VendorTerms {
  readonly studio: string
  readonly title: string
  /** Whom the studio knows the vendor as. */
  readonly name: string
  /** Days an acceptance holds. */
  readonly days: number
}

export const termsUrl = (gallery: GalleryId): string => routes.terms.replace(':gallery', gallery)

export const labelsUrl = (account: AccountId): string => routes.labels.replace(':account', account)

/** Address of a rendition; 'original' needs the download right. */
export const pictureUrl = (gallery: GalleryId, photo: PhotoId, version: VersionId, size: RenditionEdge | 'original'): string =>
  `/media/${gallery}/${photo}/${version}/${size}`

/** Address of a tile; needs the right to see originals (`download` at least `view`). */
export const tileUrl = (gallery: GalleryId, photo: PhotoId, version: VersionId, { level, column, row }: TileAt): string =>
  `/media/${gallery}/${photo}/${version}/tile/${level}/${column}/${row}`
