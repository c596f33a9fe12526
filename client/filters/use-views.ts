/** Saved views of this gallery, and what may be done with them. */
import { useCallback } from 'react'
import { useIntl } from 'react-intl'
import { toast } from 'sonner'
import type { ViewCircle } from '../../common/gallery/saved-view.ts'
import { type Pairs, plainWall, type WallAddress, wallFrom, wallPairs } from '../../common/gallery/wall-address.ts'
import type { ViewId } from '../../common/ids.ts'
import { same } from '../../common/same.ts'
import type { SeenView } from '../../common/visibility/seen.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { newId } from '../net/new-id.ts'
import { isStaff } from '../sheet/audience.ts'
import { refusalText } from '../ui/refusal-text.ts'

export interface Views {
  readonly views: readonly SeenView[]
  /** With whom this person may share. */
  readonly circles: readonly ViewCircle[]
  /** The saved view that hangs now, if one does. */
  readonly current: (wall: WallAddress) => SeenView | null
  readonly save: (view: {
    readonly name: string
    readonly pairs: Pairs
    readonly circle: ViewCircle
    readonly id?: ViewId
  }) => Promise<boolean>
  /** With a way back. */
  readonly remove: (view: SeenView) => Promise<void>
  readonly mayChange: (view: SeenView) => boolean
}

export function useViews(): Views {
  const intl = useIntl()
  const { views, gallery, actions } = useGallery()
  const staff = gallery !== null && isStaff(gallery)
  const circles: readonly ViewCircle[] = gallery?.write ? ['me', 'team', 'everyone'] : staff ? ['me', 'team'] : ['me']
  const said = useCallback(
    async (command: Parameters<typeof actions.do>[0]) => {
      const done = await actions.do(command)
      if (!done.ok) toast(refusalText(done.refusal, intl))
      return done.ok
    },
    [actions, intl],
  )
  const save: Views['save'] = ({ name, pairs, circle, id = newId<ViewId>('view') }) =>
    said({ type: 'view:save', id, name, pairs: pairs.map(([key, value]): [string, string] => [key, value]), circle })
  return {
    views,
    circles,
    current: (wall) => views.find((view) => same(wallPairs(wallFrom(view.pairs)), wallPairs(wall))) ?? null,
    save,
    mayChange: ({ circle }) => circles.includes(circle),
    remove: async (view) => {
      if (!(await said({ type: 'view:remove', id: view.id }))) return
      toast(intl.formatMessage({ id: 'views.removed' }, { name: view.name }), {
        action: { label: intl.formatMessage({ id: 'keys.undo' }), onClick: () => void save(view) },
      })
    },
  }
}

/** Whether there is anything to save. */
export const isPlain = (wall: WallAddress): boolean => wallPairs(wall).length === wallPairs(plainWall).length
