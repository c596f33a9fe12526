/** The service worker: opens pages without a connection, with the pictures this person has seen. Decides nothing by itself. */

import { readMessage, type WorkerMessage } from '../net/worker-messages.ts'
import { askedOf } from './asked.ts'
import { Pictures } from './pictures.ts'
import type { WorkerScope } from './scope.ts'
import { Shell } from './shell.ts'

/** Filled in by the build. */
declare const __BUILD__: string
declare const __FILES__: readonly string[]

/** Bytes of pictures one person keeps in one browser. */
const most = 300 * 1024 * 1024

const scope = globalThis as unknown as WorkerScope
const fetch = (request: Request) => scope.fetch(request)
const shell = new Shell({ caches: scope.caches, build: __BUILD__, files: __FILES__ })
const pictures = new Pictures({
  caches: scope.caches,
  origin: scope.location.origin,
  most,
  fetch,
  now: () => Date.now(),
  ask: () => scope.fetch('/api/me', { cache: 'no-store' }).then(personIn, () => undefined),
})

async function personIn(answer: Response): Promise<string | null | undefined> {
  if (!answer.ok) return undefined
  const me = (await answer.json().catch(() => null)) as { readonly person?: { readonly id: string } | null } | null
  return me && me.person !== undefined ? (me.person?.id ?? null) : undefined
}

async function me(request: Request): Promise<Response> {
  const answer = await fetch(request)
  const person = await personIn(answer.clone())
  // What the server says counts, also where nothing can be kept.
  if (person !== undefined) await pictures.is(person).catch(() => undefined)
  return answer
}

async function entrance(request: Request, leaves: boolean, meanwhile: (work: Promise<unknown>) => void): Promise<Response> {
  const answer = await fetch(request)
  if (leaves && answer.ok) await pictures.is(null).catch(() => undefined)
  else {
    pictures.unsure()
    // A redirect sets its cookie only once the browser has this answer; pages ask for `me` then.
    if (request.mode !== 'navigate') meanwhile(pictures.identify())
  }
  return answer
}

scope.addEventListener('install', (event) => event.waitUntil(shell.install().then(() => scope.skipWaiting())))
scope.addEventListener('activate', (event) => event.waitUntil(shell.activate().then(() => scope.clients.claim())))

scope.addEventListener('fetch', (event) => {
  const { request } = event
  const asked = askedOf(request, scope.location.origin)
  if (asked.type === 'page') event.respondWith(shell.page(request, fetch))
  else if (asked.type === 'part') event.respondWith(shell.part(request, fetch))
  else if (asked.type === 'picture') event.respondWith(pictures.answer(request, (work) => event.waitUntil(work)))
  else if (asked.type === 'me') event.respondWith(me(request))
  else if (asked.type === 'entrance') event.respondWith(entrance(request, asked.leaves, (work) => event.waitUntil(work)))
})

/** A browser that cannot keep or find something says so to nobody: there is nothing anyone could do. */
const quietly = (work: Promise<unknown>): Promise<unknown> => work.catch(() => undefined)

scope.addEventListener('message', (event) => {
  const message = readMessage(event.data)
  if (message) event.waitUntil(quietly(heed(message)))
})

async function heed(message: WorkerMessage): Promise<void> {
  if (message.type === 'here') await pictures.claims(message.person)
  else if (message.type === 'visited') await pictures.visited(message.urls)
  else if (message.type === 'closed') await pictures.forget(({ gallery }) => gallery === message.gallery)
  else if (message.type === 'gone') {
    const gone = new Set(message.photos)
    await pictures.forget(({ photo }) => gone.has(photo))
  } else {
    const seen = new Set(message.photos)
    await pictures.forget(({ gallery, photo }) => gallery === message.gallery && !seen.has(photo))
  }
}
