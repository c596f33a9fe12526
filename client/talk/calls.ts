/** Calling somebody by name in words: `@` and the name as it is known here, names with spaces too. */
import type { PersonId } from '../../common/ids.ts'
import { mentionsPerComment } from '../../common/sheet/schema.ts'

export interface Callable {
  readonly id: PersonId
  readonly name: string
}

/** Letters written after an `@` before nobody is looked for any more. */
const longestQuery = 60
/** An `@` inside a word is an address, not a call. */
const opens = /[\s([{<"'„“«‚‘–—/-]/
const inName = /[\p{L}\p{N}]/u

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** The call that is being written before the caret, or null. */
export function callAt(text: string, caret: number): { readonly from: number; readonly query: string } | null {
  const from = text.lastIndexOf('@', caret - 1)
  if (from < 0 || from >= caret || (from > 0 && !opens.test(text[from - 1] ?? ''))) return null
  const query = text.slice(from + 1, caret)
  return query.length > longestQuery || /\n|^\s/.test(query) ? null : { from, query }
}

/** Whose name, or a part of it, begins like this; those whose whole name does come first. */
export function suggested<Who extends Callable>(people: readonly Who[], query: string): readonly Who[] {
  const wanted = plain(query)
  const whole = people.filter(({ name }) => plain(name).startsWith(wanted))
  const part = people.filter((one) => !whole.includes(one) && plain(one.name).includes(` ${wanted}`))
  return wanted === '' ? people : [...whole, ...part]
}

/** The text with the call written out, and where the caret goes. */
export function withCall(text: string, at: { readonly from: number; readonly caret: number }, name: string): readonly [string, number] {
  const rest = text.slice(at.caret)
  const call = `@${name}${/^\s/.test(rest) ? '' : ' '}`
  return [text.slice(0, at.from) + call + rest, at.from + call.length + (/^\s/.test(rest) ? 1 : 0)]
}

export interface Piece {
  /** Where it begins in the text. */
  readonly at: number
  readonly text: string
  readonly person: PersonId | null
}

/** The text cut into words and calls; of two people of one name the first stands. */
export function piecesOf(text: string, people: readonly Callable[]): readonly Piece[] {
  const longestFirst = [...people].filter(({ name }) => name !== '').sort((a, b) => b.name.length - a.name.length)
  const pieces: Piece[] = []
  let done = 0
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (at < done || (at > 0 && !opens.test(text[at - 1] ?? ''))) continue
    const called = longestFirst.find(({ name }) => names(text, at + 1, name))
    if (!called) continue
    if (at > done) pieces.push({ at: done, text: text.slice(done, at), person: null })
    done = at + 1 + called.name.length
    pieces.push({ at, text: text.slice(at, done), person: called.id })
  }
  return done < text.length ? [...pieces, { at: done, text: text.slice(done), person: null }] : pieces
}

export function calledIn(text: string, people: readonly Callable[]): readonly PersonId[] {
  const called = new Set(piecesOf(text, people).flatMap(({ person }) => person ?? []))
  return [...called].slice(0, mentionsPerComment)
}

function names(text: string, at: number, name: string): boolean {
  const end = at + name.length
  return text.slice(at, end).toLowerCase() === name.toLowerCase() && !inName.test(text[end] ?? '')
}
