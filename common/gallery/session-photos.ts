/** What a removed photo takes along from the table. */
import type { PhotoId } from '../ids.ts'
import type { Change, GalleryState } from './model.ts'
import { removed } from './state.ts'

export function withoutTable({ topics, votes, decisions }: GalleryState, gone: ReadonlySet<PhotoId>): readonly Change[] {
  return [...topics.values(), ...votes.values(), ...decisions.values()].filter(({ photo }) => gone.has(photo)).map(removed)
}
