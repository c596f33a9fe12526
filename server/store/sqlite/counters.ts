import type { Database } from 'better-sqlite3'
import type { Counters } from '../../ports.ts'
import type { Direct } from './direct.ts'

export function countersIn(db: Database): Direct<Counters> {
  const advance = db
    .prepare<[string, number], number>(
      'INSERT INTO counters (counter, last) VALUES (?, ?) ON CONFLICT (counter) DO UPDATE SET last = last + excluded.last RETURNING last',
    )
    .pluck()

  return {
    reserve(counter, count) {
      const last = advance.get(counter, count)
      if (last === undefined) throw new Error(`counter ${counter} gave no number`)
      return last - count + 1
    },
  }
}
