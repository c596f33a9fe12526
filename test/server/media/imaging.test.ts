import { readFile, rm, stat } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import ExifReader from 'exifreader'
import sharp from 'sharp'
import { thumbHashToRGBA } from 'thumbhash'
import { renditionEdges } from '../../../common/limits.ts'
import { createImaging } from '../../../server/media/imaging.ts'
import { withMadExif } from '../../fixtures/hostile.ts'
import { colourAt, jpegOf, scene, temporaryFolder, written } from '../../fixtures/pictures.ts'

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

const near = (colour: readonly number[], wanted: readonly number[]) => colour.every((value, at) => Math.abs(value - (wanted[at] ?? 0)) < 24)
const red = [254, 0, 0]
const green = [0, 255, 1]
const blue = [0, 0, 254]

/** How a camera held so would store the upright scene. */
async function storedFor(orientation: number): Promise<Buffer> {
  const turn = [0, 0, 0, 180, 180, 90, 270, 90, 90][orientation] ?? 0
  const lying = sharp(
    await sharp(await scene(600, 400).png().toBuffer())
      .rotate(turn)
      .png()
      .toBuffer(),
  )
  const stored = [2, 4, 5].includes(orientation) ? lying.flop() : orientation === 7 ? lying.flip() : lying
  return stored.jpeg().withMetadata({ orientation }).toBuffer()
}

describe('right pictures', () => {
  const kinds = {
    'image/jpeg': () => scene().jpeg().toBuffer(),
    'image/png': () => scene().png().toBuffer(),
    'image/webp': () => scene().webp({ quality: 95 }).toBuffer(),
    'image/tiff': () => scene().toColourspace('rgb16').tiff({ compression: 'lzw' }).toBuffer(),
    'image/avif': () => scene(600, 400).avif({ effort: 0, quality: 80 }).toBuffer(),
  }
  test.each(Object.entries(kinds))('[PIC-1] %s is read and becomes sRGB JPEGs', async (type, make) => {
    const path = await written(folder, `kind-${type.slice(6)}`, await make())
    const facts = await imaging.inspect(path)
    expect(facts).toMatchObject({ ok: true, value: { type, bytes: (await stat(path)).size } })
    const { made, to } = await renderAll(path)
    expect(made.ok).toBe(true)
    expect(await sharp(to(320)).metadata()).toMatchObject({
      format: 'jpeg',
      space: 'srgb',
      channels: 3,
      depth: 'uchar',
      isProgressive: true,
    })
    expect(near(await colourAt(to(320), 0.05, 0.05), green)).toBe(true)
    expect(near(await colourAt(to(320), 0.3, 0.8), red)).toBe(true)
    expect(near(await colourAt(to(320), 0.9, 0.5), blue)).toBe(true)
  })

  test('[PIC-2] sizes keep the proportion and never exceed the original', async () => {
    const path = await written(folder, 'small.jpg', await jpegOf(scene(900, 600)))
    const { to } = await renderAll(path)
    const sizes = await Promise.all(renditionEdges.map(async (edge) => sharp(to(edge)).metadata()))
    expect(sizes.map(({ width, height }) => [width, height])).toEqual([
      [320, 213],
      [640, 427],
      [900, 600],
      [900, 600],
    ])
  })

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('[PIC-3] orientation %i is applied and gone', async (orientation) => {
    const path = await written(folder, `turn-${orientation}.jpg`, await storedFor(orientation))
    expect(await imaging.inspect(path)).toMatchObject({ ok: true, value: { width: 600, height: 400 } })
    const { to } = await renderAll(path)
    expect(await sharp(to(640)).metadata()).toMatchObject({ width: 600, height: 400 })
    expect((await sharp(to(640)).metadata()).orientation).toBeUndefined()
    expect(near(await colourAt(to(640), 0.05, 0.05), green)).toBe(true)
    expect(near(await colourAt(to(640), 0.1, 0.9), red)).toBe(true)
    expect(near(await colourAt(to(640), 0.9, 0.1), blue)).toBe(true)
  })
})

describe('colours', () => {
  test('[PIC-4] a picture in Display P3 becomes the same colours in sRGB', async () => {
    const path = await written(folder, 'p3.jpg', await scene().withIccProfile('p3').jpeg({ quality: 95 }).toBuffer())
    const { to } = await renderAll(path)
    expect((await sharp(to(320)).metadata()).icc).toBeUndefined()
    expect(near(await colourAt(to(320), 0.3, 0.8), red)).toBe(true)
  })

  test('[PIC-4] a CMYK picture becomes sRGB', async () => {
    const path = await written(folder, 'cmyk.jpg', await scene().toColourspace('cmyk').withIccProfile('cmyk').jpeg().toBuffer())
    expect((await sharp(path).metadata()).space).toBe('cmyk')
    const { made, to } = await renderAll(path)
    expect(made.ok).toBe(true)
    expect(await sharp(to(320)).metadata()).toMatchObject({ space: 'srgb', channels: 3 })
    const [r = 0, g = 0, b = 0] = await colourAt(to(320), 0.3, 0.8)
    expect(r).toBeGreaterThan(200)
    expect(g + b).toBeLessThan(150)
  })

  test('[PIC-4] grey and see-through pictures become three colours on white', async () => {
    const grey = await written(folder, 'grey.jpg', await scene().greyscale().jpeg().toBuffer())
    const clear = { create: { width: 400, height: 300, channels: 4 as const, background: { r: 0, g: 0, b: 0, alpha: 0 } } }
    const glass = await written(folder, 'glass.png', await sharp(clear).png().toBuffer())
    const first = await renderAll(grey)
    const second = await renderAll(glass)
    expect(await sharp(first.to(320)).metadata()).toMatchObject({ channels: 3, space: 'srgb' })
    expect(await colourAt(second.to(320), 0.5, 0.5)).toEqual([255, 255, 255])
  })

  test('[PIC-5] an animated picture shows its first frame', async () => {
    const frames = await Promise.all(
      ['#ff0000', '#0000ff'].map((background) =>
        sharp({ create: { width: 200, height: 100, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    )
    const path = await written(
      folder,
      'moving.webp',
      await sharp(frames, { join: { animated: true } })
        .webp()
        .toBuffer(),
    )
    expect(await imaging.inspect(path)).toMatchObject({ ok: true, value: { width: 200, height: 100 } })
    const { to } = await renderAll(path)
    expect(near(await colourAt(to(320), 0.5, 0.5), red)).toBe(true)
  })

  test('[PIC-6] the placeholder is the picture, small', async () => {
    const path = await written(folder, 'hash.jpg', await jpegOf())
    const { made } = await renderAll(path)
    if (!made.ok) throw new Error(made.refusal.code)
    const { w, h, rgba } = thumbHashToRGBA(Buffer.from(made.value.thumbhash, 'base64'))
    expect(w / h).toBeCloseTo(1.5, 0)
    const last = [...rgba.subarray(rgba.length - 4)]
    expect(last[2]).toBeGreaterThan(last[0] ?? 0)
  })
})

describe('metadata', () => {
  const exif = {
    IFD0: {
      Make: 'NIKON CORPORATION',
      Model: 'NIKON Z 8',
      Artist: 'A. Photographer',
      Copyright: 'All mine',
      ImageDescription: 'A caption',
    },
    IFD2: {
      DateTimeOriginal: '2026:05:01 14:03:22',
      OffsetTimeOriginal: '+02:00',
      ExposureTime: '1/800',
      FNumber: '4/1',
      FocalLength: '400/1',
      ISOSpeedRatings: '640',
      LensModel: 'Z 400mm',
      BodySerialNumber: 'SECRET-BODY',
    },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 3230/100', GPSLongitudeRef: 'W', GPSLongitude: '0/1 7/1 4366/100' },
  }
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:subject><rdf:Bag><rdf:li>wedding</rdf:li><rdf:li>Böhmen</rdf:li></rdf:Bag></dc:subject><dc:description><rdf:Alt><rdf:li xml:lang="x-default">Erster Tanz</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>`

  test.each(['jpeg', 'png', 'webp', 'avif'] as const)(
    '[PIC-7] what the camera and the photographer wrote into a %s is read',
    async (format) => {
      const bytes = await scene(300, 200).withExif(exif).withXmp(xmp)[format]().toBuffer()
      const facts = await imaging.inspect(await written(folder, `meta.${format}`, bytes))
      expect(facts).toMatchObject({
        ok: true,
        value: {
          capture: {
            takenAt: Date.UTC(2026, 4, 1, 12, 3, 22),
            camera: 'NIKON Z 8',
            lens: 'Z 400mm',
            exposure: '1/800 f/4 400 mm ISO 640',
            caption: 'Erster Tanz',
            creator: 'A. Photographer',
            copyright: 'All mine',
            keywords: ['wedding', 'Böhmen'],
          },
        },
      })
      expect(JSON.stringify(facts)).not.toMatch(/SECRET|51|GPS/)
    },
  )

  test('[PIC-7] what stands behind half a megabyte of other segments in a JPEG is read too', async () => {
    const bytes = await scene(300, 200).withExif(exif).withXmp(xmp).jpeg().toBuffer()
    const padding = Buffer.concat([Buffer.from([0xff, 0xef, 0xff, 0xff]), Buffer.alloc(65_533)])
    const far = Buffer.concat([bytes.subarray(0, 2), ...Array.from({ length: 8 }, () => padding), bytes.subarray(2)])
    const facts = await imaging.inspect(await written(folder, 'far.jpg', far))
    expect(facts).toMatchObject({ ok: true, value: { capture: { camera: 'NIKON Z 8', caption: 'Erster Tanz' } } })
  })

  test('[PIC-8] no metadata of the original is in a rendition', async () => {
    const bytes = await scene().withExif(exif).withXmp(xmp).jpeg().toBuffer()
    const { to } = await renderAll(await written(folder, 'private.jpg', bytes))
    const tags = ExifReader.load(await readFile(to(2560)), { expanded: true })
    expect({ exif: tags.exif, gps: tags.gps, xmp: tags.xmp, iptc: tags.iptc, icc: tags.icc }).toEqual({})
  })

  test('[PIC-9] metadata gone mad is none, and the picture is shown', async () => {
    const path = await written(folder, 'mad.jpg', withMadExif(await jpegOf()))
    expect(await imaging.inspect(path)).toMatchObject({ ok: true, value: { width: 1200, capture: { camera: null, keywords: [] } } })
    expect((await renderAll(path)).made.ok).toBe(true)
  })
})
