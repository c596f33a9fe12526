import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { systemDice } from '../../../server/dice.ts'
import { createIngest } from '../../../server/ingest/ingest.ts'
import type { Log } from '../../../server/log.ts'
import { createFiles } from '../../../server/media/files.ts'
import { createImaging } from '../../../server/media/imaging.ts'
import type { Store } from '../../../server/ports.ts'
import { openSqlite } from '../../../server/store/sqlite/open.ts'
import { jpegOf, temporaryFolder } from '../../fixtures/pictures.ts'
import { gallery, type House, openHouse, owner, photo, scene } from '../../helpers/gallery-house.ts'
import { furnish } from '../../helpers/gallery-scenery.ts'

let folder = ''
let house: House
let kept: Store
/** Commits that still fail. */
let failing = 0

beforeAll(async () => {
  folder = await temporaryFolder()
  kept = await openSqlite({ folder })
  const store: Store = {
    ...kept,
    streams: {
      ...kept.streams,
      commit: async (entry) => {
        if (failing-- > 0) throw new Error('the database does not answer')
        return kept.streams.commit(entry)
      },
    },
  }
  house = await openHouse({ folder, store })
})
afterAll(async () => {
  await house.stop()
  await kept.close()
  await rm(folder, { recursive: true, force: true })
})

test('[UPL-14] an upload whose commits fail for a while is accepted once and becomes ready', async () => {
  const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const { galleries, store, clock } = house
  const files = createFiles({ folder: join(folder, 'pictures') })
  const ingest = createIngest({ galleries, store, files, imaging: createImaging(), dice: systemDice, clock, log: quiet })
  const path = join(folder, 'upload')
  await writeFile(path, await jpegOf())
  await furnish(house, { scenes: 1, each: 0 })
  await house.ask(owner, { type: 'photo:add', photos: [{ id: photo(1), scene: scene(1), cameraName: 'DSC_1.jpg', order: 1 }] })
  failing = 2
  expect(await ingest.accept({ gallery, photo: photo(1), person: owner, path })).toMatchObject({ ok: true })
  failing = 1
  await ingest.idle()
  const shown = (await galleries.state(gallery))?.photos.get(photo(1))
  expect(shown).toMatchObject({ state: 'ready', versions: [{ n: 1 }] })
  await ingest.close()
})
