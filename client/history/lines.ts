/** Entries of history as lines: what one person did to many photos in one go is one of them. */
import type { HistoryEntry } from '../../common/history/entry.ts'
import type { PersonId, PhotoId } from '../../common/ids.ts'

/** Milliseconds between two acts of one go. */
const together = 60_000

export interface HistoryLine {
  /** Of its newest entry. */
  readonly id: string
  readonly at: number
  readonly by: PersonId | null
  /** Of the newest entry. */
  readonly act: HistoryEntry['act']
  /** Whether all of it was exactly this. */
  readonly alike: boolean
  /** Newest first, each once. */
  readonly photos: readonly PhotoId[]
  /** How many photos, those that are not named among them. */
  readonly seen: number
  readonly gone: number
  /** File names of deleted photos, as far as they are told. */
  readonly names: readonly string[]
}

interface Growing {
  readonly entries: HistoryEntry[]
  /** Of its oldest entry so far. */
  at: number
}

/** Without what was done on photos that were deleted since it was read. */
export const stillThere = (entries: readonly HistoryEntry[], photos: Pick<ReadonlySet<PhotoId>, 'has'>): readonly HistoryEntry[] =>
  entries.filter(({ id, photos: [photo] }) => !isOnSheet(id) || (photo !== undefined && photos.has(photo)))

/** Entries of pushes are called by their sheets. */
const isOnSheet = (entry: string): boolean => entry.includes('/')

/** Newest first, as given. A line stands where its newest entry stands, though others may have acted in between. */
export function linesOf(entries: readonly HistoryEntry[]): readonly HistoryLine[] {
  const lines: Growing[] = []
  const open = new Map<string, Growing>()
  for (const entry of entries) {
    const key = keyOf(entry)
    const known = key === null ? undefined : open.get(key)
    if (known && known.at - entry.at <= together) {
      known.entries.push(entry)
      known.at = entry.at
      continue
    }
    const line = { entries: [entry], at: entry.at }
    lines.push(line)
    if (key !== null) open.set(key, line)
  }
  return lines.flatMap(({ entries: own }) => lineOf(own) ?? [])
}

/** What may be done to many photos in one go; null stands alone. Words are read one by one. */
function keyOf({ by, act }: HistoryEntry): string | null {
  switch (act.type) {
    case 'marked':
      return `${by} marked ${act.house === true}`
    case 'picked':
    case 'unpicked':
      return `${by} ${act.type} ${act.selection}`
    case 'drew':
    case 'redrew':
    case 'covered':
    case 'uncovered':
    case 'erased':
      return `${by} ${act.type}`
    case 'touched':
      return `${by} touched ${act.root}`
    case 'photo:add':
    case 'photo:move':
      return `${by} ${act.type} ${act.scene}`
    case 'photo:remove':
    case 'photo:hide':
    case 'photo:show':
    case 'photo:failed':
      return `${by} ${act.type}`
    default:
      return null
  }
}

function lineOf(entries: readonly HistoryEntry[]): HistoryLine | null {
  const [newest, ...more] = entries
  if (!newest) return null
  const photos = [...new Set(entries.flatMap((entry) => entry.photos))]
  // One photo may have been taken up again and again; of those that are only counted nobody knows.
  const unnamed = entries.reduce((sum, entry) => sum + entry.seen - entry.photos.length, 0)
  const { id, at, by } = newest
  const whole = photos.length === 1 && unnamed === 0 ? wholeMark(entries) : null
  const act = whole ?? newest.act
  const alike = whole !== null || more.every((entry) => JSON.stringify(entry.act) === JSON.stringify(act))
  const gone = entries.reduce((sum, entry) => sum + entry.gone, 0)
  const names = entries.flatMap((entry) => ('names' in entry.act ? (entry.act.names ?? []) : []))
  return { id, at, by, act, alike, photos, seen: photos.length + unnamed, gone, names }
}

/** What became of one photo that was marked again and again: each field as it was set last. Null unless all of it are marks. */
function wholeMark(entries: readonly HistoryEntry[]): HistoryEntry['act'] | null {
  const acts = entries.flatMap(({ act }) => (act.type === 'marked' ? act : []))
  if (acts.length < entries.length) return null
  return Object.assign({}, ...acts.toReversed())
}

/** Lines of one day together, the newest day first. `day`: as the reader's calendar has it. */
export function daysOf(
  lines: readonly HistoryLine[],
): readonly { readonly day: string; readonly at: number; readonly lines: readonly HistoryLine[] }[] {
  const days = new Map<string, { day: string; at: number; lines: HistoryLine[] }>()
  for (const line of lines) {
    const day = new Date(line.at).toDateString()
    const known = days.get(day)
    if (known) known.lines.push(line)
    else days.set(day, { day, at: line.at, lines: [line] })
  }
  return [...days.values()]
}
