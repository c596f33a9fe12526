/** Studios and the people who sign in. Streams of their own: `account:<id>`, `user:<id>`. */

import type { AccountId, GalleryId, PersonId, UserId } from '../ids.ts'
import type { KeyWishes } from '../key-wishes.ts'
import type { LabelNames } from './labels.ts'

export interface Account {
  readonly kind: 'account'
  readonly id: AccountId
  readonly name: string
  readonly owner: UserId
  readonly demo: boolean
  /** Absent: none has a name. */
  readonly labels?: LabelNames
  readonly createdAt: number
}

/** A person of the studio's team. Scope 'all' or chosen galleries with all their sub-galleries. */
export interface Member {
  readonly kind: 'member'
  readonly account: AccountId
  readonly user: UserId
  readonly owner: boolean
  readonly write: boolean
  readonly settings: boolean
  readonly scope: 'all' | readonly GalleryId[]
  readonly removedAt: number | null
}

export interface User {
  readonly kind: 'user'
  readonly id: UserId
  readonly email: string
  readonly name: string
  /** argon2id, or null for a person who only signs in by mailed or printed links. */
  readonly passwordHash: string | null
  /** Absent: none were laid elsewhere. */
  readonly keys?: KeyWishes
  readonly createdAt: number
}

/** A person without a login; known by a signed cookie. */
export interface Visitor {
  readonly kind: 'visitor'
  readonly id: PersonId
  readonly name: string
  readonly email: string | null
  readonly createdAt: number
}

export type PersonRecord = User | Visitor
