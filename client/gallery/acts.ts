/** What a person does, as acts with a way back. Reads the sheets, writes nothing. */
import { type CommandId, type PhotoId, type SelectionId, type SheetId, sheetIdOf } from '../../common/ids.ts'
import { photosPerCommand } from '../../common/limits.ts'
import type { SheetCommand } from '../../common/sheet/commands.ts'
import { type Mark, pickKey, type SheetContent } from '../../common/sheet/shape.ts'
import { newId } from '../net/new-id.ts'
import { homeAudienceOf, markKeyOf, type SheetPlace, type Standing, sheetOf, talkAudienceOf } from '../sheet/audience.ts'
import type { OutboxEntry, SheetEntry } from '../sheet/outbox-entry.ts'
import type { MarkPatch, NewComment, SeenComment, WordsPlace } from './gallery-view.ts'
import { type HideEntry, isHide } from './hide-queue.ts'
import type { Act, Step } from './history.ts'
import { noMark } from './summary.ts'

export type Actor = Standing
type ContentOf = (place: SheetPlace) => SheetContent | null

export function markAct(actor: Actor, photos: readonly PhotoId[], { patch, contentOf }: { patch: MarkPatch; contentOf: ContentOf }): Act {
  const [forth, back]: [Step[], Step[]] = [[], []]
  for (const photo of photos) {
    const audience = homeAudienceOf(actor, photo)
    const place = sheetOf(photo, audience)
    const before = contentOf(place)?.marks[markKeyOf(audience, actor.person)] ?? noMark
    const changed = changedPart(before, patch)
    if (!changed) continue
    forth.push({ type: 'sheet', sheet: place.id, command: { type: 'mark:set', ...changed } })
    back.push({ type: 'sheet', sheet: place.id, command: { type: 'mark:set', ...partOf(before, changed) } })
  }
  return { forth, back }
}

export const sheetForWords = (actor: Actor, photo: PhotoId, { beside, teamOnly }: WordsPlace): SheetId =>
  beside ? sheetOfSeen(photo, beside) : sheetIdOf(photo, talkAudienceOf(actor, photo, teamOnly))

/** Photos go into a list or out of it; what is so already is passed over. */
export function pickAct(
  actor: Actor,
  photos: readonly PhotoId[],
  at: { selection: SelectionId; into: boolean; contentOf: ContentOf },
): Act {
  const { selection, into, contentOf } = at
  const [forth, back]: [Step[], Step[]] = [[], []]
  for (const photo of photos) {
    const place = sheetOf(photo, homeAudienceOf(actor, photo))
    const there = contentOf(place)?.picks[pickKey(selection, actor.person)] !== undefined
    if (there === into) continue
    forth.push({ type: 'sheet', sheet: place.id, command: { type: into ? 'pick:add' : 'pick:remove', selection } })
    back.push({ type: 'sheet', sheet: place.id, command: { type: into ? 'pick:remove' : 'pick:add', selection } })
  }
  return { forth, back }
}

export function commentAct(
  actor: Actor,
  photo: PhotoId,
  at: { id: SeenComment['id']; comment: NewComment; thread: SeenComment | null },
): Act {
  const { id, comment, thread } = at
  const sheet = sheetForWords(actor, photo, { beside: thread, teamOnly: comment.teamOnly === true })
  const command: SheetCommand = {
    type: 'comment:add',
    id,
    body: comment.body.trim(),
    parent: comment.parent ?? null,
    place: comment.place ? [comment.place[0], comment.place[1]] : null,
    version: comment.version ?? null,
    drawing: comment.drawing ?? null,
    mentions: [...(comment.mentions ?? [])],
  }
  return { forth: [{ type: 'sheet', sheet, command }], back: [{ type: 'sheet', sheet, command: { type: 'comment:delete', id } }] }
}

/** A change of a comment that is there. Deleting has no way back: the words are gone. */
export function changeCommentAct(photo: PhotoId, comment: SeenComment, command: Exclude<SheetCommand, { type: 'mark:set' }>): Act {
  const sheet = sheetOfSeen(photo, comment)
  const back: Step[] = []
  if (command.type === 'comment:edit') {
    back.push({
      type: 'sheet',
      sheet,
      command: { type: 'comment:edit', id: comment.id, body: comment.body, mentions: [...comment.mentions] },
    })
  } else if (command.type === 'comment:resolve') {
    back.push({ type: 'sheet', sheet, command: { type: 'comment:resolve', id: comment.id, resolved: !command.resolved } })
  }
  return { forth: [{ type: 'sheet', sheet, command }], back }
}

export function hideAct(photos: readonly PhotoId[], hide: boolean): Act {
  const [forth, back]: [Step[], Step[]] = [[], []]
  for (let i = 0; i < photos.length; i += photosPerCommand) {
    const some = photos.slice(i, i + photosPerCommand)
    forth.push({ type: hide ? 'hide' : 'show', photos: some })
    back.push({ type: hide ? 'show' : 'hide', photos: some })
  }
  return { forth, back }
}

/** Steps as entries of the outbox. */
export function entriesOf(
  steps: readonly Step[],
  facts: () => Pick<SheetEntry, 'order' | 'person' | 'at' | 'page'>,
): { readonly sheets: readonly SheetEntry[]; readonly hides: readonly HideEntry[] } {
  const sheets: SheetEntry[] = []
  const hides: HideEntry[] = []
  for (const step of steps) {
    if (step.type === 'sheet') sheets.push({ kind: 'sheet', ...facts(), sheet: step.sheet, command: step.command })
    else {
      const type = step.type === 'hide' ? ('photo:hide' as const) : ('photo:show' as const)
      hides.push({ kind: 'command', ...facts(), id: newId<CommandId>('command'), command: { type, photos: [...step.photos] } })
    }
  }
  return { sheets, hides }
}

/** An act of the outbox, to be done once more. */
export function stepsOf(entry: OutboxEntry): readonly Step[] {
  if (entry.kind === 'sheet') return [{ type: 'sheet', sheet: entry.sheet, command: entry.command }]
  return isHide(entry) ? [{ type: entry.command.type === 'photo:hide' ? 'hide' : 'show', photos: entry.command.photos }] : []
}

/** The sheet something seen stands on. */
export function sheetOfSeen(photo: PhotoId, { sheet }: Pick<SeenComment, 'sheet'>): SheetId {
  return sheetIdOf(
    photo,
    sheet.audience === 'person' && sheet.person ? `person:${sheet.person}` : sheet.audience === 'team' ? 'team' : 'shared',
  )
}

function changedPart(before: Mark, patch: MarkPatch): MarkPatch | null {
  const changed: MarkPatch = {
    ...(patch.flag !== undefined && patch.flag !== before.flag ? { flag: patch.flag } : {}),
    ...(patch.label !== undefined && patch.label !== before.label ? { label: patch.label } : {}),
    ...(patch.stars !== undefined && patch.stars !== before.stars ? { stars: patch.stars } : {}),
    ...(patch.favourite !== undefined && patch.favourite !== before.favourite ? { favourite: patch.favourite } : {}),
  }
  return Object.keys(changed).length > 0 ? changed : null
}

const partOf = (mark: Mark, like: MarkPatch): MarkPatch => ({
  ...(like.flag !== undefined ? { flag: mark.flag } : {}),
  ...(like.label !== undefined ? { label: mark.label } : {}),
  ...(like.stars !== undefined ? { stars: mark.stars } : {}),
  ...(like.favourite !== undefined ? { favourite: mark.favourite } : {}),
})
