import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createUploadStore } from '../../../server/http/upload-store.ts'
import { temporaryFolder } from '../../fixtures/pictures.ts'

let folder = ''
beforeAll(async () => {
  folder = await temporaryFolder()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const day = 24 * 60 * 60_000
const began = Date.UTC(2026, 10, 1)

test('[UPL-13] what nobody went on with is dropped after two days, what is younger stays', async () => {
  const [old, young, mad] = ['a'.repeat(32), 'b'.repeat(32), 'c'.repeat(32)] as const
  for (const [id, at] of [
    [old, began],
    [young, began + day],
  ] as const) {
    await writeFile(join(folder, id), 'part')
    await writeFile(join(folder, `${id}.json`), JSON.stringify({ id, size: 100, offset: 0, creation_date: new Date(at).toISOString() }))
  }
  await writeFile(join(folder, `${mad}.json`), '{"not":')
  await writeFile(join(folder, 'somebody-elses.json'), '{}')
  await createUploadStore(folder).sweep({ now: () => began + 2 * day + 1 })
  expect((await readdir(folder)).sort()).toEqual([young, `${young}.json`, 'somebody-elses.json'])
})
