/** Which person each Yjs client id of a gallery belongs to, in blocks of ids that change one at a time. */
import type { GalleryId } from '../../../common/ids.ts'
import type { Journal } from '../../ports.ts'
import { type ClientRange, unboundParts } from '../client-ranges.ts'
import { chainsOf, changeChain } from './chains.ts'
import type { Asked } from './in-flight.ts'
import type { Models } from './schema.ts'

/** Ids in a block: a usual claim lies in one, and a full one is far from the size limit of a document. */
const blockSize = 65_536

const groupOf = (gallery: GalleryId): string => `clients:${gallery}`

export function clientsIn(models: Models, asked: Asked): Pick<Journal, 'claimClients' | 'clientsOf'> {
  return {
    claimClients: (gallery, first, count, person) =>
      asked(async () => {
        // Ids of a block that was bound before another block refused stay with who asked: no one else can write with them.
        for (const part of inBlocks({ first, count, person })) if (!(await claim(models, gallery, part))) return false
        return true
      }),
    clientsOf: (gallery) =>
      asked(async () => {
        const blocks: readonly (readonly ClientRange[])[] = (await chainsOf(models, groupOf(gallery))).map((text) => JSON.parse(text))
        return blocks.flat().sort((a, b) => a.first - b.first)
      }),
  }
}

async function claim(models: Models, gallery: GalleryId, wanted: ClientRange): Promise<boolean> {
  let isTheirs = false
  await changeChain<readonly ClientRange[]>(models, {
    name: `${groupOf(gallery)}/${Math.floor(wanted.first / blockSize)}`,
    group: groupOf(gallery),
    start: [],
    change: (bound) => {
      const parts = unboundParts(wanted, bound)
      isTheirs = parts === null
      return parts && parts.length > 0 ? [...bound, ...parts] : null
    },
  })
  return !isTheirs
}

function inBlocks({ first, count, person }: ClientRange): readonly ClientRange[] {
  const parts: ClientRange[] = []
  for (let next = first; next < first + count; ) {
    const end = Math.min(first + count, (Math.floor(next / blockSize) + 1) * blockSize)
    parts.push({ first: next, count: end - next, person })
    next = end
  }
  return parts
}
