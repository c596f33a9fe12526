import { readFile, rm, stat } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import sharp from 'sharp'
import { createImaging } from '../../../server/media/imaging.ts'
import { drawing, greyPng, page, paper, program } from '../../fixtures/hostile.ts'
import { jpegOf, scene, temporaryFolder, written } from '../../fixtures/pictures.ts'

const imaging = createImaging()
let folder = ''
beforeAll(async () => {
  folder = await temporaryFolder()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const renderAll = async (path: string) => {
  const to = (edge: number) => `${path}.${edge}.jpg`
  return { made: await imaging.render(path, to), to }
}

describe('hostile files', () => {
  test.each([
    ['a web page', 'a.jpg', page],
    ['a drawing that is a program', 'a.svg', drawing],
    ['a document', 'a.pdf', paper],
    ['a program for image tools', 'a.mvg.jpg', program],
    ['nothing', 'empty.jpg', ''],
    ['three bytes', 'tiny.jpg', Uint8Array.of(0xff, 0xd8, 0x00)],
    ['a moving GIF', 'a.gif', Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')],
  ])('[PIC-10] %s is not a picture', async (_what, name, bytes) => {
    expect(await imaging.inspect(await written(folder, name, bytes))).toEqual({ ok: false, refusal: { code: 'not-a-picture' } })
  })

  test.each([
    ['cut in its header', 0.002],
    ['cut in the middle', 0.5],
    ['cut near its end', 0.9],
  ])('[PIC-11] a picture %s is broken', async (_where, part) => {
    const whole = await jpegOf(
      scene(2000, 1500).composite([
        {
          input: {
            create: { width: 500, height: 500, channels: 3, background: 'grey', noise: { type: 'gaussian', mean: 128, sigma: 60 } },
          },
        },
      ]),
    )
    const path = await written(folder, `cut-${part}.jpg`, whole.subarray(0, Math.max(24, whole.length * part)))
    const facts = await imaging.inspect(path)
    const refusal = facts.ok ? (await renderAll(path)).made : facts
    expect(refusal).toEqual({ ok: false, refusal: { code: 'picture-broken' } })
    await expect(stat(`${path}.320.jpg`)).rejects.toThrow('ENOENT')
  })

  test('[PIC-12] 30,000 by 30,000 pixels are refused by what the header says', async () => {
    const path = await written(folder, 'huge.png', greyPng({ width: 30_000, height: 30_000, rows: 10 }))
    expect(await imaging.inspect(path)).toEqual({ ok: false, refusal: { code: 'picture-too-large' } })
    expect((await renderAll(path)).made).toEqual({ ok: false, refusal: { code: 'picture-too-large' } })
  })

  test('[PIC-12] a picture that ends long before what it claims is broken', async () => {
    const path = await written(folder, 'claims.png', greyPng({ width: 12_000, height: 12_000, rows: 10 }))
    expect((await renderAll(path)).made).toEqual({ ok: false, refusal: { code: 'picture-broken' } })
  })

  test('[PIC-13] a small file that unpacks to 280 megapixels is made small again', async () => {
    const bomb = greyPng({ width: 20_000, height: 14_000, depth: 1 })
    expect(bomb.length).toBeLessThan(100_000)
    const path = await written(folder, 'bomb.png', bomb)
    const { made, to } = await renderAll(path)
    expect(made.ok).toBe(true)
    expect(await sharp(to(2560)).metadata()).toMatchObject({ width: 2560, height: 1792 })
  })

  test('[PIC-10] a JPEG with a web page behind it gives clean renditions', async () => {
    const path = await written(folder, 'two.jpg', Buffer.concat([await jpegOf(), Buffer.from(page)]))
    const { made, to } = await renderAll(path)
    expect(made.ok).toBe(true)
    expect((await readFile(to(320))).includes('<script>')).toBe(false)
  })

  test('[PIC-15] good pictures become ready while a bomb, a torn and a false one are there', async () => {
    const good = await Promise.all(['one', 'two', 'three'].map(async (name) => written(folder, `${name}.jpg`, await jpegOf())))
    const bomb = await written(folder, 'beside.png', greyPng({ width: 20_000, height: 14_000, depth: 1 }))
    const torn = await written(folder, 'torn.jpg', (await jpegOf()).subarray(0, 2_000))
    const lie = await written(folder, 'lie.jpg', page)
    const made = await Promise.all([bomb, torn, lie, ...good].map(async (path) => (await renderAll(path)).made))
    expect(made.map((one) => (one.ok ? 'ready' : one.refusal.code))).toEqual([
      'ready',
      'picture-broken',
      'not-a-picture',
      'ready',
      'ready',
      'ready',
    ])
  })
})
