/** One gallery's people and pages, for a story that goes on over a restart of the server. */
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { ClientRole } from '../../common/gallery/model.ts'
import type { GalleryId, PhotoId, SceneId } from '../../common/ids.ts'
import type { Database } from './databases.ts'
import { addLink } from './gallery-kit.ts'
import { type Guest, type Photographer, startServer, type TestServer } from './server.ts'
import { openPage, type Page, scenery } from './store-room.ts'

export class ProofingStory {
  readonly gallery: GalleryId
  readonly scene: SceneId
  readonly photos: readonly PhotoId[]
  readonly owner: Photographer
  readonly guests: Guest[] = []
  readonly pages: Page[] = []
  #server: TestServer

  private constructor(server: TestServer, owner: Photographer, place: Pick<ProofingStory, 'gallery' | 'scene' | 'photos'>) {
    this.#server = server
    this.owner = owner
    this.gallery = place.gallery
    this.scene = place.scene
    this.photos = place.photos
  }

  static async begin(database: Database): Promise<ProofingStory> {
    const server = await startServer({ database })
    return new ProofingStory(server, await server.signUp(), {
      gallery: server.dice.id('gallery') as GalleryId,
      scene: server.dice.id('scene') as SceneId,
      photos: Array.from({ length: 3 }, () => server.dice.id('photo') as PhotoId),
    })
  }

  /** In an online gallery whose photos are there already, on shared sheets. */
  static async furnished(database: Database): Promise<ProofingStory> {
    const server = await startServer({ database })
    const owner = await server.signUp()
    return new ProofingStory(server, owner, await scenery(server, owner, { photos: 3, feedback: 'collaborative' }))
  }

  get server(): TestServer {
    return this.#server
  }

  photo(index: number): PhotoId {
    return there(this.photos[index])
  }

  guest(index: number): Guest {
    return there(this.guests[index])
  }

  page(index: number): Page {
    return there(this.pages[index])
  }

  /** Opens the gallery's page as this person; it stays open. */
  async open({ cookie }: Photographer | Guest): Promise<Page> {
    const page = openPage(this.#server.url, cookie, this.gallery)
    this.pages.push(page)
    await page.until((store) => store.view().status === 'open')
    return page
  }

  /** Somebody new opens a new link of this role. */
  async invite(role: ClientRole, name: string): Promise<Guest> {
    const { token } = await addLink(
      this.#server,
      { id: this.gallery, owner: this.owner },
      { role, binding: role === 'mainClient' ? 'first' : 'open' },
    )
    const guest = await this.#server.openLink(token, name)
    this.guests.push(guest)
    await this.open(guest)
    return guest
  }

  /** The server ends and starts again at its address, on what it has kept. */
  async restart(): Promise<void> {
    const { folder, mongoUrl, port } = this.#server
    await this.#server.stop({ keep: true })
    this.#server = await startServer({ folder, ...(mongoUrl ? { mongoUrl } : {}), config: { port } })
  }

  async end(): Promise<void> {
    for (const page of this.pages) await page.close()
    await this.#server.stop()
  }
}

/** A stock Yjs program on a photo's shared sheet, once it is in step. */
export async function joinByYjs(server: TestServer, { cookie }: Guest, photo: PhotoId): Promise<{ doc: Y.Doc; leave(): void }> {
  class WithCookie extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols, { headers: { cookie } })
    }
  }
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`ws://127.0.0.1:${server.port}/yjs`, `${photo}/shared`, doc, {
    WebSocketPolyfill: WithCookie as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
  await new Promise<void>((resolve) => provider.once('sync', () => resolve()))
  return {
    doc,
    leave: () => {
      provider.destroy()
      doc.destroy()
    },
  }
}

function there<T>(one: T | undefined): T {
  if (one === undefined) throw new Error('nobody and nothing there')
  return one
}
