/** One thing wrong somewhere inside a value. */
import type { Chance } from './chance.ts'

const deep = (levels: number): unknown => (levels === 0 ? 'deep' : { deep: [deep(levels - 1)] })
const poisoned = (): unknown => JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}')
const hostile: readonly (() => unknown)[] = [
  () => null,
  () => undefined,
  () => Number.NaN,
  () => -1,
  () => 1e308,
  () => Number.MAX_SAFE_INTEGER + 2,
  () => '',
  () => 'x'.repeat(70_000),
  () => '\u0000\ud800‮',
  () => '__proto__',
  () => 'constructor',
  () => ({ toString: 'no function', length: -1 }),
  () => ({ length: 1e9 }),
  () => Array.from({ length: 3_000 }, () => 'p_00000000000000000001'),
  () => deep(60),
  poisoned,
  () => new Uint8Array(40_000).fill(255),
  () => true,
]

/** A copy with a strange value, a key too many or a key too few, at any depth. */
export function twist(chance: Chance, value: unknown): unknown {
  const keys = typeof value === 'object' && value !== null && !(value instanceof Uint8Array) ? Object.keys(value) : []
  const key = chance.pickFrom(keys)
  if (key === undefined || chance.flip(0.15)) return (chance.pickFrom(hostile) ?? poisoned)()
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>
  switch (chance.int(12)) {
    case 0:
      delete copy[key]
      break
    case 1:
      Object.defineProperty(copy, '__proto__', { value: { polluted: true }, enumerable: true })
      break
    case 2:
      copy[`${key}x`] = copy[key]
      break
    default:
      copy[key] = twist(chance, copy[key])
  }
  return copy
}
