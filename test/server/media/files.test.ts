import { access, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { PhotoId, VersionId } from '../../../common/ids.ts'
import { systemDice } from '../../../server/dice.ts'
import { createFiles } from '../../../server/media/files.ts'
import { temporaryFolder } from '../../fixtures/pictures.ts'

let folder = ''
beforeAll(async () => {
  folder = await temporaryFolder()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const photoId = () => systemDice.id('photo') as PhotoId
const versionId = () => systemDice.id('version') as VersionId
const there = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

test('[PIC-14] an original is taken over from where it was, and its name is made of ids', async () => {
  const files = createFiles({ folder: join(folder, 'kept') })
  const [photo, version, from] = [photoId(), versionId(), join(folder, 'upload')]
  await writeFile(from, 'bytes')
  expect(await files.hasOriginal(photo, version)).toBe(false)
  await files.keepOriginal(photo, version, from)
  expect(await files.hasOriginal(photo, version)).toBe(true)
  expect(await there(from)).toBe(false)
  expect(await readFile(files.originalPath(photo, version), 'utf8')).toBe('bytes')
  expect(relative(folder, files.originalPath(photo, version))).toBe(join('kept', photo.slice(2, 4), photo, `${version}.original`))
})

test('[PIC-14] removing versions leaves the others, also those another gallery has under the same photo id', async () => {
  const files = createFiles({ folder: join(folder, 'shared') })
  const photo = photoId()
  const [theirs, ours] = [versionId(), versionId()]
  for (const version of [theirs, ours]) {
    const from = join(folder, version)
    await writeFile(from, version)
    await files.keepOriginal(photo, version, from)
    const rendition = files.renditionPath(photo, version, 320)
    await mkdir(dirname(rendition), { recursive: true })
    await writeFile(rendition, version)
  }
  await files.removePhoto(photo, [ours])
  expect([await files.hasOriginal(photo, ours), await there(files.renditionPath(photo, ours, 320))]).toEqual([false, false])
  expect([await files.hasOriginal(photo, theirs), await there(files.renditionPath(photo, theirs, 320))]).toEqual([true, true])
})
