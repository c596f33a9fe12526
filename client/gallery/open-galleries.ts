/** Galleries open on this page: one connection, one store each, closed a little after the last room left. */
import type { GalleryId, PersonId } from '../../common/ids.ts'
import { api } from '../net/api.ts'
import { type Connection, openConnection } from '../net/connection.ts'
import { lookingAs } from '../net/looking.ts'
import { lookForNewBuild } from '../net/new-build.ts'
import { tellWorker } from '../net/worker.ts'
import { openOutbox, type PageLife } from '../sheet/outbox.ts'
import { livingPage } from '../sheet/page-life.ts'
import type { GalleryStore } from './gallery-view.ts'
import { LiveGallery } from './live-gallery.ts'
import { onlyLooking } from './looking-gallery.ts'

/** Milliseconds a gallery stays open without a room: long enough for going from the wall to a photo and back. */
const linger = 10_000

interface Held {
  readonly store: GalleryStore
  holders: number
  timer: ReturnType<typeof setTimeout> | null
}

const open = new Map<GalleryId, Held>()
let connection: Connection | null = null
let life: PageLife | null = null

export function holdGallery(gallery: GalleryId): { readonly store: GalleryStore; readonly release: () => void } {
  const held = open.get(gallery) ?? { store: openGallery(gallery), holders: 0, timer: null }
  open.set(gallery, held)
  held.holders++
  if (held.timer) clearTimeout(held.timer)
  held.timer = null
  return { store: held.store, release: () => release(gallery, held) }
}

/** Acts of this page that wait, whether or not the browser keeps them. */
export const unsavedHere = (): number => [...open.values()].reduce((sum, { store }) => sum + store.view().waiting, 0)

/** Who this page is has changed (signed in or out, a link opened): everything is asked anew. */
export function forgetConnection(): void {
  for (const { store } of open.values()) void store.close()
  open.clear()
  connection?.close()
  connection = null
}

function openGallery(gallery: GalleryId): GalleryStore {
  connection ??= connect()
  life ??= livingPage()
  if (lookingAs === null) return new LiveGallery({ gallery, connection, outbox: openOutbox(gallery, life), life, tellWorker, whoNow })
  const outbox = openOutbox(gallery, life, false)
  return onlyLooking(new LiveGallery({ gallery, connection, outbox, life, whoNow: async () => null, tellWorker: null }))
}

function connect(): Connection {
  const made = openConnection({ as: lookingAs })
  made.socket.on('disconnect', () => made.socket.once('connect', lookForNewBuild))
  return made
}

function release(gallery: GalleryId, held: Held): void {
  held.holders--
  if (held.holders > 0 || open.get(gallery) !== held) return
  held.timer = setTimeout(() => {
    open.delete(gallery)
    void held.store.close()
  }, linger)
}

const whoNow = async (): Promise<PersonId | null> => {
  const me = await api.me()
  return me.ok ? (me.value.person?.id ?? null) : null
}
