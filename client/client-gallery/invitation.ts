/** What somebody is invited to on the first screen: to choose, or where they may leave no marks (a vendor) to look. */
import type { RightName } from '../../common/gallery/model.ts'
import type { SeenGallery } from '../../common/visibility/seen.ts'

type Allows = Pick<SeenGallery, 'rights' | 'feedback'>

const markRights: readonly RightName[] = ['favourite', 'label', 'stars', 'flag', 'select', 'comment', 'draw']

export const leavesMarks = ({ rights }: Pick<Allows, 'rights'>): boolean => markRights.some((right) => rights[right] === 'edit')

/** The id of its message. */
export function noteFor({ rights, feedback }: Allows): string {
  if (leavesMarks({ rights })) return `room.note.${feedback}`
  return rights.download === 'edit' ? 'room.note.takes' : 'room.note.looks'
}
