/** Values as Yjs carries them in a plain entry. */

/** Levels of a plain value: an entry is one object of lists. */
const depth = 4
/** Names that reach behind an object. */
const forbidden: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])
/** Characters of a key: two ids and a separator fit. */
const keyLength = 64

export const isKey = (key: string): boolean => key.length > 0 && key.length <= keyLength && !forbidden.has(key)

/** Only what JSON has, bytes besides, nothing inherited, nothing deep. */
export function isPlain(value: unknown, levels = depth): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || levels === 0) return false
  if (value instanceof Uint8Array) return true
  if (Array.isArray(value)) return value.every((item) => isPlain(item, levels - 1))
  if (Object.getPrototypeOf(value) !== Object.prototype) return false
  return Object.entries(value).every(([key, item]) => isKey(key) && isPlain(item, levels - 1))
}
