/** JPEGs made of nothing but numbers: gradients of different hue, with a camera's file names. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'

/** Writes `count` JPEGs `TST_0001.jpg` … into `folder`; every third stands upright. Returns their paths. */
export async function inventPhotographs(folder: string, count: number): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true })
  const paths: string[] = []
  for (let n = 1; n <= count; n++) {
    const path = join(folder, `TST_${String(n).padStart(4, '0')}.jpg`)
    await sharp(Buffer.from(drawing(n, count)))
      .jpeg({ quality: 82 })
      .toFile(path)
    paths.push(path)
  }
  return paths
}

function drawing(n: number, count: number): string {
  const [width, height] = n % 3 === 0 ? [600, 900] : [900, 600]
  const hue = Math.round((n / count) * 360)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="hsl(${hue},40%,55%)"/>
    <circle cx="${(n * 71) % width}" cy="${(n * 53) % height}" r="${120 + ((n * 13) % 90)}" fill="hsl(${(hue + 150) % 360},45%,35%)"/>
  </svg>`
}
