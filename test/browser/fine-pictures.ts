/** Pictures that show whether a screen holds their own pixels. */
import sharp from 'sharp'

/** Larger than the largest rendition, odd in both directions. */
const large = { width: 3603, height: 1501 }

/** Stripes of one pixel, black and white, that only the original holds; its middle column is where red begins. */
export function striped(): Promise<Buffer> {
  const pixels = Buffer.alloc(large.width * large.height * 3)
  for (let y = 0, at = 0; y < large.height; y++) {
    for (let x = 0; x < large.width; x++, at += 3) {
      if (x >= large.width / 2 && y < large.height / 2) pixels[at] = 255
      else pixels.fill(x % 2 === 0 ? 255 : 0, at, at + 3)
    }
  }
  return sharp(pixels, { raw: { ...large, channels: 3 } })
    .jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
    .toBuffer()
}

/** One colour; every third stands upright. */
export const plain = (n: number): Promise<Buffer> =>
  sharp({
    create: { width: n % 3 === 0 ? 600 : 900, height: n % 3 === 0 ? 900 : 600, channels: 3, background: `hsl(${n * 50}, 40%, 50%)` },
  })
    .jpeg()
    .toBuffer()
