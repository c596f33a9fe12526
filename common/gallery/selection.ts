/**
 * Named lists that people pick photos into. Picks lie on the proof sheets; what is here says who is asked, and what was sent.
 *
 * A list is one selection before one audience: whoever writes on the same sheets fills one list together. Alone with the studio
 * (`person:<id>`) each client has a list of their own; on shared sheets there is one for all of them; the team keeps its own.
 */
import type { Audience, LinkId, PersonId, PhotoId, SelectionId } from '../ids.ts'
import type { ClientRole } from './model.ts'

/** Whom a request is for: holders of a role, of a link, or certain persons. Any of them is enough. */
export interface Addressees {
  readonly roles: readonly ClientRole[]
  readonly links: readonly LinkId[]
  readonly persons: readonly PersonId[]
}

export interface SelectionRequest {
  /** A list with fewer photos is not taken; 0 takes any. */
  readonly min: number
  /** No photo goes in above it; null sets no end. */
  readonly max: number | null
  readonly deadline: number | null
  /** Whether lists close at the deadline, or are only late. */
  readonly closes: boolean
  readonly note: string
  readonly who: Addressees
  readonly reminder: { readonly by: PersonId; readonly at: number; readonly note: string } | null
}

export interface Selection {
  readonly kind: 'selection'
  readonly id: SelectionId
  readonly name: string
  readonly order: number
  /** The client whose own list it is; null: the studio's. */
  readonly owner: PersonId | null
  /** Null: nobody is asked. The studio's own lists are then the team's alone. */
  readonly request: SelectionRequest | null
  /** By the studio, whatever the deadline says. */
  readonly closed: { readonly by: PersonId; readonly at: number } | null
  readonly createdAt: number
  readonly createdBy: PersonId
}

/** One time a list was sent. */
export interface SentVersion {
  /** 1 for the first, counting up. */
  readonly n: number
  readonly by: PersonId
  readonly at: number
  readonly note: string
  /** In the order of whoever sent it. */
  readonly photos: readonly PhotoId[]
}

/** A list that was sent at least once. */
export interface Submission {
  readonly kind: 'submission'
  /** `<selection>/<audience>` */
  readonly id: string
  readonly selection: SelectionId
  readonly audience: Audience
  /** Oldest first, never empty. */
  readonly versions: readonly SentVersion[]
  /** Open again for changes; null while it is locked. */
  readonly reopened: { readonly by: PersonId; readonly at: number } | null
  /** Somebody of the list asks to have it reopened. */
  readonly asked: { readonly by: PersonId; readonly at: number } | null
}

/**
 * A photo's place in a list that somebody asked for, taken before the pick is written: the order of commits is what makes that a list
 * never grows above its end, however many pick at once and on however many nodes. A place whose pick is gone is given to the next.
 */
export interface Claim {
  readonly kind: 'claim'
  /** `<selection>/<audience>/<photo>` */
  readonly id: string
  readonly selection: SelectionId
  readonly audience: Audience
  readonly photo: PhotoId
  readonly at: number
  /** Which node's push it is for: others leave it its time. */
  readonly node: string
}

export const listId = (selection: SelectionId, audience: Audience): string => `${selection}/${audience}`
export const claimId = (selection: SelectionId, audience: Audience, photo: PhotoId): string => `${selection}/${audience}/${photo}`
