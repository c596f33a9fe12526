/** Reads of metadata tags, whose shapes differ by standard and are often wrong. */

/** The tag as text, or null. Tags of XMP may be lists or languages: the first one counts. */
export function firstText(tag: unknown): string | null {
  const one = Array.isArray(tag) ? tag[0] : tag
  if (!isRecord(one)) return null
  const value = one.value
  const text = typeof value === 'string' ? value : isTextList(value) ? value.join('') : one.description
  return typeof text === 'string' && text.trim() !== '' ? text : firstOf(value)
}

function firstOf(value: unknown): string | null {
  return Array.isArray(value) && value.length > 0 ? firstText(value[0]) : null
}

/** A number, or a rational `[a, b]`; null for what is neither or no real amount. */
export function firstNumber(tag: unknown): number | null {
  if (!isRecord(tag)) return null
  const value = Array.isArray(tag.value) && tag.value.length === 1 ? tag.value[0] : tag.value
  const number = Array.isArray(value) ? Number(value[0]) / Number(value[1]) : Number(value)
  return Number.isFinite(number) && number > 0 ? number : null
}

/** All texts of a tag that may repeat. */
export function listOf(tag: unknown): readonly string[] {
  if (Array.isArray(tag)) return tag.flatMap((one) => firstText(one) ?? [])
  if (!isRecord(tag)) return []
  if (Array.isArray(tag.value) && isRecord(tag.value[0])) return listOf(tag.value)
  const text = firstText(tag)
  return text === null ? [] : [text]
}

/** Without control characters, trimmed and cut; null if nothing is left. */
export function plainText(text: string | null, length: number): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const plain = (text ?? '').replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufffe\uffff]/g, ' ').trim()
  return plain === '' ? null : [...plain].slice(0, length).join('').toWellFormed()
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null
const isTextList = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((part) => typeof part === 'string')
