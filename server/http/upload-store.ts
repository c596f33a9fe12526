/** Unfinished uploads as files, and their end. */
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { FileStore } from '@tus/file-store'
import type { Clock } from '../ports.ts'
import { type Binding, bindingOf } from './upload-binding.ts'

/** Milliseconds after which an upload that nobody went on with is dropped. */
const lifetime = 48 * 60 * 60_000
const note = '.json'
export const uploadId = /^[0-9a-f]{32}$/

export interface KeptUpload {
  readonly id: string
  readonly binding: Binding
  readonly path: string
  readonly size: number
  /** Every byte is here, or was and has been taken over. */
  readonly complete: boolean
}

export interface UploadStore {
  readonly files: FileStore
  /** Null if there is none, or none of this server's. */
  get(id: string): Promise<KeptUpload | null>
  /** Forgets the upload and whatever of it is still here. */
  drop(id: string): Promise<void>
  ids(): Promise<readonly string[]>
  /** Those whose bytes are still here. */
  unfinished(): Promise<readonly string[]>
  /** Drops what has gone on too long. */
  sweep(clock: Clock): Promise<void>
}

export function createUploadStore(folder: string): UploadStore {
  const files = new FileStore({ directory: folder })
  const pathOf = (id: string) => join(folder, id)
  const drop = async (id: string) => {
    await rm(pathOf(id), { force: true })
    await rm(`${pathOf(id)}${note}`, { force: true })
  }
  const ids = async () => {
    await mkdir(folder, { recursive: true })
    const notes = (await readdir(folder)).filter((name) => name.endsWith(note))
    return notes.map((name) => name.slice(0, -note.length)).filter((id) => uploadId.test(id))
  }
  return {
    files,
    drop,
    ids,
    unfinished: async () => (await readdir(folder).catch(() => [])).filter((name) => uploadId.test(name)),
    async get(id) {
      const kept = uploadId.test(id) ? await files.configstore.get(id) : undefined
      const binding = bindingOf(kept)
      if (!binding || kept?.size === undefined) return null
      const here = await bytesOf(pathOf(id))
      return { id, binding, path: pathOf(id), size: kept.size, complete: here === null || here === kept.size }
    },
    async sweep(clock) {
      for (const id of await ids()) {
        const kept = await files.configstore.get(id)
        const began = Date.parse(kept?.creation_date ?? '')
        if (!(began + lifetime > clock.now())) await drop(id)
      }
    },
  }
}

async function bytesOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size
  } catch {
    return null
  }
}
