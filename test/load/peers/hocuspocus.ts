/** Hocuspocus as it comes, without authorization and persistence: one document with everything, and one for each sheet. */
import { Server } from '@hocuspocus/server'
import * as Y from 'yjs'
import { visitor } from '../../helpers/gallery-house.ts'
import { freePort } from '../../helpers/process.ts'
import { authorOf, oneDocument, sheetContent } from '../content.ts'
import { serve } from '../processes.ts'

const sheets = Number(process.argv[2])
const server = new Server({
  quiet: true,
  address: '127.0.0.1',
  stopOnSignals: false,
  // Milliseconds: whoever only watches would be closed after a minute.
  timeout: 3_600_000,
  // One socket asks for every sheet at once.
  maxPendingDocuments: sheets * 10,
  maxUnauthenticatedQueueMessages: sheets * 10,
  async onLoadDocument({ document, documentName }) {
    if (documentName === 'all') oneDocument(document, sheets)
    const n = Number(documentName.slice('sheet '.length))
    if (documentName.startsWith('sheet ')) Y.applyUpdate(document, sheetContent(n, visitor(authorOf(n)), 1_000 + n, 1_800_000_000_000))
  },
})
// Its port 0 means 80.
const port = await freePort()
await server.listen(port)
// A document nobody reads is unloaded: these stay, as ours do.
await server.hocuspocus.openDirectConnection('all')
for (let n = 1; n <= sheets; n++) await server.hocuspocus.openDirectConnection(`sheet ${n}`)
serve(port)
