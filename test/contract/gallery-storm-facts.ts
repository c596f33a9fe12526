import type { GalleryCommand } from '../../common/gallery/commands.ts'
import type { SelectionId } from '../../common/ids.ts'
import { id } from '../helpers/gallery-house.ts'

export const album = id<SelectionId>('selection', 1)
export const photoCount = 7
export const most = 3
export const request: NonNullable<Extract<GalleryCommand, { type: 'selection:add' }>['request']> = {
  min: 0,
  max: most,
  deadline: null,
  closes: false,
  note: '',
  who: { roles: ['mainClient', 'invited'], links: [], persons: [] },
}
