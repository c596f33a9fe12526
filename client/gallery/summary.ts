/** One photo's marks and words out of all its sheets, as a screen reads them. */
import type { DrawingId, PersonId } from '../../common/ids.ts'
import { callsFor, type Reading, unreadIn, wholeRead } from '../../common/sheet/reading.ts'
import { houseKey, type Mark, type SheetContent } from '../../common/sheet/shape.ts'
import { homeAudienceOf, isStaff, type SheetPlace, type Standing } from '../sheet/audience.ts'
import type { CommentThread, PhotoMarks, PhotoTalk, SeenComment, SeenDrawing, SeenSheet } from './gallery-view.ts'
import { photoPicks, samePicks } from './photo-picks.ts'

export interface Sheet {
  readonly place: SheetPlace
  readonly content: SheetContent
}
export interface Reader extends Standing {
  readonly reading: Reading
}

export const noMark: Mark = { flag: null, label: null, stars: 0, favourite: false, by: '' as PersonId, at: 0 }
export const noMarks: PhotoMarks = {
  mine: noMark,
  byPerson: new Map(),
  house: null,
  comments: 0,
  unresolved: 0,
  unread: 0,
  called: false,
  drawings: 0,
  touched: 0,
  picks: [],
  waiting: false,
}
export const noTalk: PhotoTalk = { threads: [], drawings: [] }

export const isEmpty = (mark: Mark): boolean => mark.flag === null && mark.label === null && mark.stars === 0 && !mark.favourite

export function marksOf(sheets: readonly Sheet[], reader: Reader, waiting: boolean): PhotoMarks {
  const byPerson = new Map<PersonId, Mark>()
  let house: Mark | null = null
  let drawings = 0
  let mine: Mark | null = null
  for (const { place, content } of sheets) {
    drawings += Object.values(content.drawings).filter(({ hidden }) => !hidden).length
    for (const [key, mark] of Object.entries(content.marks)) {
      if (key === houseKey) {
        house = mark
        continue
      }
      const person = key as PersonId
      const known = byPerson.get(person)
      if (!known || known.at < mark.at) byPerson.set(person, mark)
      if (person === reader.person && place.audience === homeAudienceOf(reader, place.photo)) mine = mark
    }
  }
  if (isStaff(reader.gallery)) mine = house
  else if (mine) byPerson.set(reader.person, mine)
  for (const [person, mark] of byPerson) if (isEmpty(mark)) byPerson.delete(person)
  const { threads } = talkOf(sheets, reader)
  const said = threads.flatMap(({ first, replies }) => [first, ...replies]).filter(({ deleted }) => deleted === null)
  const unresolved = threads.filter(({ first }) => first.resolved === null).length
  return {
    mine: mine ?? noMark,
    byPerson,
    house: house && !isEmpty(house) ? house : null,
    comments: said.length,
    unresolved,
    unread: threads.reduce((sum, { unread }) => sum + unread.length, 0),
    called: threads.some(({ unread, called }) => called !== null && unread.includes(called)),
    drawings,
    touched: touchedBy(sheets, reader),
    picks: photoPicks(sheets),
    waiting,
  }
}

/** The latest thing somebody else did. */
function touchedBy(sheets: readonly Sheet[], { gallery, person: me }: Standing): number {
  const shows = (right: 'comment' | 'draw') => isStaff(gallery) || gallery.rights[right] !== 'none'
  let latest = 0
  const at = (by: PersonId, time: number) => {
    if (by !== me && time > latest) latest = time
  }
  for (const { content } of sheets) {
    for (const mark of Object.values(content.marks)) at(mark.by, mark.at)
    for (const comment of shows('comment') ? Object.values(content.comments) : []) at(comment.author, comment.edited ?? comment.at)
    for (const drawing of shows('draw') ? Object.values(content.drawings) : []) at(drawing.author, drawing.at)
  }
  return latest
}

export function talkOf(sheets: readonly Sheet[], reader: Reader): PhotoTalk {
  const drawings = drawingsOf(sheets, reader)
  if (reader.gallery.rights.comment === 'none' && !isStaff(reader.gallery)) return { threads: [], drawings }
  const all = sheets.flatMap((sheet) => Object.values(sheet.content.comments).map((comment) => seen(comment, sheet.place, reader.person)))
  const replies = new Map<string, SeenComment[]>()
  for (const comment of all.filter(({ parent }) => parent !== null).sort(byTime)) {
    const siblings = replies.get(comment.parent ?? '')
    if (siblings) siblings.push(comment)
    else replies.set(comment.parent ?? '', [comment])
  }
  const threads: CommentThread[] = all
    .filter(({ parent }) => parent === null)
    .sort(byTime)
    .map((first) => threadOf(first, replies.get(first.id) ?? [], reader))
    .filter(({ first, replies }) => first.deleted === null || replies.length > 0)
  return { threads, drawings }
}

function drawingsOf(sheets: readonly Sheet[], { gallery, person }: Standing): readonly SeenDrawing[] {
  if (gallery.rights.draw === 'none' && !isStaff(gallery)) return []
  return sheets
    .flatMap(({ place, content }) =>
      Object.entries(content.drawings).map(([id, drawing]) => ({
        ...drawing,
        id: id as DrawingId,
        sheet: seenSheet(place),
        mine: drawing.author === person,
      })),
    )
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
}

function threadOf(first: SeenComment, answers: readonly SeenComment[], { person: me, reading }: Reader): CommentThread {
  const words = [first, ...answers]
  return {
    first,
    replies: answers.filter(({ deleted }) => deleted === null),
    unread: unreadIn(first.id, words, { me, reading }).map(({ id }) => id),
    called: words.findLast((word) => callsFor(word, me))?.id ?? null,
    whole: wholeRead(first.id, words, me),
  }
}

/** Threads with a new address only if anything differs: React compares by identity. */
export function sameMarks(a: PhotoMarks, b: PhotoMarks): boolean {
  return (
    a.comments === b.comments &&
    a.unresolved === b.unresolved &&
    a.unread === b.unread &&
    a.called === b.called &&
    a.drawings === b.drawings &&
    a.touched === b.touched &&
    samePicks(a.picks, b.picks) &&
    a.waiting === b.waiting &&
    sameMark(a.mine, b.mine) &&
    sameMark(a.house, b.house) &&
    a.byPerson.size === b.byPerson.size &&
    [...a.byPerson].every(([person, mark]) => sameMark(mark, b.byPerson.get(person) ?? null))
  )
}

export function sameMark(a: Mark | null, b: Mark | null): boolean {
  if (a === null || b === null) return a === b
  return a.flag === b.flag && a.label === b.label && a.stars === b.stars && a.favourite === b.favourite && a.by === b.by && a.at === b.at
}

const byTime = (a: SeenComment, b: SeenComment) => a.at - b.at || (a.id < b.id ? -1 : 1)

function seenSheet({ audience }: SheetPlace): SeenSheet {
  if (audience === 'team' || audience === 'shared') return { audience, person: null }
  return { audience: 'person', person: audience.slice('person:'.length) as PersonId }
}

const seen = (comment: SheetContent['comments'][string], place: SheetPlace, me: PersonId): SeenComment => ({
  ...comment,
  sheet: seenSheet(place),
  mine: comment.author === me,
})
