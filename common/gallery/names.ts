/** File names as people paste them: from a mail, a spreadsheet, another program. */

import type { PhotoId } from '../ids.ts'

interface Named {
  readonly id: PhotoId
  readonly cameraName: string
}

export interface FoundNames {
  readonly found: ReadonlySet<PhotoId>
  /** As they were pasted, each once. */
  readonly missing: readonly string[]
  /** How many different names were pasted. */
  readonly asked: number
}

/**
 * A name means the photos called so, whatever the case, the folder and the ending; failing that, those whose number it is:
 * `12` and `0012` find `PRF_0012.jpg`, and a range of numbers each of them; failing that, the photo it was made from: `PRF_0012-Edit.psd`.
 * A line, or a part with blanks, is one name if a photo is called so, else several.
 */
export function findNames(text: string, photos: Iterable<Named>): FoundNames {
  const index = indexOf(photos)
  const found = new Set<PhotoId>()
  const asked = new Set<string>()
  const missing: string[] = []
  const look = (name: string) => {
    const key = stem(name)
    if (key === '' || asked.has(key)) return
    asked.add(key)
    const ids = index.byStem.get(key) ?? index.byNumber.get(numberOf(key, /^\d+$/)) ?? made(key, index)
    if (ids) for (const id of ids) found.add(id)
    else missing.push(name)
  }
  for (const name of namesIn(text, index)) look(name)
  return { found, missing, asked: asked.size }
}

function namesIn(text: string, index: Index): readonly string[] {
  const isName = (one: string) => index.byStem.has(stem(one))
  return linesOf(text).flatMap((line) => {
    if (isName(line)) return [line]
    return partsOf(line).flatMap((part) => {
      if (isName(part)) return [part]
      const bare = unwrapped(part)
      const names = [bare, part.replace(/\s\(\d+\)(?=\.|$)/, '')].filter(isName)
      if (names[0] !== undefined) return [names[0]]
      return bare.split(/\s+/).flatMap((word) => rangeOf(unwrapped(word), index) ?? [unwrapped(word)])
    })
  })
}

/** Whether a text holds any name. */
export const namesAsked = (text: string): boolean => /[^\s,;"']/.test(text)

/** Lines without what marks them as a list: a dash, a dot, a number of their own. Signs nobody sees are left out. */
const linesOf = (text: string): readonly string[] =>
  text
    .replace(/\p{Cf}/gu, '')
    .split(/[\n\r]+/)
    .map((line) => line.trim().replace(/^(?:[-–—*•·+]|\(?\d{1,4}[.)])\s+(?=\S)/u, ''))
    .filter(Boolean)

const partsOf = (line: string): readonly string[] =>
  line
    .split(/[\t,;]+/)
    .map((part) => part.trim())
    .filter(Boolean)

/** Without the quotes, brackets and the end of a sentence that stand around it. */
const unwrapped = (part: string): string =>
  part
    .replace(/^["'`“”„‚‘’«»‹›([{<*#]+/u, '')
    .replace(/["'`“”„‚‘’«»‹›)\]}>*.:!?]+$/u, '')
    .trim()

/** More than this is no range of frames but a number with a dash in it. */
const longestRange = 500

/** The numbers of `12-15`, if the first and the last of them are here. */
function rangeOf(word: string, { byNumber, byStem }: Index): readonly string[] | null {
  const [, first, last] = /^(\d+)[-–—](\d+)$/u.exec(word) ?? []
  if (first === undefined || last === undefined || byStem.has(stem(word))) return null
  const [from, to] = [Number(first), Number(last)]
  if (to <= from || to - from > longestRange || !byNumber.has(String(from)) || !byNumber.has(String(to))) return null
  return Array.from({ length: to - from + 1 }, (_, n) => String(from + n))
}

/** What another program made from a photo is called after it. */
function made(key: string, { byStem }: Index): readonly PhotoId[] | null {
  for (let end = key.length; ; ) {
    end = Math.max(...['-', '_', ' ', '('].map((sign) => key.lastIndexOf(sign, end - 1)))
    const from = key.slice(0, Math.max(0, end)).trim()
    if (end <= 0 || !/\p{L}.*\d/u.test(from)) return null
    const ids = byStem.get(from)
    if (ids) return ids
  }
}

interface Index {
  readonly byStem: ReadonlyMap<string, readonly PhotoId[]>
  readonly byNumber: ReadonlyMap<string, readonly PhotoId[]>
}

function indexOf(photos: Iterable<Named>): Index {
  const byStem = new Map<string, PhotoId[]>()
  const byNumber = new Map<string, PhotoId[]>()
  for (const { id, cameraName } of photos) {
    const name = stem(cameraName)
    add(byStem, name, id)
    const number = numberOf(name, /\d+$/)
    if (number !== '') add(byNumber, number, id)
  }
  return { byStem, byNumber }
}

function add(index: Map<string, PhotoId[]>, key: string, id: PhotoId): void {
  const known = index.get(key)
  if (known) known.push(id)
  else index.set(key, [id])
}

/** Digits without the zeros before them; empty if there are none. */
const numberOf = (name: string, digits: RegExp): string => digits.exec(name)?.[0].replace(/^0+(?=\d)/, '') ?? ''

function stem(name: string): string {
  const file = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
  return file
    .trim()
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .normalize('NFC')
    .toLowerCase()
}
