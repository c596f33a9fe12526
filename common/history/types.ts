/** Which commands history tells, by what somebody may look for. Whose vote came when is not told; saved views are everybody's own affair. */
import type { AnyCommand } from '../gallery/commands.ts'
import { assertNever } from '../result.ts'
import type { SheetAct } from '../sheet/acts.ts'
import type { Root } from '../sheet/shape.ts'
import type { HistoryKind } from './entry.ts'

export const galleryActs = {
  marks: [],
  comments: [],
  drawings: [],
  lists: [
    'selection:add',
    'selection:change',
    'selection:close',
    'selection:remind',
    'selection:remove',
    'selection:submit',
    'selection:ask',
    'selection:reopen',
  ],
  photos: ['photo:add', 'photo:move', 'photo:remove', 'photo:hide', 'photo:show', 'photo:kept', 'photo:failed'],
  sharing: ['link:add', 'link:change', 'link:release', 'link:revoke', 'grant:revoke'],
  visits: ['guest:enter', 'terms:accept'],
  session: ['session:start', 'session:lead', 'session:end', 'topic:add', 'vote:open', 'vote:reveal', 'decision:add', 'decision:remove'],
  settings: ['gallery:create', 'gallery:change', 'gallery:expire', 'gallery:labels', 'scene:add', 'scene:change', 'scene:remove'],
} as const satisfies Readonly<Record<HistoryKind, readonly AnyCommand['type'][]>>

export type GalleryActType = (typeof galleryActs)[HistoryKind][number]

/** How the kept text of a command begins that history tells. Of files that came in only another version of a photo is told. */
export const beginningOf = (type: GalleryActType): string =>
  type === 'photo:kept' ? `{"type":"${type}","again":true` : `{"type":"${type}"`

/** Of a photo: what was done to it, not what merely names it. */
export const photoActs: readonly GalleryActType[] = [...galleryActs.photos, 'topic:add', 'vote:open', 'vote:reveal', 'decision:add']

export const rootsOf: Readonly<Record<HistoryKind, readonly Root[]>> = {
  marks: ['marks'],
  comments: ['comments'],
  drawings: ['drawings'],
  lists: ['picks'],
  photos: [],
  sharing: [],
  visits: [],
  session: [],
  settings: [],
}

/** What somebody looks for who finds this on a sheet. */
export function kindOfSheetAct(act: SheetAct): HistoryKind {
  switch (act.type) {
    case 'marked':
      return 'marks'
    case 'picked':
    case 'unpicked':
      return 'lists'
    case 'wrote':
    case 'answered':
    case 'edited':
    case 'unsaid':
    case 'resolved':
    case 'unresolved':
      return 'comments'
    case 'drew':
    case 'redrew':
    case 'covered':
    case 'uncovered':
    case 'erased':
      return 'drawings'
    case 'touched':
      return act.root === 'picks' ? 'lists' : act.root
    default:
      return assertNever(act)
  }
}
