import type { Database } from 'better-sqlite3'
import type { Names } from '../../ports.ts'
import type { Direct } from './direct.ts'

export function namesIn(db: Database): Direct<Names> {
  const insert = db.prepare<[string, string]>('INSERT INTO names (name, owner) VALUES (?, ?) ON CONFLICT DO NOTHING')
  const select = db.prepare<[string], string>('SELECT owner FROM names WHERE name = ?').pluck()
  const remove = db.prepare<[string, string]>('DELETE FROM names WHERE name = ? AND owner = ?')

  return {
    reserve: (name, owner) => insert.run(name, owner).changes === 1 || select.get(name) === owner,
    owner: (name) => select.get(name) ?? null,
    release: (name, owner) => void remove.run(name, owner),
  }
}
