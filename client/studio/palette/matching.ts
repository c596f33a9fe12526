/** How well words fit a text, and where they stand in it. Pure: texts and words are folded, see `common/gallery/find-words`. */
import { folded } from '../../../common/gallery/find-words.ts'

/** Of one word: where the text begins, where a word of it does, anywhere else. */
type Place = 0 | 1 | 2

const inWord = /[\p{L}\p{N}]/u
const digit = /\p{N}/u

/** A number behind letters is a word of its own, as in the names cameras give. */
function begins(text: string, at: number): boolean {
  const before = text[at - 1] ?? ''
  return !inWord.test(before) || (digit.test(text[at] ?? '') && !digit.test(before))
}

function placeOf(text: string, word: string): { readonly at: number; readonly place: Place } | null {
  const first = text.indexOf(word)
  if (first < 0) return null
  if (first === 0) return { at: 0, place: 0 }
  for (let at = first; at >= 0; at = text.indexOf(word, at + 1)) if (begins(text, at)) return { at, place: 1 }
  return { at: first, place: 2 }
}

/** Smaller fits better; null where a word is missing. The order of the words counts nothing. */
export function fitOf(text: string, words: readonly string[]): number | null {
  let sum = 0
  for (const word of words) {
    const found = placeOf(text, word)
    if (!found) return null
    sum += found.place
  }
  return sum
}

/** The best of them, of equals the first; never more than `most`, however many there are. */
export function bestOf<T>(all: Iterable<T>, rankOf: (one: T) => number | null, most: number): readonly T[] {
  const byFit: T[][] = []
  for (const one of all) {
    const rank = rankOf(one)
    if (rank === null) continue
    byFit[rank] ??= []
    const shelf = byFit[rank]
    if (shelf.length < most) shelf.push(one)
  }
  return byFit.flat().slice(0, most)
}

/** A frame by its number: the number itself, numbers that begin like it, those that hold it. */
export function frameFit(number: string, asked: string): number | null {
  const [own, wanted] = [bare(number), bare(asked)]
  if (wanted === '') return 2
  if (own === wanted) return 0
  if (own.startsWith(wanted)) return 1
  return number.includes(asked) ? 2 : null
}

const bare = (number: string): string => folded(number).replace(/^0+(?=.)/, '')

export interface Part {
  readonly text: string
  readonly hit: boolean
}

/** The text as it is written, cut where the words stand in it. */
export function partsOf(text: string, words: readonly string[]): readonly Part[] {
  const { plain, from, to } = foldedByLetter(text)
  const hits = words
    .flatMap((word) => {
      const at = word === '' ? undefined : placeOf(plain, word)?.at
      return at === undefined ? [] : [{ from: from[at] ?? 0, to: to[at + word.length - 1] ?? text.length }]
    })
    .sort((a, b) => a.from - b.from)
  const parts: Part[] = []
  let done = 0
  for (const hit of hits) {
    if (hit.to <= done) continue
    const start = Math.max(done, hit.from)
    if (start > done) parts.push({ text: text.slice(done, start), hit: false })
    parts.push({ text: text.slice(start, hit.to), hit: true })
    done = hit.to
  }
  return done < text.length ? [...parts, { text: text.slice(done), hit: false }] : parts
}

/** Folded, with the place in the text that each letter came from; an accent behind a letter belongs to it. */
function foldedByLetter(text: string): { readonly plain: string; readonly from: readonly number[]; readonly to: readonly number[] } {
  let plain = ''
  const from: number[] = []
  const to: number[] = []
  let at = 0
  for (const letter of text) {
    const after = at + letter.length
    const bareLetter = folded(letter)
    for (let i = 0; i < bareLetter.length; i++) {
      from.push(at)
      to.push(after)
    }
    if (bareLetter === '' && to.length > 0) to[to.length - 1] = after
    plain += bareLetter
    at = after
  }
  return { plain, from, to }
}
