/** Free search over what a photo is called, what its caption says and its keywords. */
import type { Capture } from './model.ts'

interface Readable {
  readonly cameraName: string
  readonly versions: readonly { readonly capture: Capture }[]
}

/** Without case, accents and what surrounds it. */
export function wordsIn(text: string): readonly string[] {
  return folded(text).split(/\s+/).filter(Boolean)
}

/** Every word, in any order, also as a part of a longer one. No words are in everything. */
export function hasWords(photo: Readable, words: readonly string[]): boolean {
  if (words.length === 0) return true
  const text = textOf(photo)
  return words.every((word) => text.includes(word))
}

/** Without case and accents; what is searched and what is searched for are folded alike. */
export const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Records are replaced, never changed, so that their text is folded once. */
const texts = new WeakMap<Readable, string>()

function textOf(photo: Readable): string {
  const known = texts.get(photo)
  if (known !== undefined) return known
  const capture = photo.versions.at(-1)?.capture
  const text = folded([photo.cameraName, capture?.caption ?? '', ...(capture?.keywords ?? [])].join('\n'))
  texts.set(photo, text)
  return text
}
