/** What people are given. */
import type { Galleries } from '../galleries/api.ts'
import type { Clock, Dice, Hashing, Post, Store } from '../ports.ts'

export interface PeopleDeps {
  readonly store: Pick<Store, 'streams' | 'names' | 'vault'>
  readonly galleries: Galleries
  readonly clock: Clock
  readonly dice: Dice
  readonly hashing: Hashing
  readonly post: Post
}
