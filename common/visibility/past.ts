/** What a viewer is told of what was done before: staff alone, of sheets they read and photos they see, as things are now. */
import type { GalleryAct, HistoryEntry } from '../history/entry.ts'
import { beginningOf, type GalleryActType, galleryActs, photoActs } from '../history/types.ts'
import { type PersonId, type PhotoId, parseSheetId, type SheetId } from '../ids.ts'
import { photosTold } from '../limits.ts'
import { actsAt, type SheetAct } from '../sheet/acts.ts'
import { roots } from '../sheet/shape.ts'
import { factsOf } from './past-facts.ts'
import { type Looking, seenPhoto } from './records.ts'
import { readsSheet } from './sheets.ts'

/** A commit as it was kept: what was asked, and which records it wrote. */
export interface PastCommit {
  readonly rev: number
  readonly command: unknown
  readonly writes: readonly { readonly kind: string; readonly id: string; readonly value: unknown }[]
  readonly by: PersonId | null
  readonly at: number
}

export interface PastSheetPush {
  readonly sheet: SheetId
  readonly epoch: number
  readonly seq: number
  readonly at: number
  readonly writes: readonly { readonly person: PersonId; readonly paths: readonly string[]; readonly acts?: readonly SheetAct[] }[]
}

/** The sheet a told push wrote, by the id its entries were given; null for what a commit did. */
export function sheetOfEntry({ id }: Pick<HistoryEntry, 'id'>): SheetId | null {
  const sheet = id.slice(0, Math.max(id.lastIndexOf('/'), 0))
  return parseSheetId(sheet) ? (sheet as SheetId) : null
}

/** The entries of one push. What was done on a photo that is gone went with it. */
export function toldPush(look: Looking, { sheet, epoch, seq, at, writes }: PastSheetPush): readonly HistoryEntry[] {
  const place = parseSheetId(sheet)
  const photo = place && look.state.photos.get(place.photo)
  if (!photo || !look.staff || !readsSheet(look.viewer, look.state, photo, place.audience)) return []
  const done = writes.flatMap(({ person, paths, acts }) => (acts ?? actsAt(paths, roots)).map((act) => ({ person, act })))
  return done.map(({ person, act }, i) => ({
    id: `${sheet}/${epoch}.${seq}.${i}`,
    at,
    by: person,
    act,
    photos: [photo.id],
    seen: 1,
    gone: 0,
  }))
}

export function toldCommit(look: Looking, commit: PastCommit): HistoryEntry | null {
  if (!look.staff) return null
  const type = typeOf(commit.command)
  if (!type) return null
  const about = photosIn(commit)
  const seen = about.filter((id) => sees(look, id))
  const gone = about.filter((id) => !look.state.photos.has(id)).length
  // What was done to photos none of which is seen is told only of those that are no more.
  if (photoActs.includes(type) && seen.length + gone === 0) return null
  const act: GalleryAct = { type, ...factsOf(look, { type, command: commit.command as Fields, writes: commit.writes }) }
  const by = commit.by ?? personIn(commit.command)
  return { id: `r${commit.rev}`, at: commit.at, by, act, photos: seen.slice(0, photosTold), seen: seen.length, gone }
}

type Fields = Readonly<Record<string, unknown>>

const told: readonly GalleryActType[] = Object.values(galleryActs).flat()

function typeOf(command: unknown): GalleryActType | null {
  const text = JSON.stringify(command)
  return told.find((type) => text.startsWith(beginningOf(type))) ?? null
}

/** Every photo a commit wrote, or whose entry of a session it wrote. */
function photosIn({ writes }: PastCommit): readonly PhotoId[] {
  return writes.flatMap(({ kind, id, value }) => {
    if (kind === 'photo') return id as PhotoId
    const photo = kind === 'decision' || kind === 'vote' || kind === 'topic' ? (value as { readonly photo?: PhotoId } | null)?.photo : null
    return photo ?? []
  })
}

function sees(look: Looking, id: PhotoId): boolean {
  const photo = look.state.photos.get(id)
  return photo !== undefined && seenPhoto(look, photo) !== null
}

/** Whoever comes in is let in by the server. */
function personIn(command: unknown): PersonId | null {
  const { type, person } = command as Fields
  return type === 'guest:enter' || type === 'terms:accept' ? (person as PersonId) : null
}
