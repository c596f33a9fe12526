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
 * `12` and `0012` find `PRF_0012.jpg`. A part with blanks is one name if a photo is called so, else several.
 */
export function findNames(text: string, photos: Iterable<Named>): FoundNames {
  const { byStem, byNumber } = indexOf(photos)
  const found = new Set<PhotoId>()
  const asked = new Set<string>()
  const missing: string[] = []
  const look = (name: string) => {
    const key = stem(name)
    if (key === '' || asked.has(key)) return
    asked.add(key)
    const ids = byStem.get(key) ?? byNumber.get(numberOf(key, /^\d+$/))
    if (ids) for (const id of ids) found.add(id)
    else missing.push(name)
  }
  for (const part of partsOf(text)) {
    if (byStem.has(stem(part))) look(part)
    else for (const word of part.split(/\s+/)) look(word)
  }
  return { found, missing, asked: asked.size }
}

/** Whether a text holds any name. */
export const namesAsked = (text: string): boolean => /[^\s,;"']/.test(text)

const partsOf = (text: string): readonly string[] =>
  text
    .split(/[\n\r\t,;]+/)
    .map((part) => part.trim().replace(/^["']|["']$/g, ''))
    .filter(Boolean)

type Index = ReadonlyMap<string, readonly PhotoId[]>

function indexOf(photos: Iterable<Named>): { readonly byStem: Index; readonly byNumber: Index } {
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
    .toLowerCase()
}
