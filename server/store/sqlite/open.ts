/** The embedded database: one file in the data folder, held by a thread of its own. */
import { mkdirSync } from 'node:fs'
import type { Store } from '../../ports.ts'
import { packEntries } from './packed-entries.ts'
import { Remote } from './remote.ts'

/** Opens (and creates or migrates) `proofroom.db` in `folder`. Rejects if it cannot be opened or is of a newer version. */
export async function openSqlite({ folder }: { readonly folder: string }): Promise<Store> {
  mkdirSync(folder, { recursive: true })
  const remote = new Remote(folder)
  await remote.opened()
  return {
    streams: streamsOf(remote),
    names: {
      reserve: (name, owner) => remote.ask('names', 'reserve', [name, owner]),
      owner: (name) => remote.ask('names', 'owner', [name]),
      release: (name, owner) => remote.ask('names', 'release', [name, owner]),
    },
    vault: vaultOf(remote),
    counters: { reserve: (counter, count) => remote.ask('counters', 'reserve', [counter, count]) },
    journal: journalOf(remote),
    healthy: async () => {
      try {
        await remote.ask('names', 'owner', [''])
        return true
      } catch {
        return false
      }
    },
    close: () => remote.close(),
  }
}

const streamsOf = (remote: Remote): Store['streams'] => ({
  commit: (entry) => remote.ask('streams', 'commit', [entry]),
  load: (stream) => remote.ask('streams', 'load', [stream]),
  entries: (stream, after, limit) => remote.ask('streams', 'entries', [stream, after, limit]),
  recent: (stream, limit) => remote.ask('streams', 'recent', [stream, limit]),
  past: (ask) => remote.ask('streams', 'past', [ask]),
  find: (key) => remote.ask('streams', 'find', [key]),
})

const vaultOf = (remote: Remote): Store['vault'] => ({
  put: (key, value, endsAt) => remote.ask('vault', 'put', [key, value, endsAt]),
  get: (key, now) => remote.ask('vault', 'get', [key, now]),
  there: (keys, now) => remote.ask('vault', 'there', [keys, now]),
  take: (key, now) => remote.ask('vault', 'take', [key, now]),
  drop: (key) => remote.ask('vault', 'drop', [key]),
  dropPrefix: (prefix) => remote.ask('vault', 'dropPrefix', [prefix]),
  sweep: (now) => remote.ask('vault', 'sweep', [now]),
})

const journalOf = (remote: Remote): Store['journal'] => ({
  append: (entries) => remote.ask('journal', 'append', [packEntries(entries)]),
  loadGallery: (gallery) => remote.ask('journal', 'loadGallery', [gallery]),
  loadSheet: (sheet) => remote.ask('journal', 'loadSheet', [sheet]),
  history: (sheet, limit) => remote.ask('journal', 'history', [sheet, limit]),
  past: (gallery, ask) => remote.ask('journal', 'past', [gallery, ask]),
  fold: (snapshot, keepAfter) => remote.ask('journal', 'fold', [packed(snapshot), keepAfter]),
  claimClients: (gallery, first, count, person) => remote.ask('journal', 'claimClients', [gallery, first, count, person]),
  clientsOf: (gallery) => remote.ask('journal', 'clientsOf', [gallery]),
})

/** Bytes in a buffer of their own: a view would send the whole buffer behind it to the other thread. */
const packed = <T extends { readonly bytes: Uint8Array }>(holder: T): T =>
  holder.bytes.byteLength === holder.bytes.buffer.byteLength ? holder : { ...holder, bytes: new Uint8Array(holder.bytes) }
