/** A value that fits a zod schema, made at random: what is added to a schema is generated without further ado. */
import type { z } from 'zod'
import type { Chance } from './chance.ts'

type Any = z.core.$ZodType
/** What zod keeps of a schema, as far as it is looked at here. */
interface Def {
  readonly type: string
  readonly shape?: Record<string, Any>
  readonly options?: readonly Any[]
  readonly element?: Any
  readonly items?: readonly Any[]
  readonly innerType?: Any
  readonly in?: Any
  readonly keyType?: Any
  readonly valueType?: Any
  readonly values?: readonly unknown[]
  readonly entries?: Record<string, unknown>
}

export interface Pool {
  readonly chance: Chance
  /** Texts and ids that mean something where the value will be read. */
  readonly words: readonly string[]
}

/** Null where the pool holds nothing that fits. */
export function sample(pool: Pool, schema: Any): unknown {
  const { chance } = pool
  const def = schema._zod.def as unknown as Def
  const inner = (one: Any | undefined) => (one ? sample(pool, one) : null)
  switch (def.type) {
    case 'object':
      return objectOf(pool, def.shape ?? {})
    case 'union':
      return inner(chance.pickFrom(def.options ?? []))
    case 'array':
      return Array.from({ length: 1 + chance.int(3) }, () => inner(def.element))
    case 'tuple':
      return (def.items ?? []).map(inner)
    case 'record':
      return Object.fromEntries(Array.from({ length: chance.int(3) }, () => [String(inner(def.keyType)), inner(def.valueType)]))
    case 'nullable':
      return chance.flip(0.3) ? null : inner(def.innerType)
    case 'pipe':
      return inner(def.in)
    case 'literal':
      return chance.pickFrom(def.values ?? [])
    case 'enum':
      return chance.pickFrom(Object.values(def.entries ?? {}))
    case 'boolean':
      return chance.flip()
    default:
      return def.innerType ? inner(def.innerType) : leaf(pool, schema, def.type)
  }
}

/** Optional fields are there half the time. */
function objectOf(pool: Pool, shape: Record<string, Any>): object {
  const there = Object.entries(shape).filter(([, field]) => field._zod.optin !== 'optional' || pool.chance.flip())
  return Object.fromEntries(there.map(([key, field]) => [key, sample(pool, field)]))
}

const numbers = [0, 1, 2, 3, 0.5, 0.01, 40, 1_800_000_500_000, 1_800_100_000_000]

function leaf({ chance, words }: Pool, schema: Any, type: string): unknown {
  if (type === 'bigint' || type === 'symbol' || type === 'function') throw new Error(`${type} is not told over a wire`)
  const from: readonly unknown[] = type === 'number' || type === 'int' ? numbers : [...words, Uint8Array.of(0, 0)]
  const fits = from.filter((value) => (schema as z.ZodType).safeParse(value).success)
  return chance.pickFrom(fits) ?? null
}
