/** The tables, as numbered migrations. A migration that was released is never edited: add the next one. */
import type { Database } from 'better-sqlite3'

const first = `
  CREATE TABLE entries (
    stream TEXT NOT NULL, rev INTEGER NOT NULL, command_id TEXT, command TEXT NOT NULL, writes TEXT NOT NULL, by TEXT, at INTEGER NOT NULL,
    PRIMARY KEY (stream, rev)
  ) WITHOUT ROWID;
  CREATE TABLE records (
    stream TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, rev INTEGER NOT NULL, keys TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (stream, kind, id)
  ) WITHOUT ROWID;
  CREATE TABLE record_keys (
    key TEXT NOT NULL, stream TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL,
    PRIMARY KEY (key, stream, kind, id)
  ) WITHOUT ROWID;
  CREATE TABLE names (name TEXT PRIMARY KEY, owner TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE vault (key TEXT PRIMARY KEY, value TEXT NOT NULL, ends_at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX vault_by_end ON vault (ends_at);
  CREATE TABLE counters (counter TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE sheet_entries (
    sheet TEXT NOT NULL, epoch INTEGER NOT NULL, seq INTEGER NOT NULL, gallery TEXT NOT NULL, bytes BLOB NOT NULL, writes TEXT NOT NULL,
    at INTEGER NOT NULL
  );
  CREATE UNIQUE INDEX sheet_entry_place ON sheet_entries (sheet, epoch, seq);
  CREATE INDEX sheet_entries_by_gallery ON sheet_entries (gallery);
  CREATE TABLE sheet_snapshots (
    sheet TEXT PRIMARY KEY, gallery TEXT NOT NULL, epoch INTEGER NOT NULL, seq INTEGER NOT NULL, bytes BLOB NOT NULL
  );
  CREATE INDEX sheet_snapshots_by_gallery ON sheet_snapshots (gallery);
  CREATE TABLE clients (
    gallery TEXT NOT NULL, first INTEGER NOT NULL, count INTEGER NOT NULL, person TEXT NOT NULL,
    PRIMARY KEY (gallery, first)
  ) WITHOUT ROWID;
`

/** Commits that history never tells of and that are many: files coming in, places in lists. A query that says so finds its rows by the index beneath. */
export const heard = `substr(command, 1, 21) <> '{"type":"photo:ready"' AND substr(command, 1, 28) <> '{"type":"photo:kept","photo"' AND substr(command, 1, 20) <> '{"type":"pick:claim"'`

/** For history: commits it tells of, and pushes by time. A gallery's pushes are found by the same index. */
const past = `
  CREATE INDEX entries_heard ON entries (stream, rev) WHERE ${heard};
  CREATE INDEX sheet_entries_by_time ON sheet_entries (gallery, at);
  DROP INDEX sheet_entries_by_gallery;
`

const migrations: readonly string[] = [first, past]

/** Brings the tables to the newest version, whole or not at all. Throws if a newer Proofroom has written this file. */
export function migrate(db: Database): void {
  // The version is read under the lock: another process may be migrating the same file.
  db.transaction(() => {
    const version = Number(db.pragma('user_version', { simple: true }))
    if (version > migrations.length) {
      throw new Error(`this database is of version ${version}, this Proofroom knows versions up to ${migrations.length}: update Proofroom`)
    }
    for (const statements of migrations.slice(version)) db.exec(statements)
    db.pragma(`user_version = ${migrations.length}`)
  }).immediate()
}
