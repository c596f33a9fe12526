/** A process that saves as fast as it can and says each thing that was acknowledged, until it is killed. `node storm-child.ts <sqlite folder | mongodb url> <round>` */
import { flushCompileCache } from 'node:module'
import type { CommentId, PhotoId } from '../../common/ids.ts'
import type { Store } from '../../server/ports.ts'
import { openMongo } from '../../server/store/mongo/open.ts'
import { openSqlite } from '../../server/store/sqlite/open.ts'
import { anna, bert, gallery, galleryState, id, pia, sheetsOn, Writer } from '../server/sheets/studio.ts'

// Killed, it would not say what it compiled.
flushCompileCache()

const [where = '', round = '0'] = process.argv.slice(2)
const photosAtOnce = 4
const words = { parent: null, place: null, version: null, drawing: null, mentions: [] }

const store: Store = where.startsWith('mongodb') ? await openMongo({ url: where }) : await openSqlite({ folder: where })
const sheets = await sheetsOn(store).open(gallery)
const photos = Array.from({ length: photosAtOnce }, (_, i) => id<PhotoId>('p', `r${round}x${i}`))
const state = galleryState({ photos })

async function storm(writer: Writer, name: string): Promise<void> {
  for (let n = 0; ; n++) {
    const comment = id<CommentId>('c', `${round}x${name}x${n}`)
    const bytes = writer.make({ type: 'comment:add', id: comment, body: `${n}`, ...words })
    const outcome = await writer.send(bytes, { state })
    if (outcome.ok) process.stdout.write(`${writer.sheet} ${comment}\n`)
    else writer.restart(outcome.state)
  }
}

const writers: Promise<void>[] = []
for (const [i, photo] of photos.entries()) {
  for (const person of [anna, bert, pia]) {
    const { first } = await sheets.clients(person)
    writers.push(storm(new Writer({ sheets, person, sheet: `${photo}/shared`, client: first }), `${i}${person.slice(2, 6)}`))
  }
}
await Promise.all(writers)
