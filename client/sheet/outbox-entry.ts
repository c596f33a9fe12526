/** What lies in the outbox: acts as commands, with who did them and when. */
import { z } from 'zod'
import { galleryCommand } from '../../common/gallery/commands.ts'
import {
  type CommandId,
  type CommentId,
  commandId,
  commentId,
  type PersonId,
  type PhotoId,
  parseSheetId,
  personId,
  type SheetId,
} from '../../common/ids.ts'
import { sheetCommand } from '../../common/sheet/commands.ts'
import { markSchema } from '../../common/sheet/schema.ts'

const facts = {
  /** Ascending; the key. */
  order: z.number(),
  person: z.custom<PersonId>((value) => personId.safeParse(value).success),
  /** Milliseconds since 1970, by the server's clock. */
  at: z.number().int(),
  /** The page that made it. */
  page: z.string(),
}
const sheetEntry = z.object({
  ...facts,
  kind: z.literal('sheet'),
  sheet: z.custom<SheetId>((value) => typeof value === 'string' && parseSheetId(value) !== null),
  command: sheetCommand,
  /** Of a mark: what the fields it sets were when it was made. */
  was: markSchema.pick({ flag: true, label: true, stars: true, favourite: true }).partial().optional(),
})
const commandEntry = z.object({
  ...facts,
  kind: z.literal('command'),
  id: z.custom<CommandId>((value) => commandId.safeParse(value).success),
  command: galleryCommand,
})

/** Threads read: kept like an act, but nobody is told that it waits. */
const readingEntry = z.object({
  ...facts,
  kind: z.literal('read'),
  threads: z.array(z.tuple([z.custom<CommentId>((value) => commentId.safeParse(value).success), z.number(), z.number()])),
})

export type SheetEntry = Readonly<z.infer<typeof sheetEntry>>
export type CommandEntry = Readonly<z.infer<typeof commandEntry>>
export type ReadingEntry = Readonly<z.infer<typeof readingEntry>>
export type OutboxEntry = SheetEntry | CommandEntry | ReadingEntry

/** An entry as another page, perhaps of another version, left it; null if this one does not understand it. */
export function readEntry(value: unknown): OutboxEntry | null {
  const parsed = z.discriminatedUnion('kind', [sheetEntry, commandEntry, readingEntry]).safeParse(value)
  return parsed.success ? parsed.data : null
}

export function photoOf(act: OutboxEntry): PhotoId | null {
  if (act.kind === 'sheet') return parseSheetId(act.sheet)?.photo ?? null
  if (act.kind === 'read') return null
  const { command } = act
  return command.type === 'photo:hide' || command.type === 'photo:show' ? (command.photos[0] ?? null) : null
}

/** What somebody wrote in this act: words that would be lost with it. */
export function wordsOf(act: OutboxEntry): string | null {
  if (act.kind !== 'sheet') return null
  const { command } = act
  if (command.type === 'comment:add' || command.type === 'comment:edit') return command.body
  const text = command.type === 'drawing:add' || command.type === 'drawing:change' ? command.text : null
  return text?.trim() ? text : null
}
