/** The Yjs door on a port of its own: real sheets and sockets, galleries reduced to who sees what. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { GalleryState } from '../../../common/gallery/model.ts'
import type { PersonId, SheetId } from '../../../common/ids.ts'
import { roots } from '../../../common/sheet/shape.ts'
import type { Viewer } from '../../../common/visibility/viewer.ts'
import type { Journal } from '../../../server/ports.ts'
import type { OpenSheets } from '../../../server/sheets/api.ts'
import { attachYjs } from '../../../server/yjs/attach.ts'
import { createSheetTokens, type SheetTokens } from '../../../server/yjs/tokens.ts'
import { anna, bert, clock, gallery, galleryState, openShelf, pia, sheetsOn, viewerOf } from '../sheets/studio.ts'

export interface Door {
  readonly url: string
  readonly sheets: OpenSheets
  readonly journal: Journal
  readonly tokens: SheetTokens
  readonly time: { at: number }
  /** What the gallery and its people are now. */
  world: { state: GalleryState; viewers: Map<PersonId, Viewer> }
  join(person: PersonId | null, sheet: SheetId, doc?: Y.Doc, params?: Record<string, string>): Program
  raw(person: PersonId, sheet: SheetId): Promise<RawProgram>
  close(): Promise<void>
}
export interface Program {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  /** When it is in step with the server. */
  synced(): Promise<void>
  /** The code it was shut out with. */
  closed(): Promise<number>
}
export interface RawProgram {
  readonly socket: WebSocket
  closed(): Promise<number>
}

export async function openDoor(beat?: { keepAlive: number; review: number }): Promise<Door> {
  const shelf = await openShelf()
  const made = sheetsOn(shelf.store)
  const sheets = await made.open(gallery)
  const time = clock()
  const tokens = createSheetTokens({ secret: 'test', clock: time })
  const world: Door['world'] = {
    state: galleryState(),
    viewers: new Map([anna, bert, pia].map((person) => [person, viewerOf(person)])),
  }
  const server = createServer()
  const attached = attachYjs(server, {
    galleries: {
      viewer: async (person) => world.viewers.get(person) ?? null,
      state: async (asked) => (asked === gallery ? world.state : null),
      perform: async () => ({ ok: true, value: { rev: 1 } }),
      takePlaces: async () => undefined,
    },
    sheets: made,
    identify: async ({ headers: { cookie } }) => (cookie ? { person: cookie as PersonId, name: `Name of ${cookie}` } : null),
    allowedOrigin: ({ headers: { origin } }) => origin === undefined || origin === 'http://here',
    galleryOf: async () => gallery,
    ...(beat ? { beat } : {}),
    clock: time,
    log: { warn: () => undefined, error: (facts) => console.error(facts) },
    tokens,
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const url = `ws://127.0.0.1:${port}/yjs`
  const programs: WebsocketProvider[] = []
  return {
    url,
    sheets,
    journal: shelf.store.journal,
    tokens,
    time,
    world,
    join(person, sheet, doc = new Y.Doc(), params = {}) {
      const program = programOf({ url, person, sheet, doc, params })
      programs.push(program.provider)
      return program
    },
    raw: (person, sheet) => rawProgram(`${url}/${sheet}`, person),
    async close() {
      for (const provider of programs) {
        provider.destroy()
        provider.doc.destroy()
      }
      await attached.close()
      await new Promise((resolve) => server.close(resolve))
      await sheets.close()
      await shelf.end()
    },
  }
}

function programOf(at: { url: string; person: PersonId | null; sheet: SheetId; doc: Y.Doc; params: Record<string, string> }): Program {
  const { url, person, sheet, doc, params } = at
  class WithCookie extends WebSocket {
    constructor(to: string) {
      super(to, person ? { headers: { cookie: person } } : {})
    }
  }
  for (const root of roots) doc.getMap(root)
  const provider = new WebsocketProvider(url, sheet, doc, {
    WebSocketPolyfill: WithCookie as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    params,
  })
  const closed = new Promise<number>((resolve) => provider.on('closed', ({ code }) => resolve(code)))
  return {
    doc,
    provider,
    synced: () =>
      provider.synced
        ? Promise.resolve()
        : new Promise((resolve) => {
            provider.on('sync', (inStep) => {
              if (inStep) resolve()
            })
          }),
    closed: () => closed,
  }
}

async function rawProgram(url: string, person: PersonId): Promise<RawProgram> {
  const socket = new WebSocket(url, { headers: { cookie: person } })
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))
  await new Promise<void>((resolve) => socket.once('open', () => resolve()))
  return { socket, closed: () => closed }
}

/** Once this is true of a document. */
export function until(doc: Y.Doc, holds: () => boolean): Promise<void> {
  if (holds()) return Promise.resolve()
  return new Promise((resolve) => {
    const look = () => {
      if (!holds()) return
      doc.off('update', look)
      resolve()
    }
    doc.on('update', look)
  })
}
