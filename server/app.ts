/** Joins doors, inside and shelves into one server. Nothing else knows all of them. */
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { photoKey } from '../common/gallery/keys.ts'
import { type GalleryId, galleryId, type PhotoId } from '../common/ids.ts'
import { createInProcessBus } from './bus/in-process.ts'
import { systemClock } from './clock.ts'
import type { Config } from './config.ts'
import { systemDice } from './dice.ts'
import type { Galleries } from './galleries/api.ts'
import { createGalleries } from './galleries/galleries.ts'
import { createHashing } from './hashing.ts'
import { keptKey } from './http/cookie-keys.ts'
import { createHttp } from './http/http.ts'
import { createIdentity, type Identity } from './http/identity.ts'
import type { Allowances } from './http/limits.ts'
import { originRule } from './http/origin.ts'
import { picturesRouter } from './http/pictures.ts'
import { uploadsRouter } from './http/uploads.ts'
import { createIngest, type Ingest } from './ingest/ingest.ts'
import { attachLive } from './live/attach.ts'
import type { Log } from './log.ts'
import { createFiles } from './media/files.ts'
import { createImaging } from './media/imaging.ts'
import { createTiles } from './media/tiles.ts'
import type { People } from './people/api.ts'
import { KeyBook } from './people/key-book.ts'
import { OpenSessions } from './people/open-sessions.ts'
import { createPeople } from './people/people.ts'
import { createStaff } from './people/staff.ts'
import type { Clock, Dice, Hashing, Post, Store } from './ports.ts'
import { noPost } from './post/no-post.ts'
import { createSmtpPost } from './post/smtp.ts'
import { createSheets } from './sheets/sheets.ts'
import { openMongo } from './store/mongo/open.ts'
import { openSqlite } from './store/sqlite/open.ts'
import { attachYjs } from './yjs/attach.ts'
import { createSheetTokens } from './yjs/tokens.ts'

export interface AppOptions {
  readonly config: Config
  readonly log: Log
  /** Folder of the built client. */
  readonly pages: string
  readonly clock?: Clock
  readonly dice?: Dice
  readonly post?: Post
  readonly allowances?: Partial<Allowances>
}

export interface App {
  /** Not listening yet. */
  readonly server: Server
  readonly store: Store
  readonly galleries: Galleries
  readonly people: People
  readonly ingest: Ingest
  readonly clock: Clock
  readonly dice: Dice
  readonly hashing: Hashing
  /** Ends connections, finishes what is under way, closes the database. */
  close(): Promise<void>
}

/** Addresses of the WebSocket doors; every other upgrade is closed. */
const upgrades = /^\/(live|yjs)(\/|\?|$)/
/** Milliseconds between two sweeps of what has ended. */
const sweepEvery = 3_600_000

export async function createApp(options: AppOptions): Promise<App> {
  const { config, log, clock = systemClock, dice = systemDice } = options
  const store = config.mongoUrl ? await openMongo({ url: config.mongoUrl }) : await openSqlite({ folder: config.data })
  try {
    const hashing = createHashing()
    const post = options.post ?? postOf(config)
    const sheets = createSheets({ journal: store.journal, counters: store.counters, clock, dice, log })
    const staff = createStaff(store)
    const bus = createInProcessBus()
    const hash = (code: string) => hashing.hash(code)
    const galleries = createGalleries({ store, sheets, clock, dice, bus, ...staff, hash, log })
    const people = createPeople({ store, galleries, clock, dice, hashing, post })
    const identity = await createIdentity({ store, people, clock, dice, secure: isSecure(config) })
    await sheets.warmUp()
    const sessions = new OpenSessions({ standing: identity.standing, bus, clock, log })
    identity.onSessionEnd((session) => sessions.over(session))
    const keys = new KeyBook({ store, bus, clock, log })
    const inside = { store, sheets, galleries, people, identity, sessions, keys, clock, dice, hashing }
    return await openDoors(options, inside)
  } catch (error) {
    await store.close()
    throw error
  }
}

interface Inside {
  readonly store: Store
  readonly sheets: ReturnType<typeof createSheets>
  readonly galleries: Galleries
  readonly people: People
  readonly identity: Identity
  readonly sessions: OpenSessions
  readonly keys: KeyBook
  readonly clock: Clock
  readonly dice: Dice
  readonly hashing: Hashing
}

async function openDoors({ config, log, pages, allowances = {} }: AppOptions, inside: Inside): Promise<App> {
  const { store, sheets, galleries, people, identity, sessions, keys, clock, dice, hashing } = inside
  const files = createFiles({ folder: join(config.data, 'pictures') })
  const imaging = createImaging()
  const ingest = createIngest({ galleries, store, files, imaging, dice, clock, log })
  const tiles = createTiles({ files, imaging, clock })
  const allowedOrigin = originRule(config.publicUrl)
  const routers = [
    uploadsRouter({ ingest, galleries, person: identity.person, folder: join(config.data, 'uploads'), log }),
    picturesRouter({ galleries, files, tiles, person: identity.person, log }),
  ]
  const secure = isSecure(config)
  const tokens = createSheetTokens({ secret: await keptKey(store.names, dice, 'sheet-token-key'), clock })
  const http = createHttp({
    ...{ people, galleries, identity, store, routers, allowedOrigin, pages, secure, allowances, log },
    proxies: config.proxies,
    issueToken: (pass) => tokens.issue(pass),
  })
  const server = createServer(http)
  const door = { galleries, identify: identity.identify, sessions, allowedOrigin, log }
  const live = attachLive(server, { ...door, keys })
  const galleryOf = (photo: PhotoId) => galleryOfPhoto(store, photo)
  const yjs = attachYjs(server, { ...door, sheets, galleryOf, clock, tokens })
  server.on('upgrade', (request, socket) => {
    if (!upgrades.test(request.url ?? '')) socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n')
  })
  await ingest.resume()
  void ingest.tidy()
  const sweeping = setInterval(() => {
    Promise.all([store.vault.sweep(clock.now()), identity.refresh(), tiles.sweep()]).catch((error) =>
      log.error({ err: error }, 'sweeping failed'),
    )
  }, sweepEvery)
  sweeping.unref()
  const close = async (): Promise<void> => {
    clearInterval(sweeping)
    sessions.close()
    keys.close()
    const quiet = new Promise<void>((resolve) => server.close(() => resolve()))
    await Promise.all([live.close(), yjs.close()])
    server.closeAllConnections()
    await quiet
    await ingest.close()
    await galleries.close()
    await store.close()
  }
  return { server, store, galleries, people, ingest, clock, dice, hashing, close: once(close) }
}

async function galleryOfPhoto(store: Store, photo: PhotoId): Promise<GalleryId | null> {
  const [record] = await store.streams.find(photoKey(photo))
  const gallery = galleryId.safeParse(record?.stream.slice('gallery:'.length))
  return gallery.success ? gallery.data : null
}

const isSecure = (config: Config): boolean => config.publicUrl?.startsWith('https:') ?? false

const postOf = ({ smtpUrl, mailFrom }: Config): Post => (smtpUrl ? createSmtpPost({ url: smtpUrl, from: mailFrom }) : noPost)

function once(close: () => Promise<void>): () => Promise<void> {
  let closing: Promise<void> | undefined
  return () => {
    closing ??= close()
    return closing
  }
}
