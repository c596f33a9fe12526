/** What doors ask of `people/`: who somebody is, and what opens to them. */
import type { User } from '../../common/gallery/account.ts'
import type { LabelNames } from '../../common/gallery/labels.ts'
import type { AccountId, GalleryId, PersonId, UserId } from '../../common/ids.ts'
import type { FoundIn, GalleryCard, Me, OpenedLink, VendorTerms } from '../../common/protocol/http.ts'
import type { GalleryNews, HereNow } from '../../common/protocol/studio-now.ts'
import type { Result } from '../../common/result.ts'
import type { Subject } from '../../common/visibility/view-as.ts'

export interface SignUp {
  readonly email: string
  readonly password: string
  readonly name: string
  readonly studio: string
}

export interface OpenLink {
  readonly token: string
  readonly name: string | null
  readonly code: string | null
  readonly mailCode: string | null
  /** Whom the browser is known as. */
  readonly person: PersonId | null
}

export interface EnterGallery {
  readonly gallery: GalleryId
  readonly name: string | null
  /** Whom the browser is known as. */
  readonly person: PersonId | null
}

/** `person` is whom the browser is known as from now on; null while a door still stands before the gallery. */
export interface LinkOpened {
  readonly opened: OpenedLink
  readonly person: PersonId | null
}

export interface NewGallery {
  readonly id: GalleryId
  readonly account: string
  readonly name: string
  readonly scene: string
  readonly sceneName: string
}

export interface SignInLink {
  readonly user: UserId
  /** Path of the page to go on to. */
  readonly goTo: string
  /** Good from this machine only. */
  readonly local: boolean
}

export interface People {
  signUp(ask: SignUp): Promise<Result<User>>
  /** Refuses unknown e-mail and wrong password alike, after the same work. */
  signIn(ask: { readonly email: string; readonly password: string }): Promise<Result<User>>
  me(person: PersonId | null): Promise<Me>
  /** The name somebody goes by; null for nobody we know. */
  nameOf(person: PersonId): Promise<string | null>
  rename(person: PersonId, name: string): Promise<Result<void>>
  openLink(ask: OpenLink): Promise<Result<LinkOpened>>
  /** By the bare address. `not-found` for a gallery that does not open to everybody, and alike for one that does not exist. */
  enterGallery(ask: EnterGallery): Promise<Result<LinkOpened>>
  /** What a vendor is asked to accept; `not-found` for everybody else. `as`: of staff who look as that vendor. */
  terms(asker: { readonly person: PersonId; readonly as: Subject | null }, gallery: GalleryId): Promise<Result<VendorTerms>>
  /** Opens a vendor's set for as many days as the terms hold; accepting again in that time changes nothing. */
  acceptTerms(person: PersonId, gallery: GalleryId): Promise<Result<void>>
  /** The secret of a link that signs in once, until `endsAt`. */
  makeSignInLink(link: SignInLink, endsAt: number): Promise<string>
  /** `fromHere`: the asker is on this machine. A local link asked for from elsewhere is refused and stays good. */
  takeSignInLink(secret: string, fromHere: boolean): Promise<Result<SignInLink>>
  /** The galleries somebody may enter, the latest activity first. */
  cards(person: PersonId): Promise<readonly GalleryCard[]>
  /** Others inside the galleries somebody may enter, as far as they may know. */
  here(person: PersonId): Promise<readonly HereNow[]>
  /** What is new in the galleries of their studios, and what was done there last. */
  news(person: PersonId): Promise<readonly GalleryNews[]>
  /** Names the colours for the whole studio and tells every gallery of it. For the owner and who may change settings. */
  nameLabels(person: PersonId, account: AccountId, labels: LabelNames): Promise<Result<void>>
  /** Photos by name, caption and keyword, of all that this person sees. */
  search(person: PersonId, words: string): Promise<readonly FoundIn[]>
  createGallery(person: PersonId, ask: NewGallery): Promise<Result<void>>
}
