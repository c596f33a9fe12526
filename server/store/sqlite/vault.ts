import type { Database } from 'better-sqlite3'
import type { Vault } from '../../ports.ts'
import type { Direct } from './direct.ts'

export function vaultIn(db: Database): Direct<Vault> {
  const upsert = db.prepare<[string, string, number]>(
    'INSERT INTO vault (key, value, ends_at) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value, ends_at = excluded.ends_at',
  )
  const select = db.prepare<[string, number], string>('SELECT value FROM vault WHERE key = ? AND ends_at > ?').pluck()
  const among = db
    .prepare<[string, number], string>('SELECT key FROM vault WHERE key IN (SELECT value FROM json_each(?)) AND ends_at > ?')
    .pluck()
  const take = db.prepare<[string, number], string>('DELETE FROM vault WHERE key = ? AND ends_at > ? RETURNING value').pluck()
  const remove = db.prepare<[string]>('DELETE FROM vault WHERE key = ?')
  const removePrefix = db.prepare<[string, string, string]>('DELETE FROM vault WHERE key >= ? AND substr(key, 1, length(?)) = ?')
  const sweep = db.prepare<[number]>('DELETE FROM vault WHERE ends_at <= ?')

  return {
    put: (key, value, endsAt) => void upsert.run(key, JSON.stringify(value ?? null), endsAt),
    get: (key, now) => parsed(select.get(key, now)),
    there: (keys, now) => among.all(JSON.stringify(keys), now),
    take: (key, now) => parsed(take.get(key, now)),
    drop: (key) => void remove.run(key),
    dropPrefix: (prefix) => void removePrefix.run(prefix, prefix, prefix),
    sweep: (now) => sweep.run(now).changes,
  }
}

const parsed = (value: string | undefined): unknown => (value === undefined ? null : JSON.parse(value))
