/** The client's own store in this process, against the true server: as a page has it, with a browser's database that is not one. */
import 'fake-indexeddb/auto'
import { LiveGallery } from '../../client/gallery/live-gallery.ts'
import { type Connection, openConnection } from '../../client/net/connection.ts'
import { newId } from '../../client/net/new-id.ts'
import { ServerClock } from '../../client/net/server-clock.ts'
import { lastWho } from '../../client/net/who.ts'
import type { WorkerMessage } from '../../client/net/worker-messages.ts'
import { openOutbox, type PageLife } from '../../client/sheet/outbox.ts'
import type { GalleryId, LinkId, PersonId, PhotoId, SceneId, VersionId } from '../../common/ids.ts'
import { noCapture } from './sample-gallery.ts'
import type { Guest, Photographer, TestServer } from './server.ts'

export interface Page {
  readonly store: LiveGallery
  readonly connection: Connection
  /** What a service worker would be told. */
  readonly told: readonly WorkerMessage[]
  /** Resolves when the store satisfies `enough`. */
  until(enough: (store: LiveGallery) => boolean): Promise<void>
  /** The connection breaks, and stays broken. */
  unplug(): void
  plug(): void
  /** As if the page were closed without a word. */
  close(): Promise<void>
}

/** Milliseconds after which something waited for will not come. */
const patience = 40_000
let pages = 0
/** Pages that are open: what they keep is theirs. */
const living = new Set<string>()

/** `off`: milliseconds by which the clock of the machine it runs on is wrong. */
export function openPage(url: string, cookie: string, gallery: GalleryId, off = 0): Page {
  const page = `page-${++pages}`
  const life: PageLife = { page, alive: async (other) => living.has(other) }
  living.add(page)
  const connection = openConnection({ url, headers: { cookie } })
  const outbox = openOutbox(gallery, life)
  const told: WorkerMessage[] = []
  const store = new LiveGallery({
    gallery,
    connection,
    outbox,
    life,
    clock: new ServerClock({ machine: () => Date.now() + off, steady: () => performance.now() }),
    tellWorker: (message) => told.push(message),
    whoNow: async () => lastWho() as PersonId | null,
  })
  return {
    store,
    connection,
    told,
    until: (enough) => until(store, enough),
    unplug: () => connection.socket.disconnect(),
    plug: () => connection.socket.connect(),
    close: async () => {
      living.delete(page)
      await store.close()
      connection.close()
    },
  }
}

/** A browser's small storage, empty. */
export function keepsStorage(): void {
  const kept: Record<string, string> = {}
  const methods = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => {
      kept[key] = value
    },
    removeItem: (key: string) => {
      delete kept[key]
    },
  }
  const storage = new Proxy(kept, { get: (_, key) => methods[key as keyof typeof methods] ?? kept[String(key)] })
  Object.defineProperty(globalThis, 'localStorage', { value: storage, configurable: true })
}

function until(store: LiveGallery, enough: (store: LiveGallery) => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const offs = [store.onView(() => look()), store.onMarks(() => look())]
    const poll = setInterval(() => look(), 50)
    const end = () => {
      clearTimeout(late)
      clearInterval(poll)
      for (const off of offs) off()
    }
    const late = setTimeout(() => {
      end()
      reject(new Error(`what was waited for did not come; the gallery is ${store.view().status}, ${store.view().waiting} wait`))
    }, patience)
    const look = () => {
      if (!enough(store)) return
      end()
      resolve()
    }
    look()
  })
}

export interface Scenery {
  readonly gallery: GalleryId
  readonly scene: SceneId
  readonly photos: readonly PhotoId[]
  /** Opens a link of this role as somebody new. */
  guest(role: 'mainClient' | 'guestLink', name: string): Promise<Guest>
}

/** An online gallery with ready photos and without a single picture file. */
export async function scenery(
  server: TestServer,
  owner: Photographer,
  at: { photos: number; feedback: 'collaborative' | 'clientTeam' | 'private' },
) {
  const [gallery, scene] = [newId<GalleryId>('gallery'), newId<SceneId>('scene')]
  await owner.browser.post('/api/galleries', { id: gallery, account: owner.account, name: 'Hinterland', scene, sceneName: 'Outdoors' }, 201)
  const doIt = async (
    command: Parameters<TestServer['galleries']['perform']>[0]['command'],
    by: Photographer['person'] | null = owner.person,
  ) => {
    const done = await server.galleries.perform({ gallery, by, commandId: null, command })
    if (!done.ok) throw new Error(`${command.type}: ${done.refusal.code}`)
  }
  await doIt({ type: 'gallery:change', status: 'online', feedback: at.feedback })
  const photos = Array.from({ length: at.photos }, () => newId<PhotoId>('photo'))
  const announced = photos.map((id, order) => ({ id, scene, cameraName: `PRF_${String(order + 1).padStart(4, '0')}.jpg`, order }))
  await doIt({ type: 'photo:add', photos: announced })
  for (const photo of photos) {
    const facts = { photo, version: newId<VersionId>('version'), width: 3000, height: 2000, capture: noCapture }
    await doIt({ type: 'photo:kept', ...facts, bytes: 1000, fileType: 'image/jpeg' }, null)
    await doIt({ type: 'photo:ready', ...facts, thumbhash: '' }, null)
  }
  const guest = async (role: 'mainClient' | 'guestLink', name: string): Promise<Guest> => {
    const id = newId<LinkId>('link')
    const terms = { role, scenes: 'all' as const, photos: null, rights: {}, feedback: null, alwaysOnline: false }
    await doIt({
      type: 'link:add',
      id,
      code: null,
      label: name,
      binding: role === 'mainClient' ? 'first' : 'open',
      email: null,
      welcomes: null,
      expiresAt: null,
      ...terms,
    })
    const token = (await server.galleries.state(gallery))?.links.get(id)?.token ?? ''
    return server.openLink(token, name)
  }
  return { gallery, scene, photos, guest } satisfies Scenery
}
