/** Which person each Yjs client id of a gallery belongs to. A block of ids is one document, changed only if nobody changed it since. */
import type { GalleryId } from '../../../common/ids.ts'
import type { Journal } from '../../ports.ts'
import { type ClientRange, unboundParts } from '../client-ranges.ts'
import { asked, insertedOnce } from './faults.ts'
import type { Models } from './schema.ts'

/** Ids in a block: a usual claim lies in one, and a full one is far from the size limit of a document. */
const blockSize = 65_536

export function clientsIn(models: Models): Pick<Journal, 'claimClients' | 'clientsOf'> {
  return {
    claimClients: (gallery, first, count, person) =>
      asked(async () => {
        // Ids of a part that was bound before another part refused stay with who asked: no one else can write with them.
        for (const part of inBlocks({ first, count, person })) if (!(await claim(models, gallery, part))) return false
        return true
      }),
    clientsOf: (gallery) =>
      asked(async () => {
        const blocks = await models.clientBlocks.find({ gallery }).lean()
        const ranges = blocks.flatMap((block) => block.ranges.map(({ first, count, person }) => ({ first, count, person })))
        return ranges.sort((a, b) => a.first - b.first)
      }),
  }
}

async function claim(models: Models, gallery: GalleryId, wanted: ClientRange): Promise<boolean> {
  const _id = `${gallery}/${Math.floor(wanted.first / blockSize)}`
  const block = await models.clientBlocks.findById(_id).lean()
  const parts = unboundParts(wanted, block?.ranges ?? [])
  if (!parts) return false
  if (parts.length === 0) return true
  const ranges = [...(block?.ranges ?? []), ...parts]
  const isKept = block
    ? (await models.clientBlocks.updateOne({ _id, rev: block.rev }, { $set: { ranges, rev: block.rev + 1 } })).matchedCount === 1
    : await insertedOnce(() => models.clientBlocks.create({ _id, gallery, rev: 1, ranges }))
  return isKept || claim(models, gallery, wanted)
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
